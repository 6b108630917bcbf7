import type { Evidence, Interval, MetricName, ModelRow } from '../../src/data/evidence';
import type { Outcome } from '../outcome';
import {
  type BootstrapOptions,
  drawnIn,
  errorDifference,
  meanInterval,
  rankingDifference,
  rmseInterval,
  type UserValues,
} from './bootstrap';
import type { HeldOutPeople } from './results';

/** DReX and others with one seed, on the same held-out interactions. */
export interface Measured {
  readonly seed: number;
  /** Null in older results, which do not hold it. */
  readonly held: HeldOutPeople | null;
  readonly outcomes: readonly Outcome[];
}

/** A model trained anew, on the held-out interactions of its seed. */
export interface Changed {
  readonly seed: number;
  readonly outcome: Outcome;
}

/** Metrics by which DReX is compared with each other model. */
const COMPARED = ['rmse', 'mae', 'ndcg@10', 'catalogue/ndcg@10'] as const satisfies readonly MetricName[];
/** Those of which a model has an interval of its own. */
const ALONE = [...COMPARED, 'catalogue/recall@10'] as const satisfies readonly MetricName[];
type Compared = (typeof ALONE)[number];

/** One model with one seed, beside DReX on the same interactions. */
interface Pair {
  readonly held: HeldOutPeople | null;
  readonly drex: Outcome;
  readonly other: Outcome;
}

/** Every model beside DReX, on the seeds that it was measured with. */
function pairsOf(measured: readonly Measured[], changed: readonly Changed[]): Map<string, Pair[]> {
  const pairs = [
    ...measured.flatMap(({ held, outcomes }) => outcomes.map((other) => ({ held, outcomes, other }))),
    ...changed.flatMap(({ seed, outcome: other }) => {
      const beside = measured.find((one) => one.seed === seed);
      return beside ? [{ ...beside, other }] : [];
    }),
  ].map(({ held, outcomes, other }): Pair => ({ held, drex: outcomes.find(isDrex)!, other }));
  const byModel = new Map<string, Pair[]>();
  for (const pair of pairs) byModel.set(pair.other.id, [...(byModel.get(pair.other.id) ?? []), pair]);
  return byModel;
}

const isDrex = ({ id }: Outcome): boolean => id === 'drex';

/** DReX against each other model, on the seeds that the other was measured with. */
export function comparisons(
  measured: readonly Measured[],
  changed: readonly Changed[],
  options: BootstrapOptions,
): Evidence['comparisons'] {
  return Array.from(pairsOf(measured, changed)).flatMap(([model, pairs]) =>
    COMPARED.flatMap((metric): Evidence['comparisons'] => {
      if (pairs.some(({ drex, other }) => drex === other)) return [];
      const found = differenceOf(metric, pairs, options);
      return found ? [{ model, metric, ...found }] : [];
    }),
  );
}

function differenceOf(
  metric: Compared,
  pairs: readonly Pair[],
  options: BootstrapOptions,
): Pick<Evidence['comparisons'][number], 'difference' | 'n' | 'worlds'> | null {
  const worlds = (users: ArrayLike<number>) => options.clusterOf && { worlds: drawnIn(users, options) };
  if (metric === 'rmse' || metric === 'mae') {
    const held = heldOf(pairs, options);
    const a = predictedBy(pairs, 'drex');
    const b = predictedBy(pairs, 'other');
    if (!held || !a || !b) return null;
    const difference = errorDifference(metric, held, a, b, options);
    return { difference, n: held.users.length, ...worlds(held.users) };
  }
  const a = valuesOf(metric, pairs, 'drex', options);
  const b = valuesOf(metric, pairs, 'other', options);
  if (!a || !b) return null;
  return { difference: rankingDifference(a, b, options), n: a.users.length, ...worlds(a.users) };
}

/** The intervals that each model has by itself, by its id. */
export function intervalsOf(
  measured: readonly Measured[],
  changed: readonly Changed[],
  options: BootstrapOptions,
): ReadonlyMap<string, NonNullable<ModelRow['intervals']>> {
  return new Map(
    Array.from(pairsOf(measured, changed), ([model, pairs]) => [
      model,
      Object.fromEntries(
        ALONE.flatMap((metric) => {
          const found = intervalOf(metric, pairs, options);
          return found ? [[metric, found] as const] : [];
        }),
      ),
    ]),
  );
}

function intervalOf(metric: Compared, pairs: readonly Pair[], options: BootstrapOptions): Interval | null {
  if (metric !== 'rmse' && metric !== 'mae') {
    const values = valuesOf(metric, pairs, 'other', options);
    return values && meanInterval(values, options);
  }
  const held = heldOf(pairs, options);
  const predicted = predictedBy(pairs, 'other');
  if (!held || !predicted) return null;
  if (metric === 'rmse') return rmseInterval(held, predicted, options);
  const misses = predicted.map((one, row) => Math.abs(one - held.ratings[row]));
  return meanInterval({ users: held.users, values: misses }, options);
}

type Side = 'drex' | 'other';

/** Of all seeds, one after the other; null where nobody, or only one, could be drawn from. */
function heldOf(pairs: readonly Pair[], options: BootstrapOptions): HeldOutPeople | null {
  const held = pairs.map((pair) => pair.held);
  if (!held.every((one) => one !== null)) return null;
  const users = held.flatMap((one) => one.users);
  return drawnIn(users, options) > 1 ? { users, ratings: held.flatMap((one) => one.ratings) } : null;
}

function predictedBy(pairs: readonly Pair[], side: Side): number[] | null {
  const predicted = pairs.map((pair) => pair[side].predicted);
  return predicted.every((one) => one !== null) ? predicted.flat() : null;
}

function valuesOf(
  metric: Exclude<Compared, 'rmse' | 'mae'>,
  pairs: readonly Pair[],
  side: Side,
  options: BootstrapOptions,
): UserValues | null {
  const each = pairs.map(({ [side]: { own, catalogue } }) => {
    if (metric === 'ndcg@10') return own.map((one) => [one.user, one['ndcg@10']] as const);
    const key = metric === 'catalogue/ndcg@10' ? 'ndcg@10' : 'recall@10';
    return catalogue.map((one) => [one.user, one[key]] as const);
  });
  // A seed of which only the mean was kept must not stand for all.
  if (each.some((people) => people.length === 0)) return null;
  const users = each.flat().map(([user]) => user);
  return drawnIn(users, options) > 1 ? { users, values: each.flat().map(([, value]) => value) } : null;
}
