import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineApi } from '../contract';
import { liveEngine } from '../testing/liveEngine';
import { review } from '../testing/review';
import { ease, MOST_ITEMS, type Others } from './others';

let engine: EngineApi;
beforeAll(async () => {
  ({ engine } = await liveEngine());
});

const quiet = () => {};
const listsOf = ({ drex, popularity, bias, neighbours }: Others) => [drex, popularity, bias, neighbours];

describe('other recommenders', () => {
  it('have the list of DReX beside them as it is, and none shows what the person has reviewed', async () => {
    const place = { log: [review('s1', { person: 'u0', item: 'i4', rating: 5 })], at: null };
    const answer = await engine.others({ ...place, times: 1, person: 'u0' });
    const list = await engine.recommend({ ...place, person: 'u0', k: 10 });
    expect(answer.drex).toEqual(list);
    const solved = await engine.ease({ ...place, person: 'u0' }, quiet);
    const open = new Set(list.map(({ item }) => item));
    expect(open.has('i4')).toBe(false);
    for (const one of [...listsOf(answer), 'list' in solved ? solved.list : null])
      expect(new Set(one?.map(({ item }) => item))).toEqual(open);
  });

  it('have nothing to go by for somebody new, until a review counts', async () => {
    const blank = { log: [], at: null, person: 'new-1' };
    const before = await engine.others({ ...blank, times: 1 });
    expect(before.neighbours).toBeNull();
    expect(before.popularity.length).toBeGreaterThan(0);
    expect(before.bias.length).toBeGreaterThan(0);
    expect(await engine.ease(blank, quiet)).toMatchObject({ list: null, how: 'known' });
    const log = [review('s1', { person: 'new-1', item: 'i0', rating: 5 })];
    expect((await engine.others({ ...blank, times: 1, log })).neighbours).not.toBeNull();
    expect(await engine.ease({ ...blank, log }, quiet)).toMatchObject({ list: expect.any(Array) });
  });

  it('know only what has happened by the moment that is asked about', async () => {
    const log = [
      review('s1', { person: 'new-1', item: 'i0', rating: 5 }),
      review('s2', { person: 'new-1', item: 'i1', rating: 5 }),
    ];
    const then = { log, at: 's1', person: 'new-1' };
    expect(listsOf(await engine.others({ ...then, times: 1 }))).toEqual(
      listsOf(await engine.others({ ...then, times: 1, log: log.slice(0, 1), at: null })),
    );
  });

  it('say where their settings were not tuned for the data set', async () => {
    const answer = await engine.others({ times: 1, log: [], at: null, person: 'u0' });
    expect(answer).toMatchObject({ tuned: false, settings: { ease: { penalty: 1000 } } });
  });

  it('give EASE up once nobody wants it any more', async () => {
    const log = [review('s1', { person: 'u2', item: 'i7', rating: 1 })];
    const asked = engine.ease({ log, at: null, person: 'u2' }, () => void engine.stopEase());
    await expect(asked).rejects.toMatchObject({ why: { kind: 'superseded' } });
  });

  it('leave EASE out where there are too many items, without looking at anything else', async () => {
    const ground = { catalogue: { bundle: { manifest: { counts: { items: MOST_ITEMS + 1 } } } } };
    const asked = { proceed: quiet, tell: quiet };
    const answer = await ease.answer(ground as never, { log: [], at: null, person: 'u0' }, asked);
    expect(answer).toEqual({ tooMany: MOST_ITEMS + 1, most: MOST_ITEMS });
  });
});
