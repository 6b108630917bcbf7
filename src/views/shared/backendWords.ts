import { significantTo } from '../../engine/numbers';
import type { BackendName, BackendReport, Outcome, SelfCheckPart } from '../../engine/start';

/** What became of backends, in words: for the badge, the comparison of two, and the error of an engine that has none. */

export const BACKEND_LABELS: Record<BackendName, string> = {
  webgpu: 'WebGPU',
  wasm: 'WASM',
  cpu: 'plain JavaScript',
};

const PARTS: Record<SelfCheckPart, string> = {
  attention: 'attention',
  userState: 'state of the person',
  itemState: 'state of the item',
  ratings: 'ratings',
  choices: 'choice scores',
};

const LATE: Record<Extract<Outcome, { is: 'late' }>['step'], string> = {
  probe: 'did not answer',
  load: 'could not be loaded',
  start: 'did not start',
  check: 'gave no result',
};

const UNAVAILABLE = {
  insecure: 'this page came over plain http, and browsers offer it only over https or on localhost',
  'no-gpu': 'this browser has none',
  'no-adapter': 'no adapter',
  node: 'Node has none',
};

export const UNNAMED = 'unnamed adapter';

/** Reads on from the name of the backend: "did not answer within 5 s". */
export function outcomeWords(outcome: Outcome): string {
  switch (outcome.is) {
    case 'runs':
    case 'stopped':
      return outcome.is;
    case 'not-asked':
      return 'was not asked for';
    case 'not-started':
      return 'did not start';
    case 'late':
      return `${LATE[outcome.step]} within ${outcome.seconds} s`;
    case 'failed':
      return `failed (${outcome.problem})`;
    case 'emulated':
      return `is a CPU emulation (${outcome.adapter || UNNAMED}) and ranks below WASM`;
    case 'unavailable': {
      const { why } = outcome;
      return `is not available (${typeof why === 'string' ? UNAVAILABLE[why] : why.problem})`;
    }
    case 'wrong': {
      const { largestError, part, tolerance } = outcome;
      return `calculates wrongly here (off by ${significantTo(largestError, 2)} in the ${PARTS[part]}, allowed ${tolerance})`;
    }
  }
}

const triedWords = (tried: BackendReport['tried'], between: string): string =>
  tried.map((one) => `${BACKEND_LABELS[one.name]} ${outcomeWords(one.outcome)}`).join(between);

/** Why this backend runs: "WebGPU is not available (no adapter), so WASM runs". */
export function reasonWords({ name, asked, tried }: Pick<BackendReport, 'name' | 'asked' | 'tried'>): string {
  const label = BACKEND_LABELS[name];
  if (asked) return `${label} was asked for`;
  const before = tried.filter(({ outcome }) => outcome.is !== 'runs');
  if (before.length === 0) return `${label} is the fastest that this browser offers`;
  return `${triedWords(before, ', ')}, so ${label} runs`;
}

/** That none will do, with what became of each. */
export const noneWords = (tried: BackendReport['tried']): string =>
  `No backend can run the model here: ${triedWords(tried, '; ')}. Reload the page, or try another browser.`;
