import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NumberRef, OpenedNumber, OpenRequest, Place } from '../engine/api';

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

const { closeNumber, followSession, goTo, openNumber, openOperand, stepBack, useMicroscope } = await import(
  './microscope'
);
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
const shown = () => useMicroscope.getState();

beforeEach(() => {
  closeNumber();
  open.mockReset().mockImplementation(async ({ ref }) => answer(ref, 1));
});

describe('the way to a number', () => {
  it('grows with each operand, and stays when one goes back on it', async () => {
    openNumber(dot);
    await settle();
    openOperand(factor(3));
    await settle();
    expect(shown().trail).toEqual([
      { ref: dot, title: 'dot', inside: NOW },
      { ref: factor(3), title: 'factor', inside: NOW },
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
    const stop = followSession();
    openNumber(dot);
    await settle();
    openOperand(factor(3));
    await settle();
    expect(open).toHaveBeenLastCalledWith({ ...inside, ref: factor(3) });
    open.mockClear();
    useSession.setState({ view: {} } as never);
    await settle();
    expect(open.mock.calls.map(([request]) => request)).toEqual([
      { log: useSession.getState().history.present, at: null, ref: dot },
      { ...inside, ref: factor(3) },
    ]);
    stop();
  });

  it('comes from a link as well', async () => {
    useSession.setState({ numbers: [dot, factor(2)] } as never);
    const stop = followSession();
    await settle();
    expect(shown()).toMatchObject({ stop: 1, opened: { ref: factor(2) } });
    expect(shown().trail.map(({ title }) => title)).toEqual(['dot', 'factor']);
    stop();
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
    const stop = followSession();
    openNumber(dot);
    await settle();
    expect(shown().before).toBeNull();
    open.mockImplementation(async ({ ref }) => answer(ref, 2));
    useSession.setState({ view: {} } as never);
    await settle();
    expect(shown()).toMatchObject({ before: 1, opened: { value: 2 } });
    stop();
  });

  it('says why it cannot be opened', async () => {
    open.mockRejectedValue(new Error('ref: nobody of that name'));
    openNumber(dot);
    await settle();
    expect(shown()).toMatchObject({ opened: null, failure: 'ref: nobody of that name' });
  });
});
