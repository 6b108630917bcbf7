import type { Planted, PlantedReview } from './generate';

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

const variance = (values: readonly number[]): number => {
  const centre = mean(values);
  return mean(values.map((v) => (v - centre) ** 2));
};

/** Row numbers by key. */
function groupRows(rows: readonly PlantedReview[], key: (row: PlantedReview) => string): number[][] {
  const groups = new Map<string, number[]>();
  rows.forEach((row, k) => {
    const group = groups.get(key(row));
    if (group) group.push(k);
    else groups.set(key(row), [k]);
  });
  return [...groups.values()];
}

/** Where the variance of the overall ratings comes from. The shares need not sum to 1: causes covary, and ratings are cut to their scale. */
export interface Shares {
  readonly match: number;
  readonly generosity: number;
  readonly quality: number;
  readonly noise: number;
  /** Rounding to the scale and cutting at its ends. */
  readonly scale: number;
  /** Of the match, what no sum of a person's and a tea's own mean could express. */
  readonly matchBeyondMeans: number;
}

export function varianceShares(planted: Planted): Shares {
  const rated = planted.reviews.filter((r) => r.review.rating !== null);
  const total = variance(rated.map((r) => r.review.rating!));
  const share = (value: (r: PlantedReview) => number) => variance(rated.map(value)) / total;
  const match = rated.map((r) => r.utility.match);
  return {
    match: variance(match) / total,
    generosity: share((r) => r.person.generosity),
    quality: share((r) => r.tea.quality),
    noise: share((r) => r.noise),
    scale: share((r) => r.review.rating! - r.utility.noiseless - r.noise),
    matchBeyondMeans: variance(withoutMeans(rated, match)) / total,
  };
}

/** What an additive person + tea model leaves of the values, by alternating means. */
function withoutMeans(rows: readonly PlantedReview[], values: readonly number[]): number[] {
  const rest = [...values];
  const groups = [groupRows(rows, (r) => r.person.id), groupRows(rows, (r) => r.tea.id)];
  for (let round = 0; round < 50; round++)
    for (const group of groups)
      for (const members of group) {
        const centre = mean(members.map((k) => rest[k]));
        for (const k of members) rest[k] -= centre;
      }
  return rest;
}

/** Counts and shares for the terminal. */
export function summary(planted: Planted): string {
  const { reviews, people, teas } = planted;
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  const lacking = (test: (r: PlantedReview) => boolean) =>
    percent(reviews.filter(test).length / reviews.length);
  const noAspects = (r: PlantedReview) => Object.keys(r.review.aspects).length === 0;
  const shares = varianceShares(planted);
  const rated = reviews.filter((r) => r.review.rating !== null);
  const errors = rated.map((r) => r.review.rating! - Math.min(5, Math.max(1, r.utility.noiseless)));
  const mentions = reviews.flatMap((r) => r.mentions);
  const few = (id: (r: PlantedReview) => string) =>
    groupRows(reviews, id).filter((list) => list.length <= 3).length;
  return [
    `${reviews.length} reviews by ${people.length} people of ${teas.length} teas; ` +
      `${few((r) => r.person.id)} people and ${few((r) => r.tea.id)} teas have at most 3`,
    `without text ${lacking((r) => r.review.text === '')}, without overall rating ${lacking((r) => r.review.rating === null)}, ` +
      `without aspects ${lacking(noAspects)}, nothing but text ${lacking((r) => r.review.rating === null && noAspects(r))}`,
    `${mentions.length} trait words, ${percent(mentions.filter((m) => m.negated).length / mentions.length)} of them denied; ` +
      `misspelt ${percent(mentions.filter((m) => m.written).length / mentions.length)}`,
    `overall rating: mean ${mean(rated.map((r) => r.review.rating!)).toFixed(2)}, ` +
      `standard deviation ${Math.sqrt(variance(rated.map((r) => r.review.rating!))).toFixed(2)}`,
    `its variance: match ${percent(shares.match)} (beyond person and tea means ${percent(shares.matchBeyondMeans)}), ` +
      `generosity ${percent(shares.generosity)}, quality ${percent(shares.quality)}, noise ${percent(shares.noise)}, ` +
      `scale ${percent(shares.scale)}`,
    `who knew the truth would err by MAE ${mean(errors.map(Math.abs)).toFixed(3)}, ` +
      `RMSE ${Math.sqrt(mean(errors.map((e) => e * e))).toFixed(3)}`,
  ].join('\n');
}
