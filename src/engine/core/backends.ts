import { getBackend, setBackend } from '../../model/tf';
import type { BackendName, BackendReport, SelfCheck, SelfCheckPart } from '../api';
import { EngineError } from '../engineError';
import { significantTo } from '../numbers';

/** What asking the browser for a GPU brought. */
export type GpuProbe =
  | { readonly available: false; readonly reason: string }
  | { readonly available: true; readonly adapter: string; readonly software: boolean };

/** How to look for a GPU, and how to load the code of a backend: other in the browser, in Node and in tests. */
export interface BackendHost {
  probeGpu(): Promise<GpuProbe>;
  /** Loads and registers the backend. @throws Error saying in words why it cannot be had. */
  load(name: BackendName): Promise<void>;
  /** Told which backend has been chosen, so that it can be watched. */
  chosen?(name: BackendName): void;
}

export const BACKEND_LABELS: Record<BackendName, string> = {
  webgpu: 'WebGPU',
  wasm: 'WASM',
  cpu: 'plain JavaScript',
};

/** The order in which backends are tried: an emulated GPU is slower than WASM, so it comes after. */
export function backendOrder(gpu: GpuProbe, asked: BackendName | null): BackendName[] {
  const order: BackendName[] =
    gpu.available && gpu.software ? ['wasm', 'webgpu', 'cpu'] : ['webgpu', 'wasm', 'cpu'];
  return asked ? [asked, ...order.filter((name) => name !== asked)] : order;
}

type Tried = BackendReport['tried'][number];

/**
 * Starts the best backend that passes its check.
 * @param check measures the backend that is running
 * @throws EngineError listing what became of each backend when none will do.
 */
export async function chooseBackend(
  host: BackendHost,
  asked: BackendName | null,
  tolerance: number,
  check: (name: BackendName) => Promise<SelfCheck>,
): Promise<BackendReport> {
  const gpu = await host.probeGpu();
  const tried: Tried[] = [];
  for (const name of backendOrder(gpu, asked)) {
    const outcome = await attempt(host, gpu, name, tolerance, check);
    if (typeof outcome !== 'string') {
      const software = gpu.available && gpu.software;
      const ranked = software && asked !== 'webgpu' && !tried.some((one) => one.name === 'webgpu');
      if (ranked && name !== 'webgpu')
        tried.unshift({
          name: 'webgpu',
          outcome: `is a CPU emulation (${gpu.adapter}) and ranks below WASM`,
        });
      const reason = reasonFor(name, asked, tried);
      tried.push({ name, outcome: 'runs' });
      host.chosen?.(name);
      return {
        name,
        reason,
        adapter: name === 'webgpu' && gpu.available ? gpu.adapter : null,
        software: name === 'webgpu' && software,
        tried,
        selfCheck: { ...outcome, tolerance },
      };
    }
    tried.push({ name, outcome });
  }
  const list = tried.map((one) => `${BACKEND_LABELS[one.name]} ${one.outcome}`).join('; ');
  throw new EngineError('backend', `No backend can run the model here: ${list}.`);
}

/** How well a backend that runs computes, or in words why it does not run. */
async function attempt(
  host: BackendHost,
  gpu: GpuProbe,
  name: BackendName,
  tolerance: number,
  check: (name: BackendName) => Promise<SelfCheck>,
): Promise<SelfCheck | string> {
  if (name === 'webgpu' && !gpu.available) return `is not available (${gpu.reason})`;
  try {
    await host.load(name);
    // setBackend can return false, and tfjs can land on another backend without a word.
    const started = await setBackend(name);
    if (!started || getBackend() !== name) return 'did not start';
    const checked = await check(name);
    const { largestError } = checked;
    if (largestError <= tolerance) return checked;
    return `calculates wrongly here (off by ${significantTo(largestError, 2)} in the ${worstPart(checked)}, allowed ${tolerance})`;
  } catch (error) {
    return `failed (${error instanceof Error ? error.message : String(error)})`;
  }
}

const PARTS: Record<SelfCheckPart, string> = {
  attention: 'attention',
  userState: 'state of the person',
  itemState: 'state of the item',
  ratings: 'ratings',
};

/** The part that is furthest off, in words. */
function worstPart({ parts, largestError }: SelfCheck): string {
  const worst = (Object.keys(PARTS) as SelfCheckPart[]).find((part) => !(parts[part] < largestError));
  return PARTS[worst ?? 'ratings'];
}

function reasonFor(name: BackendName, asked: BackendName | null, before: readonly Tried[]): string {
  const label = BACKEND_LABELS[name];
  if (asked === name) return `${label} was asked for`;
  if (before.length === 0) return `${label} is the fastest that this browser offers`;
  const failures = before.map((one) => `${BACKEND_LABELS[one.name]} ${one.outcome}`).join(', ');
  return `${failures}, so ${label} runs`;
}
