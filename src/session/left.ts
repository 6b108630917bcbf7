import { reviewsIn } from '../engine/edits';
import type { SimulatedLog } from '../engine/simulatedLog';
import { lessonIn } from './lessonAddress';
import { playIn } from './playAddress';

/** Where somebody was on this device when they last wrote something, for when they come back without a link. */
export interface Left {
  /** What follows the name of the page: with it all is there again. */
  readonly address: string;
  /** Name of the data set. */
  readonly dataset: string;
  readonly reviews: number;
  /** ISO time of writing it down. */
  readonly at: string;
}

const LEFT = 'drex-lab/left';
const OWN = 'drex-lab/own';

/** Does something with a storage of the browser; where that is blocked, nothing is known. */
function within<T>(kind: 'localStorage' | 'sessionStorage', look: (storage: Storage) => T): T | null {
  try {
    return look(window[kind]);
  } catch {
    return null;
  }
}

/** Whether what is kept may be taken for that of whoever sits here: it was written in this very tab. */
export const isOwnTab = (): boolean => within('sessionStorage', (own) => own.getItem(OWN)) !== null;

export const markTab = (): void => void within('sessionStorage', (own) => own.setItem(OWN, ''));

/** Null where nothing was written, or was put aside. */
export function leftHere(): Left | null {
  const left = within('localStorage', (kept) => JSON.parse(kept.getItem(LEFT) ?? 'null') as Left | null);
  return typeof left?.address === 'string' && /^[?#]/.test(left.address) ? left : null;
}

export const forgetLeft = (): void => void within('localStorage', (kept) => kept.removeItem(LEFT));

/** Notes where this tab is, once something was written in it; what others wrote and only came with a link is no matter of it. */
export function noteLeft(url: string, dataset: string, log: SimulatedLog): void {
  if (!isOwnTab()) return;
  const { search, hash } = new URL(url);
  // A lesson keeps its own record.
  if (lessonIn({ search }) || playIn({ search })) return;
  const reviews = reviewsIn(log).length;
  const left: Left = { address: `${search}${hash}`, dataset, reviews, at: new Date().toISOString() };
  if (log.length === 0) forgetLeft();
  else within('localStorage', (kept) => kept.setItem(LEFT, JSON.stringify(left)));
}
