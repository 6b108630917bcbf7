import type { LogStatistics, UserStatistics } from '../src/model/bias';
import type { ModelConfig } from '../src/model/config';
import type { Pairs } from '../src/model/metrics';
import type { States } from '../src/model/replay';
import { itemStatistics, scorePairs, sideScores, userStatistics } from '../src/model/score';
import type { Weights } from '../src/model/weights';
import { predictPairs } from '../src/training/predictPairs';
import { attend, attendAll, type Past } from './history-attention';
import { dispose, gather, tensor1d, tidy } from './tf';

/** The predictor of the form with attention over the history: the person's half of the scorer differs from item to item. */
export function attendingPredictor(
  weights: Weights,
  config: ModelConfig,
  states: States,
  statistics: LogStatistics,
  past: Past,
) {
  const items = tidy(() => ({
    ...sideScores(weights, 'item', states.items, itemStatistics(config, statistics.items)),
  }));
  return {
    pairs: ({ users, items: asked }: Pairs) => {
      const [u, i] = [Int32Array.from(users), Int32Array.from(asked)];
      const rating = predictPairs(weights, config, states, statistics, u, i, (own, items, users) =>
        attend(own, items, past, users),
      );
      const ratings = Float64Array.from(rating.dataSync());
      dispose(rating);
      return ratings;
    },
    choice: (user: number) => {
      const rating = tidy(() => {
        const own = gather(states.users, tensor1d([user], 'int32'));
        const known = userStatistics(config, repeated(statistics.users, user, states.items.shape[0]));
        const people = sideScores(weights, 'user', attendAll(own, states.items, past, user), known);
        return scorePairs(weights, config, people, items).rating;
      });
      const ratings = rating.dataSync() as Float32Array;
      dispose(rating);
      return ratings;
    },
    dispose: () => dispose([items, weights, states.users, states.items, past.x] as never),
  };
}

/** The statistics of one person, n times. */
const repeated = ({ counts, biases, scales, reliabilities }: UserStatistics, user: number, n: number) => {
  const all = (column: Float32Array) => new Float32Array(n).fill(column[user]);
  return {
    counts: all(counts),
    biases: all(biases),
    scales: all(scales),
    reliabilities: all(reliabilities),
  };
};
