import { create } from 'zustand';
import type { NumberRef, OpenedNumber } from '../engine/openedNumber';
import type { Place } from '../engine/simulatedLog';
import type { ReplayReport } from '../engine/start';
import { remembered, same } from './ask';
import { changesOf, resource } from './resource';
import { engine, type SessionState, showNumbers, useSession } from './store';

/** One number on the way from the page to the weights. */
export interface Stop {
  readonly ref: NumberRef;
  /** Null until it has been opened. */
  readonly title: string | null;
}

export interface MicroscopeState {
  /** The way that was gone; what lies after {@link stopIn} was looked at and left again. */
  readonly trail: readonly Stop[];
  /** What the number was before the log or the moment changed; null when it did not. */
  readonly before: number | null;
}

/** The way to the number that is opened. */
export const useMicroscope = create<MicroscopeState>(() => ({ trail: [], before: null }));

const { getState: get, setState: set } = useMicroscope;

type Seen = Pick<SessionState, 'numbers'>;

/** Which of the trail is looked at; −1 while none is. */
export const stopIn = ({ numbers }: Seen): number => numbers.length - 1;

/** The whole way, though a link has only just named it. */
export const trailIn = ({ trail }: Pick<MicroscopeState, 'trail'>, { numbers }: Seen): readonly Stop[] =>
  trail.length > 0 ? trail : numbers.map(stopAt);

const stopAt = (ref: NumberRef): Stop => ({ ref, title: null });

/** The way is gone from its start each time; numbers that were opened in this replay need not be asked for again. */
const openOnce = remembered(
  16,
  ({
    place,
    ref,
  }: {
    readonly place: Place;
    readonly ref: NumberRef;
    readonly replay: ReplayReport | null;
  }) => engine().open({ ...place, ref }),
);

/** All numbers of the way up to the one that is looked at, each opened where the one before it says. */
export const useOpened = resource({
  of: ({ numbers, history, at }) =>
    numbers.length === 0 ? null : { place: { log: history.present, at }, numbers },
  sources: [changesOf(({ numbers }) => numbers)],
  async ask({ place: start, numbers }, _, signal) {
    const { replay } = useSession.getState();
    const opened: OpenedNumber[] = [];
    for (const ref of numbers) {
      signal.throwIfAborted();
      opened.push(await openOnce({ place: opened.at(-1)?.place ?? start, ref, replay }));
    }
    return opened;
  },
  keeps: (held, request) => same(held.numbers, request.numbers),
  answered(opened, last) {
    const [now, then] = [opened.at(-1)?.value, last?.at(-1)?.value];
    const way = opened.map(({ title }, k) => ({ ref: useSession.getState().numbers[k], title }));
    const before = then === undefined || then === now ? null : then;
    set({ trail: [...way, ...get().trail.slice(way.length)], before });
  },
});

/** Opens a number of the page: a new way begins. */
export const openNumber = (ref: NumberRef): void => look([stopAt(ref)], 0);

/** Opens an operand of the number that is looked at. */
export function openOperand(ref: NumberRef): void {
  const session = useSession.getState();
  const way = trailIn(get(), session).slice(0, session.numbers.length);
  look([...way, stopAt(ref)], way.length);
}

/** Goes to another number of the way; the way stays. */
export const goTo = (stop: number): void => look(trailIn(get(), useSession.getState()), stop);

export function stepBack(): void {
  const stop = stopIn(useSession.getState());
  if (stop > 0) goTo(stop - 1);
}

export const closeNumber = (): void => look([], -1);

function look(trail: readonly Stop[], stop: number): void {
  set({ trail, before: null });
  showNumbers(trail.slice(0, stop + 1).map(({ ref }) => ref));
}

/** Asks once more for what could not be opened. */
export function openAgain(): void {
  const { asked } = useOpened.getState();
  if (asked) void useOpened.ask(asked);
}
