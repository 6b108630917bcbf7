import {
  type EaseSettings,
  easeScores,
  gram,
  type Inverse,
  invertItems,
  wholeInverse,
} from '../../src/recommenders/ease';
import { type Feedback, feedbackOf, knownOf, popularityOf } from '../../src/recommenders/feedback';
import { rowsOfEntity } from '../../src/recommenders/grouped';
import { finish, invertPositive } from '../../src/recommenders/positive';
import { UNTUNED } from '../../src/recommenders/settings';
import { type History, historyOf, type Tune } from './baseline';
import { type FitRanker, OTHERS, tuneRanker } from './ranker';

const PENALTIES = [10, 30, 100, 300, 1000, 3000, 10000, 30000];
/** What is inverted has at most so many rows (half a minute): of more items the most popular ones are ranked. */
const MOST = 3000;

/**
 * EASE, see {@link easeScores}. Since λP = I − Xᵀ(XXᵀ + λI)⁻¹X, only the smaller one of both Gram matrices is inverted.
 */
export const fitEase =
  (relevant: number, { penalty, others }: EaseSettings, most = MOST): FitRanker =>
  (history) => {
    const feedback = feedbackOf(withPopular(history, most), relevant, others);
    const inverse =
      history.userCount < history.itemCount && history.userCount <= most
        ? throughUsers(feedback, penalty)
        : throughItems(feedback, penalty);
    return (person) => {
      const known = knownOf(feedback, person, relevant, others);
      return known && easeScores(inverse, known);
    };
  };

function throughUsers(feedback: Feedback, penalty: number): Inverse {
  const { history, weights, users, items } = feedback;
  const { users: people, items: column, userCount: U, itemCount: I } = history;
  const inverse = invertPositive(gram(items, people, weights, U, penalty), U);
  /** y X, of y [U]. */
  const timesX = (y: Float64Array): Float64Array => {
    const product = new Float64Array(I);
    for (let row = 0; row < weights.length; row++) product[column[row]] += y[people[row]] * weights[row];
    return product;
  };
  // P_jj = (1 − Σ_u x_uj W_uj)/λ with W = (XXᵀ + λI)⁻¹ X.
  const diagonal = new Float64Array(I).fill(1 / penalty);
  for (let user = 0; user < U; user++) {
    const own = rowsOfEntity(users, user);
    if (own.length === 0) continue;
    const w = timesX(inverse.subarray(user * U, (user + 1) * U));
    for (const row of own) diagonal[column[row]] -= (weights[row] * w[column[row]]) / penalty;
  }
  return {
    diagonal,
    timesP: ({ items: asked, weights: counts }) => {
      const met = new Float64Array(U);
      asked.forEach((item, k) => {
        for (const row of rowsOfEntity(items, item)) met[people[row]] += counts[k] * weights[row];
      });
      const y = new Float64Array(U);
      met.forEach((value, user) => {
        if (value !== 0) for (let one = 0; one < U; one++) y[one] += value * inverse[user * U + one];
      });
      const product = timesX(y).map((value) => -value / penalty);
      asked.forEach((item, k) => {
        product[item] += counts[k] / penalty;
      });
      return product;
    },
  };
}

function throughItems({ history, weights, users, items }: Feedback, penalty: number): Inverse {
  const I = history.itemCount;
  // Only the items that anybody has had: of the others P is the diagonal 1/λ.
  const had = Array.from({ length: I }, (_, item) => item).filter(
    (item) => rowsOfEntity(items, item).length > 0,
  );
  const n = had.length;
  const place = new Int32Array(I).fill(-1);
  had.forEach((item, k) => {
    place[item] = k;
  });
  const places = Int32Array.from(history.items, (item) => place[item]);
  const inverse = wholeInverse(finish(invertItems(users, places, weights, n, penalty)), n);
  return {
    diagonal: Float64Array.from(place, (k) => (k < 0 ? 1 / penalty : inverse.diagonal[k])),
    timesP: ({ items: asked, weights: counts }) => {
      const product = inverse.timesP({ items: asked.map((item) => place[item]), weights: counts });
      return Float64Array.from(place, (k) => (k < 0 ? 0 : product[k]));
    },
  };
}

/** The history without all but the most popular items, where both sides are larger than what is inverted. */
function withPopular(history: History, most: number): History {
  if (Math.min(history.userCount, history.itemCount) <= most) return history;
  const counts = popularityOf(feedbackOf(history, Number.POSITIVE_INFINITY, 1));
  const kept = new Set([...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b).slice(0, most));
  return historyOf(
    history,
    Int32Array.from(history.items, (_, row) => row).filter((row) => kept.has(history.items[row])),
  );
}

/** EASE on liked and other interactions. */
export const tuneEase: Tune = (config, train, validation) =>
  tuneRanker(config, train, validation, {
    id: 'ease',
    label: 'EASE',
    start: UNTUNED.ease,
    grid: { penalty: PENALTIES, others: OTHERS },
    words: { penalty: 'penalty', others: 'weight of what was not liked' },
    ranker: (settings) => fitEase(config.relevant, settings),
  });
