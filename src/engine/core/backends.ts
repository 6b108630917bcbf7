import { getBackend, removeBackend, setBackend } from '../../model/tf';
import { EngineError } from '../engineError';
import type { BackendName, BackendReport, Outcome, SelfCheck, SelfCheckPart, StartOptions } from '../start';
import { LateError, type Timer, timer, within } from '../timeLimit';

type Unavailable = Extract<Outcome, { is: 'unavailable' }>;
type Step = Extract<Outcome, { is: 'late' }>['step'];

/** What asking the browser for a GPU brought. */
export type GpuProbe =
  | { readonly available: false; readonly why: Unavailable['why'] }
  | { readonly available: true; readonly adapter: string; readonly software: boolean };

/** How to look for a GPU, and how to load the code of a backend: other in the browser, in Node and in tests. */
export interface BackendHost {
  probeGpu(): Promise<GpuProbe>;
  /** Loads and registers the backend. @throws Error saying in words why it cannot be had. */
  load(name: BackendName): Promise<void>;
  /** Told which backend has been chosen, so that it can be watched. */
  chosen?(name: BackendName): void;
  readonly timer?: Timer;
}

/**
 * A driver that hangs never answers, and a browser may wait for it for ever: after so many milliseconds the next backend
 * has its turn. Each limit is many times what slow machines were seen to take; no limit covers the download of the data.
 */
export const LIMITS = {
  /** Until the browser says which GPU there is. */
  adapter: 5_000,
  /** Until WebGPU has its device. */
  device: 10_000,
  /** Code of a backend, or the binary of WASM: 0.2 MB at most, so a download that lives is over by then. */
  load: 60_000,
  /** The reference case, shaders compiled included. */
  check: 30_000,
} as const;

/** Who asks for a backend by name would rather wait than have another: so many times as long. */
const PATIENCE = 4;

type Tried = BackendReport['tried'][number];

/** The adapter, or what became of WebGPU without one. */
type Gpu = Extract<GpuProbe, { available: true }> | { readonly available: false; readonly outcome: Outcome };

/**
 * The order in which backends are tried: an emulated GPU is slower than WASM, so it comes after. Who asks for another
 * one than WebGPU may do so because the GPU is broken, so then it is not touched at all.
 */
export function backendOrder(
  gpu: Pick<GpuProbe, 'available'> & { readonly software?: boolean },
  asked: BackendName | null,
): BackendName[] {
  if (asked && asked !== 'webgpu') return asked === 'wasm' ? ['wasm', 'cpu'] : ['cpu', 'wasm'];
  return gpu.software && !asked ? ['wasm', 'webgpu', 'cpu'] : ['webgpu', 'wasm', 'cpu'];
}

/** What is asked of a backend before it may run. */
export interface Check {
  /** Largest difference from the stored reference that it may show. */
  readonly tolerance: number;
  /**
   * Measures the backend that is running.
   * @param timely the answer of the backend, or a rejection when it gives none; what else is awaited has all the time
   */
  readonly measure: (name: BackendName, timely: <T>(answer: Promise<T>) => Promise<T>) => Promise<SelfCheck>;
}

/**
 * Starts the best backend that passes its check. One that hangs does not pass: see {@link LIMITS}.
 * @throws EngineError listing what became of each backend when none will do.
 */
export async function chooseBackend(
  host: BackendHost,
  { backend: asked, stopped = [] }: Pick<StartOptions, 'backend' | 'stopped'>,
  check: Check,
): Promise<BackendReport> {
  const tried: Tried[] = stopped.map((name) => ({ name, outcome: { is: 'stopped' } }));
  const wanted = (name: BackendName) => !stopped.includes(name);
  const touched = wanted('webgpu') && backendOrder({ available: false }, asked).includes('webgpu');
  const gpu: Gpu = touched ? await probe(host, asked) : { available: false, outcome: { is: 'not-asked' } };
  for (const name of backendOrder(gpu, asked).filter(wanted)) {
    const outcome = await attempt(host, gpu, name, asked, check);
    if (!('is' in outcome)) {
      const software = gpu.available && gpu.software;
      const ranked = software && asked !== 'webgpu' && !tried.some((one) => one.name === 'webgpu');
      if (ranked && name !== 'webgpu')
        tried.unshift({
          name: 'webgpu',
          outcome: { is: 'emulated', adapter: gpu.adapter },
        });
      tried.push({ name, outcome: { is: 'runs' } });
      host.chosen?.(name);
      return {
        name,
        asked: name === asked,
        adapter: name === 'webgpu' && gpu.available ? gpu.adapter : null,
        software: name === 'webgpu' && software,
        tried,
        selfCheck: { ...outcome, tolerance: check.tolerance },
      };
    }
    tried.push({ name, outcome });
  }
  throw new EngineError({ kind: 'backend', tried });
}

