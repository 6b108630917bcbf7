import type { KeptLog } from './keptLogs';
import { choose, slice } from './part';
import type { Said } from './said';
import type { KeptText } from './savedStorage';
import type { Verb } from './session';

/** `remark`: above the screen; `report`: beside the buttons. */
export type Spot = 'remark' | 'report';

/** What may be done about a remark. */
export type Offer = 'undo' | 'bring-back' | 'start-afresh' | 'datasets';

/** Something to know about what is kept, and at most one thing to do about it. */
export interface Remark {
  readonly said: readonly Said[];
  /** What came of it is said in the spot where it was taken up. */
  readonly offer: { readonly to: Offer; readonly take: (spot: Spot) => Verb } | null;
}

export interface SavedState {
  readonly remark: Remark | null;
  readonly report: Remark | null;
  /** Logs kept in this browser that are no part of the present one, the newest first. */
  readonly others: readonly KeptLog[];
  /** Texts that could not be read in full. */
  readonly damaged: readonly KeptText[];
}

export const useSaved = slice<SavedState>({ remark: null, report: null, others: [], damaged: [] });

export const say = (spot: Spot, said: readonly Said[], offer: Remark['offer'] = null): Verb =>
  choose(useSaved, { [spot]: { said, offer } });

export const dismissRemark: Verb = ({ of }) => of(useSaved).setState({ remark: null });
