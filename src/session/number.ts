import type { About, NumberRef, OpenedNumber } from '../engine/openedNumber';
import type { Place } from '../engine/simulatedLog';
import type { ReplayReport } from '../engine/start';
import { remembered, same } from './ask';
import { changesOf, resource, slice } from './part';
import type { SessionState, Verb } from './session';
import { showNumbers } from './verbs';

/** One number on the way from the page to the weights. */
export interface TrailStop {
  readonly ref: NumberRef;
  /** Null until it has been opened. */
  readonly about: About | null;
}

export interface TrailState {
  /** The way that was gone; what lies after {@link stopIn} was looked at and left again. */
  readonly trail: readonly TrailStop[];
  /** What the number was before the log or the moment changed; null when it did not. */
  readonly before: number | null;
  /** Where the way begins, if not on what the page shows. */
  readonly from: Place | null;
}

/** The way to the number that is opened. */
export const useTrail = slice<TrailState>({ trail: [], before: null, from: null });

type Seen = Pick<SessionState, 'numbers'>;

/** Which of the trail is looked at; −1 while none is. */
export const stopIn = ({ numbers }: Seen): number => numbers.length - 1;

/** The whole way, though a link has only just named it. */
export const trailIn = ({ trail }: Pick<TrailState, 'trail'>, { numbers }: Seen): readonly TrailStop[] =>
  trail.length > 0 ? trail : numbers.map(stopAt);

const stopAt = (ref: NumberRef): TrailStop => ({ ref, about: null });

interface OpenOnce {
  readonly place: Place;
  readonly ref: NumberRef;
  readonly replay: ReplayReport | null;
}

/** All numbers of the way up to the one that is looked at, each opened where the one before it says. */
export const useOpened = resource((session) => {
  const { engine, store, of } = session;
  // The way is gone from its start each time; numbers that were opened in this replay need not be asked for again.
  const openOnce = remembered(16, ({ place, ref }: OpenOnce) => engine.open({ ...place, ref }));
  return {
    of: ({ numbers, history, at }) =>
      numbers.length === 0
        ? null
        : { place: of(useTrail).getState().from ?? { log: history.present, at }, numbers },
    sources: [changesOf(session, ({ numbers }) => numbers)],
    async ask({ place: start, numbers }, _, signal) {
      const { replay } = store.getState();
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
      const way = opened.map(({ about }, k) => ({ ref: store.getState().numbers[k], about }));
      const before = then === undefined || then === now ? null : then;
      of(useTrail).setState(({ trail }) => ({ trail: [...way, ...trail.slice(way.length)], before }));
    },
  };
});

/** Opens a number of the page: a new way begins. */
export const openNumber = (ref: NumberRef): Verb => openNumberAt(ref, null);

/** Opens a number of another log or moment than the page shows. */
export const openNumberAt =
  (ref: NumberRef, from: Place | null): Verb =>
  ({ of, act }) => {
    of(useTrail).setState({ from });
    act(look([stopAt(ref)], 0));
  };

const trailOf: Verb<readonly TrailStop[]> = ({ store, of }) =>
  trailIn(of(useTrail).getState(), store.getState());

/** Opens an operand of the number that is looked at. */
export const openOperand =
  (ref: NumberRef): Verb =>
  ({ store, act }) => {
    const way = act(trailOf).slice(0, store.getState().numbers.length);
    act(look([...way, stopAt(ref)], way.length));
  };

/** Goes to another number of the way; the way stays. */
export const goTo =
  (stop: number): Verb =>
  ({ act }) =>
    act(look(act(trailOf), stop));

export const stepBack: Verb = ({ store, act }) => {
  const stop = stopIn(store.getState());
  if (stop > 0) act(goTo(stop - 1));
};

export const closeNumber: Verb = ({ act }) => act(look([], -1));

const look =
  (trail: readonly TrailStop[], stop: number): Verb =>
  ({ of, act }) => {
    of(useTrail).setState({ trail, before: null });
    act(showNumbers(trail.slice(0, stop + 1).map(({ ref }) => ref)));
  };

/** Opens once more what could not be opened. */
export const openAgain: Verb = ({ of }) => {
  const { asked } = of(useOpened).getState();
  if (asked) void of(useOpened).ask(asked);
};