/** Holds a limit of a backend. */
const limited = (host: BackendHost, name: BackendName, asked: BackendName | null) => {
  const patience = name === asked ? PATIENCE : 1;
  return <T>(answer: Promise<T>, limit: keyof typeof LIMITS, step: Step): Promise<T> =>
    within(answer, LIMITS[limit] * patience, step, host.timer ?? timer);
};

/** Only {@link limited} makes late errors here, of steps. */
const outcomeOf = (error: unknown): Outcome =>
  error instanceof LateError
    ? { is: 'late', step: error.failed as Step, seconds: error.seconds }
    : { is: 'failed', problem: error instanceof Error ? error.message : String(error) };

async function probe(host: BackendHost, asked: BackendName | null): Promise<Gpu> {
  try {
    const gpu = await limited(host, 'webgpu', asked)(host.probeGpu(), 'adapter', 'probe');
    return gpu.available ? gpu : { available: false, outcome: { is: 'unavailable', why: gpu.why } };
  } catch (error) {
    return { available: false, outcome: outcomeOf(error) };
  }
}

/** How well a backend that runs computes, or why it does not run. */
async function attempt(
  host: BackendHost,
  gpu: Gpu,
  name: BackendName,
  asked: BackendName | null,
  check: Check,
): Promise<SelfCheck | Outcome> {
  if (name === 'webgpu' && !gpu.available) return gpu.outcome;
  const timely = limited(host, name, asked);
  try {
    await timely(host.load(name), 'load', 'load');
    // setBackend can return false, and tfjs can land on another backend without a word.
    const started = await start(name, timely);
    if (!started || getBackend() !== name) return { is: 'not-started' };
    return await measured(name, timely, check);
  } catch (error) {
    return outcomeOf(error);
  }
}

/** How well the backend that runs computes, or why it may not run on: what came later than its start is checked later. */
export async function checkAgain(
  host: BackendHost,
  { name, asked }: Pick<BackendReport, 'name' | 'asked'>,
  check: Check,
): Promise<SelfCheck | Outcome> {
  try {
    return await measured(name, limited(host, name, asked ? name : null), check);
  } catch (error) {
    return outcomeOf(error);
  }
}

async function measured(
  name: BackendName,
  timely: ReturnType<typeof limited>,
  { tolerance, measure }: Check,
): Promise<SelfCheck | Outcome> {
  const checked = await measure(name, (answer) => timely(answer, 'check', 'check'));
  const { largestError } = checked;
  if (largestError <= tolerance) return checked;
  return { is: 'wrong', largestError, part: worstPart(checked), tolerance };
}

/** Makes a backend the running one. One that is late is taken out, or tfjs would go on waiting for it. */
async function start(name: BackendName, timely: ReturnType<typeof limited>): Promise<boolean> {
  try {
    return await timely(setBackend(name), name === 'webgpu' ? 'device' : 'load', 'start');
  } catch (error) {
    if (error instanceof LateError) removeBackend(name);
    throw error;
  }
}

const PARTS: readonly SelfCheckPart[] = ['attention', 'userState', 'itemState', 'ratings', 'choices'];

/** The part that is furthest off. */
const worstPart = ({ parts, largestError }: SelfCheck): SelfCheckPart =>
  PARTS.find((part) => parts[part] !== null && !(parts[part] < largestError)) ?? 'ratings';
