import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand';
import { EngineError } from '../engine/engineError';
import { type AskRules, inquiry, type ResourceRules, resource, same } from './ask';

interface Request {
  readonly log: readonly string[];
  readonly at: number;
}
interface Answer {
  readonly to: Request;
}
interface Open {
  readonly request: Request;
  readonly answer: () => void;
  readonly fail: (error: Error) => void;
  readonly tell: (progress: number) => void;
}

/** Questions that have not been answered yet, and how many there were. */
let open: Open[];
let count: number;
const ask: AskRules<Request, Answer, number>['ask'] = (request, tell) =>
  new Promise((resolve, reject) => {
    count++;
    open.push({ request, answer: () => resolve({ to: request }), fail: reject, tell });
  });
const settle = () => new Promise((resolve) => setImmediate(resolve));
const superseded = () => new EngineError({ kind: 'superseded' });

beforeEach(() => {
  open = [];
  count = 0;
});

const LOG = ['a', 'b'];
const request = (at: number): Request => ({ log: LOG, at });

/** Answers the k-th open question. */
async function answer(k = 0): Promise<void> {
  open.splice(k, 1)[0].answer();
  await settle();
}

describe('a question', () => {
  it('has the answer to the latest, whatever the order of the answers', async () => {
    const q = inquiry({ ask });
    for (const at of [1, 2, 3]) void q.ask(request(at));
    await answer(2);
    expect(q.getState()).toMatchObject({ answer: { to: request(3) }, of: request(3), asking: false });
    await answer(1);
    open[0].fail(new Error('too late'));
    await settle();
    expect(q.getState()).toMatchObject({ answer: { to: request(3) }, asked: request(3), failure: null });
  });

  it('keeps the answer of before until there is another, unless it is told not to', async () => {
    const q = inquiry({ ask, keeps: (held, now) => now.at - held.at === 1 });
    void q.ask(request(1));
    await answer();
    void q.ask(request(2));
    expect(q.getState()).toMatchObject({ asked: request(2), of: request(1), answer: { to: request(1) } });
    await answer();
    void q.ask(request(9));
    expect(q.getState()).toMatchObject({ asked: request(9), of: null, answer: null });
  });

  it('says why there is no answer, in place of the one of before or beside it', async () => {
    for (const outlives of [false, true]) {
      const q = inquiry({ ask, outlives });
      void q.ask(request(1));
      await answer();
      void q.ask(request(2));
      open.pop()?.fail(new Error('no such moment'));
      await settle();
      expect(q.getState()).toMatchObject({
        asked: request(2),
        asking: false,
        failure: { message: 'no such moment' },
      });
      expect(q.getState().answer).toEqual(outlives ? { to: request(1) } : null);
    }
  });

  it('ends without a word when somebody else took over, or is asked again where it insists', async () => {
    for (const insists of [false, true]) {
      const q = inquiry({ ask, insists });
      void q.ask(request(1));
      open.splice(0)[0].fail(superseded());
      await settle();
      expect(q.getState()).toMatchObject({ asking: insists, failure: null });
      expect(open).toHaveLength(insists ? 1 : 0);
    }
  });

  it('tells how far the latest is, and nothing once it has been stopped; what it told stays', async () => {
    const stop = vi.fn();
    const q = inquiry({ ask, stop });
    void q.ask(request(1));
    void q.ask(request(2));
    open[0].tell(0.9);
    expect(q.getState().progress).toBeNull();
    open[1].tell(0.5);
    q.stop();
    open[1].tell(0.7);
    expect(q.getState()).toMatchObject({ progress: 0.5, asking: false });
    await answer(1);
    expect(q.getState().answer).toBeNull();
    q.stop();
    expect(stop).toHaveBeenCalledTimes(1);
    void q.ask(request(3));
    const { tell } = open[1];
    await answer(1);
    tell(0.9);
    expect(q.getState()).toMatchObject({ progress: null, answer: { to: request(3) } });
  });

  it('waits with a pause, after which only the last one is asked', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const q = inquiry({ ask, pause: ({ at }, before) => (at === before?.at ? 0 : 150) });
    for (const at of [1, 2, 3]) {
      void q.ask(request(at));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(count).toBe(0);
    await vi.advanceTimersByTimeAsync(50);
    expect(open.map((one) => one.request.at)).toEqual([3]);
    void q.ask({ log: [], at: 3 });
    expect(count).toBe(2);
    vi.useRealTimers();
  });
});

