import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { About, NumberRef, OpenedNumber } from '../engine/openedNumber';
import type { OpenRequest } from '../engine/questions/open';
import type { Place } from '../engine/simulatedLog';
import { review } from '../engine/testing/review';
import {
  closeNumber,
  goTo,
  openNumber,
  openOperand,
  stepBack,
  stopIn,
  trailIn,
  useOpened,
  useTrail,
} from './number';
import type { Session } from './session';
import { newSession } from './testing/openSession';

const open = vi.fn<(request: OpenRequest) => Promise<OpenedNumber>>();

let session: Session;

const NOW: Place = { log: [], at: null };
const dot: NumberRef = { of: 'dot', person: 'p', item: 'i' };
const factor = (d: number): NumberRef => ({ of: 'factor', person: 'p', d });
const aboutOf = (ref: NumberRef): About =>
  ref.of === 'factor' ? { is: 'factor', n: ref.d, apart: null } : { is: 'dot', off: false, apart: null };
const answer = (ref: NumberRef, value: number): OpenedNumber => ({
  ref,
  about: aboutOf(ref),
  tex: '',
  symbol: '',
  name: 'p',
  numbered: '',
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
  const { of, store } = session;
  const { answer: opened, failure } = of(useOpened).getState();
  const { before } = of(useTrail).getState();
  const trail = trailIn(of(useTrail).getState(), store.getState());
  return { trail, stop: stopIn(store.getState()), opened: opened?.at(-1) ?? null, failure, before };
};
/** A change of the log, worked out. */
const change = () => session.store.setState({ view: {}, history: { present: [review('s1')] } } as never);

beforeEach(() => {
  session = newSession({ open });
  session.store.setState({ start: {}, view: {} } as never);
  session.of(useOpened).subscribe(() => {});
  open.mockReset().mockImplementation(async ({ ref }) => answer(ref, 1));
});

describe('the way to a number', () => {
  it('grows with each operand, and stays when one goes back on it', async () => {
    session.act(openNumber(dot));
    await settle();
    session.act(openOperand(factor(3)));
    await settle();
    expect(shown().trail).toEqual([
      { ref: dot, about: aboutOf(dot) },
      { ref: factor(3), about: aboutOf(factor(3)) },
    ]);
    session.act(stepBack);
    await settle();
    expect(shown()).toMatchObject({ stop: 0, opened: { ref: dot } });
    expect(shown().trail).toHaveLength(2);
    expect(session.store.getState().numbers).toEqual([dot]);
    session.act(goTo(1));
    await settle();
    expect(shown().opened?.ref).toEqual(factor(3));
  });

  it('takes another turn where another operand is opened', async () => {
    session.act(openNumber(dot));
    session.act(openOperand(factor(3)));
    session.act(stepBack);
    session.act(openOperand(factor(4)));
    await settle();
    expect(shown().trail.map(({ ref }) => ref)).toEqual([dot, factor(4)]);
  });

  it('is gone where each number says that its operands are, now and when the session changes', async () => {
    const inside: Place = { log: [{ edit: 'delete', key: 'b1' }], at: 'b7' };
    open.mockImplementation(async ({ ref }) => ({
      ...answer(ref, 1),
      place: ref.of === 'dot' ? inside : NOW,
    }));
    session.act(openNumber(dot));
    await settle();
    session.act(openOperand(factor(3)));
    await settle();
    expect(open).toHaveBeenLastCalledWith({ ...inside, ref: factor(3) });
    open.mockClear();
    change();
    await settle();
    // What lies in a place of its own is known.
    expect(open.mock.calls.map(([request]) => request)).toEqual([
      { log: session.store.getState().history.present, at: null, ref: dot },
    ]);
    expect(shown().opened?.ref).toEqual(factor(3));
  });

  it('comes from a link as well', async () => {
    session.store.setState({ numbers: [dot, factor(2)] } as never);
    await settle();
    expect(shown()).toMatchObject({ stop: 1, opened: { ref: factor(2) } });
    expect(shown().trail.map(({ about }) => about?.is)).toEqual(['dot', 'factor']);
  });

  it('ends with the drawer', () => {
    session.act(openNumber(dot));
    session.act(closeNumber);
    expect(shown().trail).toEqual([]);
    expect(session.store.getState().numbers).toEqual([]);
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
    session.act(openNumber(dot));
    session.act(openNumber(factor(1)));
    await settle();
    late(answer(dot, 7));
    await settle();
    expect(shown().opened?.ref).toEqual(factor(1));
  });

  it('is asked for anew when the session changes, and says what it was', async () => {
    session.act(openNumber(dot));
    await settle();
    expect(shown().before).toBeNull();
    open.mockImplementation(async ({ ref }) => answer(ref, 2));
    change();
    await settle();
    expect(shown()).toMatchObject({ before: 1, opened: { value: 2 } });
  });

  it('says why it cannot be opened', async () => {
    open.mockRejectedValue(new Error('ref: nobody of that name'));
    session.act(openNumber(dot));
    await settle();
    expect(shown()).toMatchObject({ opened: null, failure: { message: 'ref: nobody of that name' } });
  });
});
