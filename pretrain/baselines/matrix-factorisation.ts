import type { HeldOut, Pairs } from '../../src/model/metrics';
import { type Grouped, rowsOfEntity } from '../../src/recommenders/grouped';
import { random } from '../random';
import { type Constants, groupRated, type History, ratingBaseline, type Tune } from './baseline';
import { rootMeanSquare } from './grid';
import { solvePositive } from './solve';

export interface FactorSettings {
  readonly factors: number;
  /** λ: squared norm of a factor row in units of one squared rating error. */
  readonly regularisation: number;
  /** Rounds of alternating least squares. */
  readonly sweeps: number;
}

const FACTORS = [1, 2, 4, 8, 16];
const REGULARISATIONS = [1, 2, 4, 8, 16];
const MAX_SWEEPS = 20;

/**
 * r̂ = μ + b_u + b_i + ⟨p_u, q_i⟩ by alternating least squares: each sweep re-estimates the damped biases given the
 * factors, then each p_u and each q_i in closed form, with a fixed penalty for an entity, as the damping of a bias is.
 * Starts from p = 0, hence from the damped biases, and from normal q.
 * @param after called with the predictor as it stands after each sweep; the factors go on changing under it.
 */
export function fitFactors(
  config: Constants,
  history: History,
  settings: FactorSettings,
  seed: number,
  after?: (sweep: number, predict: (pairs: Pairs) => Float64Array) => void,
): (pairs: Pairs) => Float64Array {
  const F = settings.factors;
  const { userCount, itemCount } = history;
  const source = random(seed, 'matrix factorisation');
  const p = new Float64Array(userCount * F);
  const q = Float64Array.from({ length: itemCount * F }, () => source.normal() / Math.sqrt(F));
  const userBiases = new Float64Array(userCount);
  const itemBiases = new Float64Array(itemCount);
  const grouped = groupRated(history);

  const dot = (user: number, item: number): number => {
    let sum = 0;
    for (let f = 0; f < F; f++) sum += p[user * F + f] * q[item * F + f];
    return sum;
  };
  const centred = (row: number): number => history.ratings[row] - config.meanRating;
  /** Each bias given the factors and the biases of the other side; 0 at first, as {@link biasesOf} has it. */
  const solveBiases = (
    biases: Float64Array,
    others: Float64Array,
    side: 'users' | 'items',
    damping: number,
  ) => {
    const counterpart = side === 'users' ? history.items : history.users;
    for (let e = 0; e < biases.length; e++) {
      const rows = rowsOfEntity(grouped[side], e);
      let sum = 0;
      for (const row of rows)
        sum += centred(row) - others[counterpart[row]] - dot(history.users[row], history.items[row]);
      biases[e] = rows.length > 0 ? sum / (rows.length + damping) : 0;
    }
  };
  const solveFactors = (to: Float64Array, from: Float64Array, rowsBy: Grouped, other: ArrayLike<number>) => {
    const normal = new Float64Array(F * F);
    const right = new Float64Array(F);
    for (let e = 0; e < to.length / F; e++) {
      const rows = rowsOfEntity(rowsBy, e);
      normal.fill(0);
      right.fill(0);
      for (let f = 0; f < F; f++) normal[f * F + f] = settings.regularisation;
      for (const row of rows) {
        const at = other[row] * F;
        const residual = centred(row) - userBiases[history.users[row]] - itemBiases[history.items[row]];
        for (let f = 0; f < F; f++) {
          right[f] += from[at + f] * residual;
          for (let g = 0; g <= f; g++) normal[f * F + g] += from[at + f] * from[at + g];
        }
      }
      solvePositive(normal, right);
      to.set(right, e * F);
    }
  };

  const predict = (pairs: Pairs): Float64Array =>
    Float64Array.from(pairs.users, (user, k) => {
      const item = pairs.items[k];
      const known = user >= 0 && user < userCount && item >= 0 && item < itemCount;
      const bias = (userBiases[user] ?? 0) + (itemBiases[item] ?? 0);
      return config.meanRating + bias + (known ? dot(user, item) : 0);
    });
  for (let sweep = 1; sweep <= settings.sweeps; sweep++) {
    solveBiases(itemBiases, userBiases, 'items', config.damping.item);
    solveBiases(userBiases, itemBiases, 'users', config.damping.user);
    solveFactors(p, q, grouped.users, history.items);
    solveFactors(q, p, grouped.items, history.users);
    after?.(sweep, predict);
  }
  return predict;
}

/** The settings with the smallest validation error; the number of sweeps is where that error was smallest. */
function pickSettings(config: Constants, train: History, validation: HeldOut, seed: number): FactorSettings {
  let best: FactorSettings = { factors: 4, regularisation: 8, sweeps: 5 };
  let least = Number.POSITIVE_INFINITY;
  if (validation.ratings.length === 0) return best;
  for (const factors of FACTORS)
    for (const regularisation of REGULARISATIONS)
      fitFactors(config, train, { factors, regularisation, sweeps: MAX_SWEEPS }, seed, (sweeps, predict) => {
        const error = rootMeanSquare(predict(validation), validation);
        if (error >= least) return;
        least = error;
        best = { factors, regularisation, sweeps };
      });
  return best;
}

/** Biased matrix factorisation. */
export const tuneFactors: Tune = (config, train, validation, seed) => {
  const best = pickSettings(config, train, validation, seed);
  const settings =
    `Alternating least squares; ${best.factors} factors (of ${FACTORS.join(', ')}), ` +
    `penalty ${best.regularisation} (of ${REGULARISATIONS.join(', ')}), ` +
    `${best.sweeps} sweeps (the best of 1 to ${MAX_SWEEPS}).`;
  return ratingBaseline(
    config,
    { id: 'matrix-factorisation', label: 'matrix factorisation', settings },
    (history) => fitFactors(config, history, best, seed),
  );
};
