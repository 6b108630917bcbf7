import { expect, it } from 'vitest';
import { sortKept } from './offline';

const files = [
  { path: 'index.html', bytes: 10 },
  { path: 'assets/page-1.js', bytes: 200 },
  { path: 'lessons/index.json', bytes: 3 },
  { path: 'lessons/one-review.json', bytes: 4 },
  { path: 'datasets/index.json', bytes: 5 },
  { path: 'datasets/teas/manifest.json', bytes: 30 },
  { path: 'datasets/teas/weights-0.bin', bytes: 70 },
  { path: 'datasets/beers/weights-0.bin', bytes: 1000 },
];

it('what is kept is counted by what it is for, and adds up', () => {
  const kept = sortKept(files);
  expect(kept).toMatchObject({ page: 215, lessons: 7, lessonIds: ['index', 'one-review'], all: 1322 });
});

it('a data set without its manifest is not kept: it came only in part', () => {
  expect(sortKept(files).sets).toEqual({ teas: 100 });
});
