import { create } from 'zustand';
import type { NumberRef, OpenedNumber, Place } from '../engine/api';
import { reasonOf } from './reason';
import { engine, showNumbers, useSession } from './store';

/** One number on the way from the page to the weights. */
export interface Stop {
  readonly ref: NumberRef;
  /** Null until it has been opened. */
  readonly title: string | null;
  /** Where its operands are opened; null until it has been opened. */
  readonly inside: Place | null;
}

export interface MicroscopeState {
  /** The way that was gone; what lies after {@link stop} was looked at and left again. */
  readonly trail: readonly Stop[];
  /** Which of the trail is looked at. */
  readonly stop: number;
  /** The answer to it, kept while the same number is worked out anew. */
  readonly opened: OpenedNumber | null;
  /** What the number was before the log or the moment changed; null when it did not. */
  readonly before: number | null;
  readonly failure: string | null;
}

const CLOSED: MicroscopeState = { trail: [], stop: 0, opened: null, before: null, failure: null };

/** The number that is opened and the way to it; follows the session. */
export const useMicroscope = create<MicroscopeState>(() => CLOSED);

const { getState: get, setState: set } = useMicroscope;

const stopAt = (ref: NumberRef): Stop => ({ ref, title: null, inside: null });

/** Opens a number of the page: a new way begins. */
export const openNumber = (ref: NumberRef): void => look([stopAt(ref)], 0);

/** Opens an operand of the number that is looked at. */
export function openOperand(ref: NumberRef): void {
  const { trail, stop } = get();
  look([...trail.slice(0, stop + 1), stopAt(ref)], stop + 1);
}

/** Goes to another number of the way; the way stays. */
export const goTo = (stop: number): void => look(get().trail, stop);

export function stepBack(): void {
  const { stop } = get();
  if (stop > 0) goTo(stop - 1);
}

export function closeNumber(): void {
  turn++;
  set(CLOSED);
  showNumbers([]);
}

function look(trail: readonly Stop[], stop: number): void {
  set({ trail, stop, opened: null, before: null, failure: null });
  showNumbers(trail.slice(0, stop + 1).map(({ ref }) => ref));
  void ask(trail[stop - 1]?.inside ? stop : 0);
}

let turn = 0;

/** Opens the trail anew from one of its stops on, each where the one before it says; the latest question wins. */
async function ask(from: number): Promise<void> {
  const { history, at } = useSession.getState();
  const { trail, stop } = get();
  const mine = ++turn;
  let place: Place = trail[from - 1]?.inside ?? { log: history.present, at };
  try {
    for (let k = from; k <= stop; k++) {
      const opened = await engine().open({ ...place, ref: trail[k].ref });
      if (mine !== turn) return;
      place = opened.place;
      tell(k, opened);
    }
  } catch (error) {
    if (mine === turn) set({ opened: null, failure: reasonOf(error) });
  }
}

function tell(k: number, opened: OpenedNumber): void {
  const { trail, stop, opened: last } = get();
  set({
    trail: trail.map((one, n) => (n === k ? { ...one, title: opened.title, inside: opened.place } : one)),
    ...(k === stop && {
      opened,
      failure: null,
      before: last && last.value !== opened.value ? last.value : null,
    }),
  });
}

/** Asks for the number as it is in the present session. */
export function refreshNumber(): void {
  const { numbers } = useSession.getState();
  if (numbers.length === 0) return;
  // As a link names them.
  if (get().trail.length === 0) set({ trail: numbers.map(stopAt), stop: numbers.length - 1 });
  void ask(0);
}

/** Follows the session from now on. Returns a function that stops it. */
export function followSession(): () => void {
  if (get().trail.length === 0) refreshNumber();
  return useSession.subscribe((now, then) => {
    // The view changes once all that it shows has been worked out, so the engine is free again.
    if (now.view !== then.view) refreshNumber();
  });
}
