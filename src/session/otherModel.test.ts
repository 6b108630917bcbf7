import { expect, it } from 'vitest';
import type { LogEntry } from '../engine/simulatedLog';
import { review } from '../engine/testing/review';
import { saidWords } from '../views/shared/saidWords';
import { onThisModel } from './otherModel';

const dataset = {
  modelHash: 'a'.repeat(64),
  earlier: [{ hash: 'b'.repeat(64), change: 'Nobody’s scale is negative.', test: null }],
};
const OTHER = 'c'.repeat(12);

const kept: LogEntry[] = [
  review('s1'),
  { edit: 'mute', key: null, modality: 'text', muted: true },
  { edit: 'change', key: 's1', rating: 2, aspects: [null, null], text: null },
  { edit: 'counterpart', with: 'initial' },
  { edit: 'shuffle', seed: 3 },
  review('s2', { item: 'i2' }),
];
const clamp = (d: number, to: number | null): LogEntry => ({ edit: 'clamp', side: 'user', d, to });
const freeze: LogEntry = { edit: 'freeze', side: 'both', gate: 'update', to: 1 };
const whole = [kept[0], clamp(3, 1), ...kept.slice(1, 4), freeze, ...kept.slice(4), clamp(4, 0)];

it('keeps reviews and edits of a log that was made with another model, and leaves out what was set inside that', () => {
  const { log, places, said } = onThisModel(whole, OTHER, dataset, 2);
  expect(log).toEqual(kept);
  expect(places).toEqual([0, 2, 3, 4, 6, 7]);
  expect(saidWords(said)).toBe(
    'What was set or opened inside that model means nothing in this one and was left out: 2 held dimensions, 2 frozen gates and the number that was opened.',
  );
});

it('says nothing of what had been taken back, nor where nothing was inside', () => {
  expect(onThisModel([kept[0], clamp(3, 1), clamp(3, null)], OTHER, dataset)).toMatchObject({
    log: [kept[0]],
    said: [],
  });
  expect(onThisModel(kept, OTHER, dataset)).toMatchObject({ log: kept, said: [] });
  expect(onThisModel(kept, OTHER, dataset).log).toBe(kept);
});

it.each([
  ['this model', 'a'.repeat(12)],
  ['an earlier state of it', 'b'.repeat(12)],
  ['a model that is not named', null],
  ['a model that a kept log does not name', ''],
])('keeps all that was made with %s', (_, hash) => {
  const read = onThisModel(whole, hash, dataset, 1);
  expect(read.log).toBe(whole);
  expect(read.said).toEqual([]);
});
