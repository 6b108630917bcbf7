import type { LogStatistics } from '../src/model/bias';
import { choiceItems, choiceScores, choiceUsers } from '../src/model/choice';
import { type ModelConfig, presenceSize } from '../src/model/config';
import { personWords } from '../src/model/keywordMatch';
import type { States } from '../src/model/replay';
import { deviationsOf } from '../src/model/signs';
import { toldIn } from '../src/model/told';
import type { Weights, WeightValues } from '../src/model/weights';
import type { Stream } from '../src/training/stream';
import { type Worlds, wordMatcher } from '../src/training/worlds';
import { dispose, gather, type Tensor2D, tensor1d, tensor2d, tidy } from './tf';

/** Choice scores after a history. Holds tensors until it is disposed of. */
export interface Chooser {
  /** Of one user for every item. */
  choice(user: number): Float32Array;
  dispose(): void;
}

export function chooserAfter(
  config: ModelConfig,
  values: WeightValues,
  weights: Weights,
  stream: Stream,
  states: States,
  statistics: LogStatistics,
  worlds?: Worlds,
): Chooser {
  const [people, items] = [states.users.shape[0], states.items.shape[0]];
  const { users, ratings, said, vectors, feedback } = stream;
  const bits = presenceSize(config);
  const told = toldIn(config, values, vectors, (row) => feedback.presence[row * bits] === 1);
  const deviations = deviationsOf(users, ratings, told, config.meanRating, people);
  const own = personWords(said, users, deviations, people, config.vocabularySize);
  const matchOf = wordMatcher(said, stream.items, { items, words: config.vocabularySize }, worlds);
  const factors = choiceUsers(weights, states.users);
  const side = choiceItems(weights, config, states.items, statistics.items);
  return {
    choice(user) {
      const scores = tidy(() => {
        const factor = gather(factors, tensor1d([user], 'int32')) as Tensor2D;
        const words = tensor2d(matchOf(own, user), [1, items]);
        return choiceScores(weights, factor, side, words);
      });
      const found = scores.dataSync() as Float32Array;
      dispose(scores);
      return found;
    },
    dispose: () => dispose([factors, side.match, side.popularity]),
  };
}
