import type { Pairs } from '../../src/model/metrics';
import { biasesOf, biasRatings } from '../../src/recommenders/bias';
import { rowsOfEntity } from '../../src/recommenders/grouped';
import { type Constants, groupRated, type History, ratingBaseline, type Tune } from './baseline';
import { leastError } from './grid';

export interface NeighbourSettings {
  /**
   * Both are Σ d_ui·d_uj over the people who rated both items, with d the residual on the damped biases; `cosine`
   * divides by the norms over all raters of each item, `pearson` by the norms over the common ones.
   */
  readonly similarity: 'cosine' | 'pearson';
  /** Most similar items of a person that take part. */
  readonly neighbours: number;
  /** λ in n/(n + λ), which multiplies a similarity resting on n common raters. */
  readonly shrinkage: number;
  /** Added to the sum of the weights, so that a few weak neighbours move a prediction little. */
  readonly ridge: number;
}

const SIMILARITIES = ['cosine', 'pearson'] as const;
const NEIGHBOURS = [5, 10, 20, 40, 80];
const SHRINKAGES = [1, 5, 10, 25, 50, 100];
const RIDGES = [0, 0.3, 1, 3, 10];

/**
 * r̂ = μ + b_u + b_i + Σ_j s_ij·d_uj / (Σ_j s_ij + ridge) over the k items j of the user's history that are most
 * similar to i, positive similarities only.
 */
export function fitItemNeighbours(config: Constants, history: History, settings: NeighbourSettings) {
  const biases = biasesOf(config, history);
  const base = biasRatings(config, biases, history);
  const residuals = Float64Array.from(base, (b, row) => history.ratings[row] - b);
  const { users, items } = groupRated(history);
  const norms = new Float64Array(history.itemCount);
  for (const row of items.rows) norms[history.items[row]] += residuals[row] ** 2;

  const I = history.itemCount;
  const products = new Float64Array(I);
  const ownSquares = new Float64Array(I);
  const otherSquares = new Float64Array(I);
  const common = new Float64Array(I);
  /** Fills the four sums for every item that shares a rater with `item`. */
  const compare = (item: number): void => {
    for (const sums of [products, ownSquares, otherSquares, common]) sums.fill(0);
    for (const row of rowsOfEntity(items, item)) {
      const own = residuals[row];
      for (const other of rowsOfEntity(users, history.users[row])) {
        const j = history.items[other];
        products[j] += own * residuals[other];
        ownSquares[j] += own * own;
        otherSquares[j] += residuals[other] ** 2;
        common[j]++;
      }
    }
  };
  const similarity = (item: number, j: number): number => {
    const squares =
      settings.similarity === 'cosine' ? norms[item] * norms[j] : ownSquares[j] * otherSquares[j];
    return squares > 0
      ? ((products[j] / Math.sqrt(squares)) * common[j]) / (common[j] + settings.shrinkage)
      : 0;
  };

  return (pairs: Pairs): Float64Array => {
    const ratings = biasRatings(config, biases, pairs);
    // Pairs of the same item one after the other, so that its similarities are summed once.
    const byItem = Int32Array.from(pairs.items, (_, k) => k).sort((a, b) => pairs.items[a] - pairs.items[b]);
    let current = -1;
    for (const k of byItem) {
      const item = pairs.items[k];
      if (item < 0 || item >= I) continue;
      if (item !== current) compare(item);
      current = item;
      const near: { weight: number; residual: number }[] = [];
      for (const row of rowsOfEntity(users, pairs.users[k])) {
        const j = history.items[row];
        const weight = j === item ? 0 : similarity(item, j);
        if (weight > 0) near.push({ weight, residual: residuals[row] });
      }
      if (near.length > settings.neighbours) near.sort((a, b) => b.weight - a.weight);
      let sum = 0;
      let weights = 0;
      for (const { weight, residual } of near.slice(0, settings.neighbours)) {
        sum += weight * residual;
        weights += weight;
      }
      if (weights > 0) ratings[k] += sum / (weights + settings.ridge);
    }
    return ratings;
  };
}

/** Item-based k-nearest neighbours on the residuals of the damped biases. */
export const tuneItemNeighbours: Tune = (config, train, validation) => {
  const grid = SIMILARITIES.flatMap((similarity) =>
    SHRINKAGES.flatMap((shrinkage) =>
      NEIGHBOURS.flatMap((neighbours) =>
        RIDGES.map((ridge): NeighbourSettings => ({ similarity, neighbours, shrinkage, ridge })),
      ),
    ),
  );
  const best = leastError(grid, (s) => fitItemNeighbours(config, train, s)(validation), validation);
  const settings =
    `${best.similarity === 'cosine' ? 'Cosine' : 'Pearson'} similarity (of cosine, Pearson), ` +
    `${best.neighbours} neighbours (of ${NEIGHBOURS.join(', ')}), shrinkage ${best.shrinkage} (of ${SHRINKAGES.join(', ')}), ` +
    `ridge ${best.ridge} (of ${RIDGES.join(', ')}).`;
  return ratingBaseline(config, { id: 'item-knn', label: 'item nearest neighbours', settings }, (history) =>
    fitItemNeighbours(config, history, best),
  );
};
