import type { Remedy } from '../../data/words';
import { EngineError } from '../../engine/engineError';

/** Remedies that loading the page again may be; the others ask for another data set, or for another form of this one. */
const OF_LOADING: ReadonlySet<Remedy> = new Set(['download', 'connection', 'later']);

/** What is likeliest to help after an error: loading the page again, another data set, or nothing that the page can offer. */
export function whatHelps(error: Error): 'reload' | 'datasets' | null {
  if (!(error instanceof EngineError)) return 'reload';
  const { why } = error;
  if (why.kind === 'data') return OF_LOADING.has(why.remedy) ? 'reload' : 'datasets';
  // What cannot be answered as it is asked would be asked again.
  return why.kind === 'request' ? null : 'reload';
}

/** Whether another backend may do better: none mends what is asked for, nor the files. */
export const mayBeBackend = (error: Error): boolean =>
  !(error instanceof EngineError) || !['data', 'request', 'part'].includes(error.why.kind);
