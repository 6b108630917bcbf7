import { expect, it } from 'vitest';
import { liveEngine } from '../testing/liveEngine';

it('names what the reviews of each item affirm, as its profile has it, in the order asked', async () => {
  const { engine } = await liveEngine();
  const place = { log: [], at: null };
  const items = ['i3', 'i0', 'i1'];
  const answer = await engine.spoken({ ...place, items, words: 3 });
  expect(answer.map(({ item }) => item.id)).toEqual(items);
  for (const { item, words } of answer) {
    const { item: shown } = await engine.view({ ...place, person: 'u0', item: item.id, k: 3, words: 99 });
    const affirmed = shown?.profile.words.filter(({ weight }) => weight > 0).map(({ word }) => word) ?? [];
    expect(words).toEqual(affirmed.slice(0, 3));
    expect(item).toEqual(shown?.summary);
  }
  const named = await engine.spoken({ ...place, items, words: 0 });
  expect(named).toEqual(answer.map(({ item }) => ({ item, words: [] })));
  expect(answer.some(({ words }) => words.length > 0)).toBe(true);
  await expect(engine.spoken({ ...place, items: ['none'], words: 3 })).rejects.toMatchObject({
    why: { kind: 'request', field: 'items' },
  });
});
