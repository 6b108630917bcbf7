import type { RatingScale } from '../../src/model/config';
import type { Facts } from '../item-facts';
import type { Prepared } from '../prepare';
import { type Random, random, shuffle } from '../random';
import { factGroups, GROUPING, type Group, type PlantedTruth, plantedGroups } from './groups';
import type { NewReview } from './recommender';
import { type SpokenOf, spokenOf, typicalWords } from './spoken-of';

/** What is known of the items of a set beside its reviews. */
export interface KnownOfItems {
  readonly facts?: Facts;
  readonly truth?: PlantedTruth | null;
}

/** How much is tried. */
export interface Extent {
  /** Newcomers for each group and kind of review. */
  readonly draws: number;
  /** Items whose neighbours are followed. */
  readonly items: number;
  /** People who write about nothing. */
  readonly people: number;
}

export const EXTENT: Extent = { draws: 20, items: 100, people: 40 };

/** A data set as the simulated people see it: the same for every recommender. */
export interface Stage {
  readonly data: Prepared;
  readonly seed: number;
  readonly extent: Extent;
  readonly rating: RatingScale;
  readonly itemCount: number;
  readonly spoken: SpokenOf;
  readonly groups: readonly Group[];
  readonly truth: PlantedTruth | null;
}

export function stageOf(
  data: Prepared,
  { facts, truth = null }: KnownOfItems,
  seed: number,
  extent: Extent = EXTENT,
): Stage {
  const spoken = spokenOf(data);
  const field = GROUPING[data.descriptor.id];
  const byFacts = field && facts ? factGroups(spoken, data.itemIds, facts, field) : [];
  return {
    data,
    seed,
    extent,
    rating: data.config.rating,
    itemCount: data.itemIds.length,
    spoken,
    groups: truth ? plantedGroups(spoken, data.itemIds, truth) : byFacts,
    truth,
  };
}

/** Draws for one purpose: the same whoever is measured, and whatever else is. */
export const sourceFor = ({ seed }: Pick<Stage, 'seed'>, ...purpose: (string | number)[]): Random =>
  random(seed, 'behaviours', ...purpose);

/** Some of many, without replacement. */
export const someOf = (all: readonly number[], count: number, source: Random): number[] =>
  Array.from(shuffle(Int32Array.from(all), source).subarray(0, count));

/** A rating so many deviations above the mean, within the scale. */
export const ratingAt = ({ min, max, mean, deviation }: RatingScale, deviations: number): number =>
  Math.min(max, Math.max(min, mean + deviations * deviation));

/** How far above the mean somebody rates what they love, and what they hate, in deviations. */
export const LOVED = 1.2;
export const HATED = -2;

/** What a newcomer wrote before: three items at random, loved, each in its own most typical words. */
export const earlierReviews = (
  { spoken, rating, itemCount }: Stage,
  source: Random,
  but: ReadonlySet<number>,
): NewReview[] =>
  someOf(
    Array.from({ length: itemCount }, (_, item) => item).filter((item) => !but.has(item)),
    3,
    source,
  ).map((item) => ({ item, rating: ratingAt(rating, LOVED), text: typicalWords(spoken, new Set([item])) }));
