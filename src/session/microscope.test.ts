import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NumberRef, OpenedNumber, OpenRequest } from '../engine/api';

const open = vi.fn<(request: OpenRequest) => Promise<OpenedNumber>>();

vi.mock('./store', async () => {
  const { create } = await import('zustand');
  const useSession = create(() => ({
    number: null,
    history: { present: [] },
    at: null,
    start: {},
    view: {},
  }));
  return {
    useSession,
    engine: () => ({ open }),
    showNumber: (number: NumberRef | null) => useSession.setState({ number } as never),
  };
});

const { closeNumber, followSession, goTo, openNumber, openOperand, stepBack, useMicroscope } = await import(
  './microscope'
);
const { useSession } = await import('./store');

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
  stage: 'score',
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
      { ref: dot, title: 'dot' },
      { ref: factor(3), title: 'factor' },
    ]);
    stepBack();
    await settle();
    expect(shown()).toMatchObject({ place: 0, opened: { ref: dot } });
    expect(shown().trail).toHaveLength(2);
    expect(useSession.getState().number).toEqual(dot);
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

  it('ends with the drawer', () => {
    openNumber(dot);
    closeNumber();
    expect(shown().trail).toEqual([]);
    expect(useSession.getState().number).toBeNull();
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