describe('a resource', () => {
  /** null: nothing to ask; undefined: not known yet. */
  const makeSource = () =>
    createStore<{ now: Request | null | undefined; stamp: number }>(() => ({ now: undefined, stamp: 0 }));
  let source = makeSource();
  const go = (now: Request | null | undefined) => source.setState({ now });
  const make = (rules: Partial<ResourceRules<Request, Answer, number>> = {}) =>
    resource({
      ask,
      of: () => source.getState().now,
      sources: [source.subscribe],
      stamp: () => source.getState().stamp,
      ...rules,
    });
  beforeEach(() => {
    source = makeSource();
  });

  it('asks once for the same, and has the same answer object', async () => {
    const r = make();
    r.subscribe(() => {});
    go(request(1));
    go({ log: [...LOG], at: 1 });
    await answer();
    const first = r.getState().answer;
    go(request(1));
    expect(count).toBe(1);
    expect(r.getState().answer).toBe(first);
    source.setState({ stamp: 1 });
    expect(count).toBe(2);
  });

  it('parks while nobody looks, and asks for the latest alone when somebody does', async () => {
    const r = make();
    go(request(1));
    expect(count).toBe(0);
    const leave = r.subscribe(() => {});
    const leaveToo = r.subscribe(() => {});
    expect(count).toBe(1);
    leave();
    leaveToo();
    // What is under way when one leaves is there when one comes back.
    await answer();
    r.subscribe(() => {})();
    expect(count).toBe(1);
    expect(r.getState().answer).toEqual({ to: request(1) });
    for (const at of [2, 3, 4]) go(request(at));
    expect(count).toBe(1);
    r.subscribe(() => {});
    expect(open.map((one) => one.request.at)).toEqual([4]);
  });

  it('ends what is under way when nobody looks any more, where that can be, and then asks anew', () => {
    const stop = vi.fn();
    const r = make({ stop });
    go(request(1));
    r.subscribe(() => {})();
    expect(stop).toHaveBeenCalledTimes(1);
    r.subscribe(() => {});
    expect(count).toBe(2);
  });

  it('forgets where there is nothing to ask, and stays as it is while that is not known', async () => {
    const r = make();
    r.subscribe(() => {});
    go(request(1));
    await answer();
    go(undefined);
    expect(r.getState().answer).toEqual({ to: request(1) });
    go(request(2));
    go(null);
    await answer();
    expect(r.getState()).toMatchObject({ asked: null, answer: null, asking: false });
  });

  it('asks again after a failure, with the next change or for the next who looks', async () => {
    const r = make();
    const leave = r.subscribe(() => {});
    go(request(1));
    for (let k = 1; k < 3; k++) {
      open.pop()?.fail(new Error('no'));
      await settle();
      expect(r.getState().failure?.message).toBe('no');
      expect(count).toBe(k);
      if (k === 1) go(request(1));
    }
    leave();
    r.subscribe(() => {});
    expect(count).toBe(3);
    await answer();
    expect(r.getState()).toMatchObject({ failure: null, answer: { to: request(1) } });
  });

  it('asks again after a failure beside which the answer to the same request stays', async () => {
    const r = make({ outlives: true });
    r.subscribe(() => {});
    go(request(1));
    await answer();
    source.setState({ stamp: 1 });
    open.pop()?.fail(new Error('no'));
    await settle();
    expect(r.getState()).toMatchObject({ answer: { to: request(1) }, failure: { message: 'no' } });
    source.setState({ stamp: 1 });
    expect(count).toBe(3);
  });

  it('finishes what is under way where it should, and of what waits asks the last', async () => {
    const r = make({ finishes: (asked, now) => asked.log === now.log });
    r.subscribe(() => {});
    for (const at of [1, 2, 3]) go(request(at));
    expect(count).toBe(1);
    await answer();
    expect(r.getState()).toMatchObject({ answer: { to: request(1) }, asked: request(3), asking: true });
    // Back to what is under way, nothing waits any more; another log does not wait.
    go(request(4));
    go(request(3));
    await answer();
    expect(count).toBe(2);
    go(request(5));
    go({ log: [], at: 5 });
    expect(count).toBe(4);
  });

  it('mends what cannot be answered, and then asks for what there is to ask by then', async () => {
    const mends = vi.fn(async () => {
      go(request(2));
      return true;
    });
    const r = make({ mends, finishes: () => true });
    r.subscribe(() => {});
    go(request(1));
    open.pop()?.fail(new Error('no'));
    await settle();
    expect(open.map((one) => one.request.at)).toEqual([2]);
    await answer();
    expect(r.getState()).toMatchObject({ failure: null, answer: { to: request(2) } });
    // What was not mended has failed; but not what nobody asks for any more.
    mends.mockImplementation(async () => false);
    go(request(3));
    go(request(4));
    open.pop()?.fail(new Error('no'));
    await settle();
    expect(r.getState()).toMatchObject({ failure: null, asked: request(4), asking: true });
    open.pop()?.fail(new Error('no'));
    await settle();
    expect(r.getState()).toMatchObject({ failure: { message: 'no' }, asking: false });
  });

  it('shows what belongs together and comes to the latest, whatever changes, fails or is answered when', async () => {
    const commands = fc.array(
      fc.tuple(fc.constantFrom('go', 'look', 'answer', 'fail', 'supersede', 'stamp'), fc.nat(9)),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (done) => {
        open = [];
        count = 0;
        source = makeSource();
        const r = make();
        let leave: (() => void) | null = null;
        let most = 0;
        for (const [does, n] of done) {
          const before = count;
          const one = open.length > 0 ? open.splice(n % open.length, 1)[0] : null;
          if (one && !['answer', 'fail', 'supersede'].includes(does)) open.push(one);
          if (does === 'go') go(n > 7 ? [null, undefined][n - 8] : request(n));
          if (does === 'stamp') source.setState({ stamp: n });
          if (does === 'look') {
            leave?.();
            leave = leave ? null : r.subscribe(() => {});
          }
          if (does === 'answer') one?.answer();
          if (does === 'fail') one?.fail(new Error(`${one.request.at}`));
          if (does === 'supersede') one?.fail(superseded());
          await settle();
          // One thing done asks one question at most; unseen it asks none, but for one that was taken over from.
          most++;
          expect(count).toBeLessThanOrEqual(most);
          if (!leave && does !== 'supersede') expect(count).toBe(before);
          const { answer: shown, of, failure, asked } = r.getState();
          expect(shown?.to ?? null).toBe(of);
          if (failure !== null) expect(failure.message).toBe(`${asked?.at}`);
        }
        leave?.();
        r.subscribe(() => {});
        for (await settle(); open.length > 0; await settle()) open.splice(0, 1)[0].answer();
        const { now } = source.getState();
        const { answer: shown, asking, failure } = r.getState();
        expect({ asking, failure: now === undefined ? null : failure }).toEqual({
          asking: false,
          failure: null,
        });
        if (now !== undefined) expect(shown?.to ?? null).toEqual(now);
      }),
      { numRuns: 300 },
    );
  });
});

it('two requests are the same part by part', () => {
  expect(same({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(same({ a: undefined }, { b: undefined })).toBe(false);
  expect(same([Number.NaN], [Number.NaN])).toBe(true);
  expect(same(null, {})).toBe(false);
});
