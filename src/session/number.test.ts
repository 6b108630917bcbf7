import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NumberRef, OpenedNumber } from '../engine/openedNumber';
import type { OpenRequest } from '../engine/questions/open';
import type { Place } from '../engine/simulatedLog';
import { review } from '../engine/testing/review';

const open = vi.fn<(request: OpenRequest) => Promise<OpenedNumber>>();

vi.mock('./store', async () => {
  const { create } = await import('zustand');
  const useSession = create(() => ({
    numbers: [],
    history: { present: [] },
    at: null,
    start: {},
    view: {},
  }));
  return {
    useSession,
    engine: () => ({ open }),
    showNumbers: (numbers: NumberRef[]) => useSession.setState({ numbers } as never),
  };
});

const { closeNumber, goTo, openNumber, openOperand, stepBack, stopIn, trailIn, useMicroscope, useOpened } =
  await import('./number');
const { useSession } = await import('./store');

const NOW: Place = { log: [], at: null };
const dot: NumberRef = { of: 'dot', person: 'p', item: 'i' };
const factor = (d: number): NumberRef => ({ of: 'factor', person: 'p', d });
const answer = (ref: NumberRef, value: number): OpenedNumber => ({
  ref,
  title: ref.of,
  sentence: '',
  tex: '',
  symbol: '',
  value,
  unit: null,
  origin: 'computed',
  outer: null,
  terms: [],
  divisor: null,
  recomputed: value,
  place: NOW,
});
const settle = () => new Promise((resolve) => setTimeout(resolve));
const shown = () => {
  const session = useSession.getState();
  const { answer: opened, failure } = useOpened.getState();
  const { before } = useMicroscope.getState();
  const trail = trailIn(useMicroscope.getState(), session);
  return { trail, stop: stopIn(session), opened: opened?.at(-1) ?? null, failure, before };
};
/** A change of the log, worked out. */
const change = () => useSession.setState({ view: {}, history: { present: [review('s1')] } } as never);

let leave = () => {};
let replays = 0;
beforeEach(() => {
  leave();
  closeNumber();
  // Nothing is remembered of another replay.
  useSession.setState({ replay: { milliseconds: ++replays }, history: { present: [] } } as never);
  leave = useOpened.subscribe(() => {});
  open.mockReset().mockImplementation(async ({ ref }) => answer(ref, 1));
});

describe('the way to a number', () => {
  it('grows with each operand, and stays when one goes back on it', async () => {
    openNumber(dot);
    await settle();
    openOperand(factor(3));
    await settle();
    expect(shown().trail).toEqual([
      { ref: dot, title: 'dot' },
      { ref: factor(3), title: 'factor' },
    ]);
    stepBack();
    await settle();
    expect(shown()).toMatchObject({ stop: 0, opened: { ref: dot } });
    expect(shown().trail).toHaveLength(2);
    expect(useSession.getState().numbers).toEqual([dot]);
    goTo(1);
    await settle();
    expect(shown().opened?.ref).toEqual(factor(3));
  });

  it('takes another turn where another operand is opened', async () => {
    openNumber(dot);
    openOperand(factor(3));
    stepBack();
    openOperand(factor(4));
    await settle();
    expect(shown().trail.map(({ ref }) => ref)).toEqual([dot, factor(4)]);
  });

  it('is gone where each number says that its operands are, now and when the session changes', async () => {
    const inside: Place = { log: [{ edit: 'delete', key: 'b1' }], at: 'b7' };
    open.mockImplementation(async ({ ref }) => ({
      ...answer(ref, 1),
      place: ref.of === 'dot' ? inside : NOW,
    }));
    openNumber(dot);
    await settle();
    openOperand(factor(3));
    await settle();
    expect(open).toHaveBeenLastCalledWith({ ...inside, ref: factor(3) });
    open.mockClear();
    change();
    await settle();
    // What lies in a place of its own is known.
    expect(open.mock.calls.map(([request]) => request)).toEqual([
      { log: useSession.getState().history.present, at: null, ref: dot },
    ]);
    expect(shown().opened?.ref).toEqual(factor(3));
  });

  it('comes from a link as well', async () => {
    useSession.setState({ numbers: [dot, factor(2)] } as never);
    await settle();
    expect(shown()).toMatchObject({ stop: 1, opened: { ref: factor(2) } });
    expect(shown().trail.map(({ title }) => title)).toEqual(['dot', 'factor']);
  });

  it('ends with the drawer', () => {
    openNumber(dot);
    closeNumber();
    expect(shown().trail).toEqual([]);
    expect(useSession.getState().numbers).toEqual([]);
  });
});

describe('the number that is looked at', () => {
  it('is the one asked for last, whichever answer comes last', async () => {
    let late: (one: OpenedNumber) => void = () => {};
    open.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          late = resolve;
        }),
    );
    openNumber(dot);
    openNumber(factor(1));
    await settle();
    late(answer(dot, 7));
    await settle();
    expect(shown().opened?.ref).toEqual(factor(1));
  });

  it('is asked for anew when the session changes, and says what it was', async () => {
    openNumber(dot);
    await settle();
    expect(shown().before).toBeNull();
    open.mockImplementation(async ({ ref }) => answer(ref, 2));
    change();
    await settle();
    expect(shown()).toMatchObject({ before: 1, opened: { value: 2 } });
  });

  it('says why it cannot be opened', async () => {
    open.mockRejectedValue(new Error('ref: nobody of that name'));
    openNumber(dot);
    await settle();
    expect(shown()).toMatchObject({ opened: null, failure: 'ref: nobody of that name' });
  });
});
