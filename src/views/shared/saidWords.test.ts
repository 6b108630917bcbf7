import { expect, it } from 'vitest';
import { review } from '../../engine/testing/review';
import type { Said } from '../../session/said';
import { contentsOf, saidWords } from './saidWords';

const one = [review('s1')];
const more = [...one, review('s2'), { edit: 'delete', key: 's1' }] as const;

it('tells what is in a log', () => {
  expect([[], one, more].map(contentsOf)).toEqual(['no reviews', '1 review', '2 reviews and 1 edit']);
});

it.each<[said: Said[], words: string]>([
  [[{ is: 'kept-back', log: one }], 'Your 1 review was kept in this browser and is back.'],
  [[{ is: 'kept-back', log: more }], 'Your 2 reviews and 1 edit were kept in this browser and are back.'],
  [[{ is: 'back', log: more }], 'Your 2 reviews and 1 edit are back.'],
  [[{ is: 'afresh' }, { is: 'stays', log: one }], 'Started afresh. Your 1 review stays in this browser.'],
  [
    [{ is: 'kept-here', log: more, created: '' }],
    '2 reviews and 1 edit were written on this device (at an unknown time). If that was you, go on from there.',
  ],
  [[{ is: 'had-here', log: one }], 'You had 1 review here; this link shows others.'],
  [
    [{ is: 'not-kept', full: true }],
    'This browser has no room left to keep your reviews; the link in the address still holds them.',
  ],
  [
    [{ is: 'not-kept', full: false }],
    'This browser does not let the page keep your reviews; the link in the address still holds them.',
  ],
  [[{ is: 'saved-file', log: more, name: 'x.json' }], 'Saved 2 reviews and 1 edit as x.json.'],
  [
    [{ is: 'opened-file', log: one, name: 'x' }, { is: 'no-dataset' }, { is: 'no-model' }],
    'Opened 1 review from “x”. It does not say which data set it belongs to. It does not say which model it was made with.',
  ],
  [
    [{ is: 'too-large', name: 'x' }, { is: 'unchanged' }],
    '“x” is too large to be a log. Nothing was changed.',
  ],
  [
    [{ is: 'refused-file', name: 'x' }, { is: 'newer-log', schema: 2 }, { is: 'unchanged' }],
    '“x” was not opened. It was made by a newer version of this page (schema 2, here 1). Nothing was changed.',
  ],
  [
    [{ is: 'other-dataset', name: 'x', dataset: 'teas' }, { is: 'unchanged' }],
    '“x” belongs to the data set “teas”. Open that data set first, then the file. Nothing was changed.',
  ],
  [[{ is: 'none-fits' }, { is: 'unchanged' }], 'None of it fits this data set. Nothing was changed.'],
  [
    [{ is: 'damaged-log', kept: 3, expected: 3 }],
    'This link is damaged at its end; all 3 of its reviews could be kept.',
  ],
  [
    [{ is: 'damaged-log', kept: 3, expected: null }],
    'This link is damaged: 3 reviews could be kept, the others were left out.',
  ],
  [[{ is: 'no-axes', name: 'x' }], 'The map has no axes “x”; those of items are drawn.'],
])('has words for %j', (said, words) => {
  expect(saidWords(said)).toBe(words);
});

it('names every entry that was left out, those alike together, and gives no more reasons than anybody reads', () => {
  const wrong = (entry: number, field: string) => ({ entry, field, what: { is: 'missing' } as const });
  const said = (problems: ReturnType<typeof wrong>[]) => saidWords([{ is: 'left-out', problems, total: 40 }]);
  expect(said([1, 4, 5, 6, 8].map((entry) => wrong(entry, 'item')))).toBe(
    '5 of 40 entries were left out (entries 2, 5–7 and 9, item: is missing).',
  );
  const many = Array.from({ length: 15 }, (_, k) => wrong(2 * k, `aspects[${k}]`));
  expect(said(many)).toContain(
    'entry 23, aspects[11]: is missing; entries 25, 27 and 29, for similar reasons).',
  );
});
