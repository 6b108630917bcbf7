import { expect, it } from 'vitest';
import type { BehaviourRow } from '../../src/data/evidence';
import { GROUPS, groupOf, madeUpStage } from '../testing/made-up-stage';
import type { PlantedTruth } from './groups';
import { ABOUT_NOTHING } from './invariance';
import { measureBehaviours } from './measure';
import type { NewReview, Recommender } from './recommender';

const stage = madeUpStage();
const middle = (stage.rating.min + stage.rating.max) / 2;
const liking = ({ rating }: NewReview): number => Math.sign((rating ?? stage.rating.max) - middle);

/** Scores items by a sum over reviews. */
const summing = (id: string, of: (review: NewReview, item: number) => number): Recommender => ({
  id,
  scores: (reviews) =>
    Float64Array.from({ length: stage.itemCount }, (_, item) =>
      reviews.reduce((sum, review) => sum + of(review, item), -item / 1000),
    ),
});

/** Takes every word at its word; a bare rating it refers to the group of the item. */
const listener = summing('listener', (review, item) => {
  const speaks = review.text.includes(GROUPS[groupOf(item)]);
  const bare = review.text === '' && groupOf(review.item) === groupOf(item);
  return speaks || bare ? liking(review) : 0;
});

const row = (rows: readonly BehaviourRow[], behaviour: string, variant: string): BehaviourRow =>
  rows.find((one) => one.behaviour === behaviour && one.variant.startsWith(variant))!;

it('who listens passes, by text and by rating', async () => {
  const rows = await measureBehaviours(stage, listener);
  for (const variant of [
    'loved, 1 review, text and rating',
    'loved, 3 reviews, text alone',
    'loved, 1 review, rating alone',
  ]) {
    const loved = row(rows, 'listening', variant);
    // Eleven of the group are left, or nine.
    expect(loved.value.value).toBe(variant.includes('3') ? 0.9 : 1);
    expect(loved.passed).toEqual({ value: 1, low: 1, high: 1 });
    expect(loved.n).toBe(12);
  }
  const loved = row(rows, 'listening', 'loved, 1 review, text and rating');
  expect(loved.chance).toBeCloseTo(11 / 35, 12);
  expect(row(rows, 'listening', 'hated, 3 reviews, text and rating').value.value).toBe(0);
  expect(row(rows, 'no-inversion', '1 review').passed.value).toBeGreaterThan(0.5);
  for (const one of rows.filter(({ behaviour }) => behaviour === 'direction'))
    expect(one.passed.value).toBe(1);
  expect(row(rows, 'direction', 'top of the scale, first review, text').value.value).toBeGreaterThan(0);
  expect(row(rows, 'direction', 'bottom of the scale, first review, text').value.value).toBeLessThan(0);
  expect(row(rows, 'invariance', 'which items in which order').value.value).toBe(0);
});

it('who shows everybody the same does not listen, and is moved by nothing', async () => {
  const rows = await measureBehaviours(
    stage,
    summing('deaf', () => 0),
  );
  const loved = row(rows, 'listening', 'loved, 1 review, text and rating');
  expect(loved.value.value).toBeCloseTo(1 / 3, 1);
  expect(loved.passed.value).toBeLessThan(0.5);
  for (const behaviour of ['direction', 'invariance'])
    for (const one of rows.filter((found) => found.behaviour === behaviour)) expect(one.passed.value).toBe(1);
});

it('who gets it the wrong way round is told so', async () => {
  const contrary = summing('contrary', (review, item) =>
    review.text.includes(GROUPS[groupOf(item)]) ? -liking(review) : 0,
  );
  const rows = await measureBehaviours(stage, contrary);
  expect(row(rows, 'listening', 'loved, 1 review, text and rating').value.value).toBe(0);
  expect(row(rows, 'listening', 'hated, 1 review, text and rating').passed.value).toBe(0);
  // The group that comes last anyway cannot sink.
  expect(row(rows, 'direction', 'top of the scale, first review, text').passed.value).toBeLessThan(0.5);
  // What lovers are shown last is what haters are shown first.
  expect(row(rows, 'no-inversion', '1 review').value.value).toBeGreaterThan(0.8);
  expect(row(rows, 'no-inversion', '1 review').passed.value).toBe(0);
});

it('who is moved by a sentence about nothing is told so', async () => {
  const jumpy = summing('jumpy', ({ text }, item) =>
    ABOUT_NOTHING.some((one) => one === text) ? Math.abs(Math.sin(item * text.length)) : 0,
  );
  const rows = await measureBehaviours(stage, jumpy);
  expect(row(rows, 'invariance', 'which items').value.value).toBeGreaterThan(2);
  expect(row(rows, 'invariance', 'which items').passed.value).toBeLessThan(0.5);
});

it('everybody meets the same people: two runs are alike, and one recommender changes nothing for the next', async () => {
  expect(await measureBehaviours(stage, listener)).toEqual(await measureBehaviours(stage, listener));
  const asked: NewReview[][] = [];
  const spy: Recommender = {
    id: 'spy',
    scores: (reviews) => {
      asked.push([...reviews]);
      return new Float64Array(stage.itemCount);
    },
  };
  await measureBehaviours(stage, spy);
  const first = asked.splice(0);
  await measureBehaviours(stage, spy);
  expect(asked).toEqual(first);
});

it('the sign of a mention is held against the planted taste', async () => {
  const { data } = stage;
  const [user, item] = [data.userIds[data.users[0]], data.itemIds[data.items[0]]];
  const mention = (trait: string, negated: boolean) =>
    ({ trait, word: trait, negated, verdict: 'none' }) as const;
  const truth: PlantedTruth = {
    traits: {},
    teas: {},
    people: { [user]: { tastes: { lovely: 1, citrus: -1, chocolate: 1 } } },
    interactions: [
      {
        user,
        item,
        mentions: [mention('lovely', true), mention('citrus', true), mention('chocolate', false)],
      },
    ],
  };
  const believing: Recommender = {
    id: 'believing',
    scores: () => new Float64Array(stage.itemCount),
    words: () =>
      new Map([
        ['lovely', 1],
        ['citrus', 0.5],
      ]),
  };
  const rows = await measureBehaviours({ ...stage, truth }, believing);
  expect(row(rows, 'negation', 'negated, one review').passed.value).toBe(0.5);
  expect(row(rows, 'negation', 'regretted, all reviews').passed.value).toBe(1);
  expect(row(rows, 'negation', 'welcome, one review').passed.value).toBe(0);
  // "chocolate" is not in the profile.
  expect(row(rows, 'negation', 'plain, kept').passed.value).toBe(0);
});
