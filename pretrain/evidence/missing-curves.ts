import type { Evidence } from '../../src/data/evidence';
import type { Modality } from '../../src/vocabulary';
import { errorDifference } from './bootstrap';
import type { FormResult, Measurements, MissingPoint } from './results';
import { statistic } from './statistic';
import { FORMS } from './units';

type Point = Evidence['missing'][number];
export type SeedPoint = MissingPoint & { readonly seed: number };

/** The one modality that an ablation never sees; undefined for all other forms. */
const lostBy = (form: string): Modality | undefined => {
  const without = FORMS.find(({ id }) => id === form)?.without;
  return without?.length === 1 ? without[0] : undefined;
};

/** An ablation that never sees a modality is the end of its curve. */
export function withNothingLeft({ seed, outcome }: FormResult): SeedPoint[] {
  const modality = lostBy(outcome.id);
  const { rmse } = outcome.metrics;
  return modality && rmse !== null
    ? [{ seed, modality, when: 'both', share: 1, rmse, predicted: outcome.predicted }]
    : [];
}

/**
 * Curves of the seeds that every kind of them was measured with: levels of different splits are not comparable.
 * @param mains the model itself with each seed, which every point is held against
 */
export function curves(points: readonly SeedPoint[], mains: readonly Measurements[]): Point[] {
  const trained = points.filter((p) => p.when !== 'inference');
  const seeds = new Set((trained.length > 0 ? trained : points).map((p) => p.seed));
  const shared = points.filter((p) => seeds.has(p.seed));
  // With nothing removed, training and both are the model itself.
  const whole = shared
    .filter((p) => p.share === 0 && trained.some(({ modality }) => modality === p.modality))
    .flatMap((p) => (['training', 'both'] as const).map((when): SeedPoint => ({ ...p, when })));
  const groups = new Map<string, [SeedPoint, ...SeedPoint[]]>();
  for (const point of [...shared, ...whole]) {
    const group = groups.get(nameOf(point));
    if (group) group.push(point);
    else groups.set(nameOf(point), [point]);
  }
  return sorted(
    [...groups.values()].map((group): Point => {
      const { modality, when, share } = group[0];
      const rmse = statistic(group.map((p) => p.rmse));
      return { modality, when, share, rmse, ...(share > 0 && fromWhole(group, mains)) };
    }),
  );
}

/** How far a point lies from the model with nothing removed, on the same ratings; nothing where its predictions were not kept. */
function fromWhole(
  group: readonly SeedPoint[],
  mains: readonly Measurements[],
): Pick<Point, 'difference' | 'n'> | null {
  const pairs = group.flatMap(({ seed, predicted }) => {
    const main = mains.find((one) => one.seed === seed);
    const own = main?.outcomes.find(({ id }) => id === 'drex')?.predicted;
    return main && own && predicted?.length === own.length ? [{ main, own, predicted }] : [];
  });
  if (pairs.length < group.length) return null;
  const truth = {
    users: pairs.flatMap(({ main }) => main.users),
    ratings: pairs.flatMap(({ main }) => main.ratings),
  };
  const all = (of: 'own' | 'predicted') => pairs.flatMap((pair) => pair[of]);
  const difference = errorDifference('rmse', truth, all('predicted'), all('own'), { seed: 1 });
  return { difference, n: truth.users.length };
}

/** Points of both; of one that both have, the newer. */
export const keptPoints = (now: readonly Point[], earlier: readonly Point[]): Point[] => [
  ...now,
  ...earlier.filter((old) => !now.some((one) => nameOf(one) === nameOf(old))),
];

/**
 * Points, and the ends that ablations give the curves of the seeds that they were trained with, as {@link withNothingLeft} does
 * where their results are at hand.
 */
export function withKeptEnds(
  points: readonly Point[],
  { models, comparisons }: Pick<Evidence, 'models' | 'comparisons'>,
): Point[] {
  const own = models.find(({ family }) => family === 'drex');
  const ends = models.flatMap(({ id, seeds, metrics: { rmse } }): Point[] => {
    const modality = lostBy(id);
    const whole = points.find((one) => one.modality === modality && one.share === 0);
    if (!modality || !rmse || !whole) return [];
    const levels = seeds.map((seed) => own?.metrics.rmse?.values[own.seeds.indexOf(seed)]);
    if (String(levels) !== String(whole.rmse.values)) return [];
    const compared = comparisons.find(({ model, metric }) => model === id && metric === 'rmse');
    const end: Point = {
      modality,
      when: 'both',
      share: 1,
      rmse,
      // The evidence says DReX − other.
      ...(compared && { difference: turned(compared.difference), n: compared.n }),
    };
    return [...(['training', 'both'] as const).map((when): Point => ({ ...whole, when })), end];
  });
  return sorted(keptPoints(points, ends).map((one) => ends.find((end) => better(end, one)) ?? one));
}

/** The same point, and this one with its interval. */
const better = (end: Point, one: Point): boolean =>
  nameOf(end) === nameOf(one) &&
  end.rmse.mean === one.rmse.mean &&
  Boolean(end.difference && !one.difference);

const turned = ({ value, low, high }: NonNullable<Point['difference']>) => ({
  value: -value,
  low: -high,
  high: -low,
});

const nameOf = ({ modality, when, share }: Pick<Point, 'modality' | 'when' | 'share'>): string =>
  `${modality}:${when}:${share}`;

const sorted = (points: readonly Point[]): Point[] =>
  points.toSorted(
    (a, b) => a.modality.localeCompare(b.modality) || a.when.localeCompare(b.when) || a.share - b.share,
  );
