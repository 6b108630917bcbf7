import type { HeldOut } from '../../src/model/metrics';
import { type Feedback, feedbackOf, knownOf } from '../../src/recommenders/feedback';
import { type Grouped, rowsOfEntity } from '../../src/recommenders/grouped';
import { random } from '../random';
import type { Constants, History, Tune } from './baseline';
import { byTurns, tunedFrom } from './grid';
import { OTHERS, type Rank, rankingBaseline, validationNdcg } from './ranker';
import { solvePositive } from './solve';

export interface ImplicitFactorSettings {
  readonly factors: number;
  /** λ, multiplied by what an entity's fit rests on: its interactions + α × all counterparts. */
  readonly regularisation: number;
  /** α: weight of a pair that nothing is known of, beside 1 for a liked one. */
  readonly unobserved: number;
  /** See {@link feedbackOf}. */
  readonly others: number;
}

/** By turns in this order: factors, which cost most, come last. */
const GRID = {
  others: OTHERS,
  unobserved: [0.001, 0.003, 0.01, 0.03, 0.06, 0.1, 0.2, 0.4],
  regularisation: [0.003, 0.01, 0.02, 0.04, 0.08, 0.16],
  factors: [8, 16, 32, 64],
};
const START: ImplicitFactorSettings = { factors: 16, regularisation: 0.04, unobserved: 0.06, others: 0.5 };
const SWEEPS = 12;
/** Deviation of ⟨q, q′⟩ between two items at the start, where q is drawn. */
const SPREAD = 0.1;

/** Row-major factors of people [U, F] and of items [I, F]. */
export interface Factors {
  readonly p: Float64Array;
  readonly q: Float64Array;
}

/**
 * One sweep of implicit alternating least squares (Hu, Koren, Volinsky 2008, with the objective and the scaled penalty of
 * Rendle et al. 2022): Σ over interactions w(1 − ⟨p,q⟩)² + α Σ over all pairs ⟨p,q⟩² + λ Σ (Σw + α·n)‖·‖², n all entities of
 * the other side. First every p, then every q, in closed form; both are overwritten.
 */
export function sweepImplicit(feedback: Feedback, settings: ImplicitFactorSettings, { p, q }: Factors): void {
  const { history, users, items } = feedback;
  solveSide(p, q, users, history.items, feedback.weights, settings);
  solveSide(q, p, items, history.users, feedback.weights, settings);
}

function solveSide(
  to: Float64Array,
  from: Float64Array,
  groups: Grouped,
  other: ArrayLike<number>,
  weights: Float64Array,
  settings: ImplicitFactorSettings,
): void {
  const solve = solverOf(from, settings);
  for (let e = 0; e < to.length / settings.factors; e++) {
    const rows = rowsOfEntity(groups, e);
    const [others, counts] = [rows.map((row) => other[row]), Float64Array.from(rows, (row) => weights[row])];
    to.set(solve(others, counts), e * settings.factors);
  }
}

/** The factors [F] of an entity from those of its counterparts with their weights, given all factors of the other side. */
function solverOf(from: Float64Array, { factors: F, regularisation, unobserved }: ImplicitFactorSettings) {
  const counterparts = from.length / F;
  const everyPair = new Float64Array(F * F);
  for (let c = 0; c < counterparts; c++) addOuter(everyPair, from, c * F, F, unobserved);
  const normal = new Float64Array(F * F);
  return (others: ArrayLike<number>, weights: ArrayLike<number>): Float64Array => {
    const right = new Float64Array(F);
    normal.set(everyPair);
    let penalty = unobserved * counterparts;
    for (let k = 0; k < others.length; k++) {
      const at = others[k] * F;
      penalty += weights[k];
      addOuter(normal, from, at, F, weights[k]);
      for (let f = 0; f < F; f++) right[f] += weights[k] * from[at + f];
    }
    for (let f = 0; f < F; f++) normal[f * F + f] += regularisation * penalty;
    solvePositive(normal, right);
    return right;
  };
}

/** Lower triangle of a += weight·v vᵀ, with v the F numbers of `from` at a place. */
function addOuter(a: Float64Array, from: Float64Array, at: number, F: number, weight: number): void {
  for (let f = 0; f < F; f++) {
    const scaled = weight * from[at + f];
    for (let g = 0; g <= f; g++) a[f * F + g] += scaled * from[at + g];
  }
}

/** @param after called after each sweep with the ranking as it stands; the factors go on changing under it. */
export function fitImplicitFactors(
  relevant: number,
  settings: ImplicitFactorSettings & { readonly sweeps: number },
  seed: number,
  history: History,
  after?: (sweep: number, ranking: () => Rank) => void,
): Rank {
  const { factors: F } = settings;
  const { userCount: U, itemCount: I } = history;
  const feedback = feedbackOf(history, relevant, settings.others);
  const source = random(seed, 'implicit factors');
  const size = Math.sqrt(SPREAD / Math.sqrt(F));
  const p = new Float64Array(U * F);
  const q = Float64Array.from({ length: I * F }, () => size * source.normal());
  /** Everybody's factors are solved for from those of the items as they stand. */
  const ranking = (): Rank => {
    const solve = solverOf(q, settings);
    return (person) => {
      const known = knownOf(feedback, person, relevant, settings.others);
      if (!known) return null;
      const own = solve(known.items, known.weights);
      return Float64Array.from({ length: I }, (_, item) => {
        let sum = 0;
        for (let f = 0; f < F; f++) sum += own[f] * q[item * F + f];
        return sum;
      });
    };
  };
  for (let sweep = 1; sweep <= settings.sweeps; sweep++) {
    sweepImplicit(feedback, settings, { p, q });
    after?.(sweep, ranking);
  }
  return ranking();
}

/** The settings with the largest catalogue NDCG@10 on validation, and after how many sweeps it was largest. */
function pickSettings({ relevant }: Constants, train: History, validation: HeldOut, seed: number) {
  // More factors than entities of the smaller side tell nothing more.
  const rank = Math.min(train.userCount, train.itemCount);
  const grid = { ...GRID, factors: GRID.factors.filter((factors) => factors <= rank) };
  let most = Number.NEGATIVE_INFINITY;
  let sweeps = SWEEPS / 2;
  const best = byTurns(START, grid, (tried) => {
    let reached = Number.NEGATIVE_INFINITY;
    fitImplicitFactors(relevant, { ...tried, sweeps: SWEEPS }, seed, train, (sweep, ranking) => {
      if (sweep % 4 !== 0) return;
      const ndcg = validationNdcg(ranking(), train, validation, relevant);
      reached = Math.max(reached, ndcg);
      if (!(ndcg > most)) return;
      most = ndcg;
      sweeps = sweep;
    });
    return reached;
  });
  return { ...best, sweeps };
}

/** Implicit alternating least squares. */
export const tuneImplicitFactors: Tune = (config, train, validation, seed) => {
  const best = pickSettings(config, train, validation, seed);
  const words = {
    factors: 'factors',
    regularisation: 'penalty',
    unobserved: 'α',
    others: 'weight of what was not liked',
  };
  const settings = `${tunedFrom(best, GRID, words)} ${best.sweeps} sweeps (of ${SWEEPS}).`;
  return rankingBaseline(config, { id: 'ials', label: 'implicit ALS', settings }, (history) =>
    fitImplicitFactors(config.relevant, best, seed, history),
  );
};
