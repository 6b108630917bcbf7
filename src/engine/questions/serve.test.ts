import { describe, expect, it } from 'vitest';
import { BundleError } from '../../data/errors';
import { RequestError } from '../core/requestError';
import { EngineError } from '../engineError';
import { PartMissing } from '../loadPart';
import { lazily, question, stop } from './question';
import { serve } from './serve';

/** A ground as far as serving goes; its replay ends when it is told to. */
function madeUpGround(name: string) {
  let end = () => {};
  const replay = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { name, end, replayed: () => replay };
}
type MadeUpGround = ReturnType<typeof madeUpGround>;

interface Sum {
  readonly sum: number;
  readonly of: string;
  readonly milliseconds: number;
}

/** Adds numbers, one after the other. */
const add = question<readonly number[], Sum, number, MadeUpGround>({
  latest: true,
  timed: true,
  async answer(ground, numbers, { proceed, tell }) {
    let sum = 0;
    for (const one of numbers) {
      if (one < 0) throw new RequestError('numbers', { is: 'not', a: 'index', value: one });
      sum += one;
      tell(sum);
      await null;
      proceed();
    }
    return { sum, of: ground.name };
  },
});

const name = question<undefined, string, never, MadeUpGround>({
  replayed: true,
  answer: (ground) => ground.name,
});

const table = {
  add,
  name,
  stopAdding: stop('add'),
  later: lazily(async () => ({ add }), 'add', 'adding later'),
  damaged: question<undefined, string, never, MadeUpGround>({
    answer: () => {
      throw new BundleError({
        file: 'users.parquet',
        place: null,
        problem: { is: 'checksum' },
        remedy: 'download',
      });
    },
  }),
  faulty: question<undefined, string, never, MadeUpGround>({
    answer: () => (null as unknown as string).trim(),
  }),
};

/** The made-up questions as they are asked, on a ground that a start may put in the place of another. */
function open() {
  let ground: MadeUpGround | null = null;
  const { answers, endAll } = serve(table, () => {
    if (!ground) throw new RequestError('start', { is: 'not-started' });
    return ground;
  });
  return {
    asks: answers,
    start(called: string): MadeUpGround {
      endAll();
      ground = madeUpGround(called);
      return ground;
    },
  };
}

const SUPERSEDED = { why: { kind: 'superseded' } };

describe('serve', () => {
  it('answers a question of the table about what is there now, timed, telling how far it is', async () => {
    const { asks, start } = open();
    start('first');
    const told: number[] = [];
    const answer = await asks.add([1, 2, 3], (sum) => told.push(sum));
    expect(answer).toEqual({ sum: 6, of: 'first', milliseconds: expect.any(Number) });
    expect(told).toEqual([1, 3, 6]);
    start('second');
    expect(await asks.later([1], () => {})).toMatchObject({ sum: 1, of: 'second' });
  });

  it('lets a newer question of its kind take over, before any work is done and in the midst of it', async () => {
    const { asks, start } = open();
    start('it');
    const told: number[] = [];
    const first = asks.add([1], (sum) => told.push(sum));
    const second = asks.add([2], () => {});
    const other = asks.later([7], () => {});
    await expect(first).rejects.toMatchObject(SUPERSEDED);
    expect(told).toEqual([]);
    expect(await second).toMatchObject({ sum: 2 });
    expect(await other).toMatchObject({ sum: 7 });
    let newer: Promise<Sum> | null = null;
    const midway = asks.add([3, 4], () => {
      newer ??= asks.add([5], () => {});
    });
    await expect(midway).rejects.toMatchObject(SUPERSEDED);
    expect(await newer).toMatchObject({ sum: 5 });
  });

  it('gives up for a stop, and for a new start whatever the question', async () => {
    const { asks, start } = open();
    start('it');
    const stopped = asks.add([1], () => {});
    await asks.stopAdding();
    await expect(stopped).rejects.toMatchObject(SUPERSEDED);
    const old = start('old');
    const adding = asks.add([1], () => {});
    const waiting = asks.name();
    start('new').end();
    old.end();
    expect(await Promise.allSettled([adding, waiting])).toMatchObject([
      { status: 'rejected', reason: SUPERSEDED },
      { status: 'rejected', reason: SUPERSEDED },
    ]);
    expect(await asks.name()).toBe('new');
  });

  it('waits for the replay where the question does', async () => {
    const { asks, start } = open();
    const ground = start('it');
    let answered = false;
    const waiting = asks.name().then((called) => {
      answered = true;
      return called;
    });
    await asks.add([1], () => {});
    expect(answered).toBe(false);
    ground.end();
    expect(await waiting).toBe('it');
  });

  it('says of every failure of which kind it is', async () => {
    const { asks, start } = open();
    await expect(asks.add([1], () => {})).rejects.toMatchObject({ why: { kind: 'request', field: 'start' } });
    start('it');
    await expect(asks.add([-1], () => {})).rejects.toMatchObject({
      why: { kind: 'request', field: 'numbers' },
    });
    await expect(asks.damaged()).rejects.toMatchObject({ why: { kind: 'data' } });
    await expect(asks.faulty()).rejects.toBeInstanceOf(EngineError);
    await expect(asks.faulty()).rejects.toMatchObject({ why: { kind: 'fault' } });
    const stale = asks.add([-1], () => {});
    await asks.stopAdding();
    await expect(stale, 'that it is stale says more').rejects.toMatchObject(SUPERSEDED);
  });

  it('asks for the code of a lazy question once, and again where it did not come', async () => {
    let loads = 0;
    const { load } = lazily(async () => {
      // A part is tried twice before it counts as missing.
      if (++loads <= 2) throw new Error('offline');
      return { add };
    }, 'add');
    await expect(load()).rejects.toThrow(PartMissing);
    expect(await load()).toBe(add);
    expect(await load()).toBe(add);
    expect(loads).toBe(3);
  });
});
