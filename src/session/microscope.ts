import { create } from 'zustand';
import type { NumberRef, OpenedNumber } from '../engine/api';
import { engine, showNumber, useSession } from './store';

/** One number on the way from the page to the weights. */
export interface Crumb {
  readonly ref: NumberRef;
  /** Null until it has been opened. */
  readonly title: string | null;
}

export interface MicroscopeState {
  /** The way that was gone; what lies after {@link place} was looked at and left again. */
  readonly trail: readonly Crumb[];
  /** Which of the trail is looked at. */
  readonly place: number;
  /** The answer to it, kept while the same number is worked out anew. */
  readonly opened: OpenedNumber | null;
  /** What the number was before the log or the moment changed; null when it did not. */
  readonly before: number | null;
  readonly failure: string | null;
}

/** The number under the microscope and the way to it; follows the session. */
export const useMicroscope = create<MicroscopeState>(() => ({
  trail: [],
  place: 0,
  opened: null,
  before: null,
  failure: null,
}));

const { getState: get, setState: set } = useMicroscope;

/** Opens a number of the page: a new way begins. */
export const openNumber = (ref: NumberRef): void => look([{ ref, title: null }], 0);

/** Opens an operand of the number that is looked at. */
export function openOperand(ref: NumberRef): void {
  const { trail, place } = get();
  look([...trail.slice(0, place + 1), { ref, title: null }], place + 1);
}

/** Goes to another number of the way; the way stays. */
export const goTo = (place: number): void => look(get().trail, place);

export function stepBack(): void {
  const { place } = get();
  if (place > 0) goTo(place - 1);
}

export function closeNumber(): void {
  turn++;
  set({ trail: [], place: 0, opened: null, before: null, failure: null });
  showNumber(null);
}

function look(trail: readonly Crumb[], place: number): void {
  set({ trail, place, opened: null, before: null, failure: null });
  showNumber(trail[place].ref);
  void refreshNumber();
}

let turn = 0;

/** Asks for the number as it is in the present session; the latest question wins. */
export async function refreshNumber(): Promise<void> {
  const { number, history, at, start } = useSession.getState();
  if (!number || !start) return;
  // A link names a number without the way to it.
  if (get().trail.length === 0) set({ trail: [{ ref: number, title: null }], place: 0 });
  const mine = ++turn;
  try {
    const opened = await engine().open({ log: history.present, at, ref: number });
    if (mine !== turn) return;
    const { trail, place, opened: last } = get();
    set({
      opened,
      failure: null,
      before: last && last.value !== opened.value ? last.value : null,
      trail: trail.map((crumb, k) => (k === place ? { ...crumb, title: opened.title } : crumb)),
    });
  } catch (error) {
    if (mine === turn) set({ opened: null, failure: error instanceof Error ? error.message : String(error) });
  }
}

/** Follows the session from now on. Returns a function that stops it. */
export function followSession(): () => void {
  if (get().opened === null) void refreshNumber();
  return useSession.subscribe((now, then) => {
    // The view changes once all that it shows has been worked out, so the engine is free again.
    if (now.view !== then.view) void refreshNumber();
  });
}
