import { slice } from './part';
import type { Verb } from './session';

/** A lesson shown to a class, one panel at a time: what is said, then the page that it speaks of. */
export interface Present {
  readonly panel: 'words' | 'stage';
  /** Goes on, or back, by one panel; null where nothing is presented. */
  readonly step: ((by: 1 | -1) => void) | null;
}

export const usePresent = slice<Present>({ panel: 'words', step: null });

export const presentStep =
  (by: 1 | -1): Verb =>
  ({ of }) =>
    of(usePresent).getState().step?.(by);
