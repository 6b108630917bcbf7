import { dispose, gather, type Tensor2D, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { logStatistics } from '../src/model/bias';
import { replay } from '../src/model/replay';
import {
  itemStatistics,
  type SideScores,
  scoreItems,
  scorePairs,
  sideScores,
  userStatistics,
} from '../src/model/score';
import type { WeightValues } from '../src/model/weights';
import type { Pairs } from './metrics';
import type { Prepared } from './prepare';
import { streamOf, streamStates } from './train-stream';
import { toVariables } from './variables';
import { type Refinement, replayOf } from './variant';

/** A model after a history: both halves of the scorer, ready for any pair. Holds tensors until it is disposed of. */
export interface Predictor {
  /** Predicted ratings of pairs, not clipped. */
  pairs(pairs: Pairs): Float64Array;
  /** Predicted ratings of one user for every item, not clipped. */
  items(user: number): Float32Array;
  dispose(): void;
}

/** Row `rows[k]` of a half of the scorer, for each k. */
const rowsOf = (side: SideScores, rows: ArrayLike<number>): SideScores => {
  const ids = tensor1d(Int32Array.from(rows), 'int32');
  return {
    bias: gather(side.bias, ids),
    scale: gather(side.scale, ids),
    factor: gather(side.factor, ids) as Tensor2D,
    hidden: gather(side.hidden, ids) as Tensor2D,
  };
};

/** Streams `history`, rows of the data in order, and readies the scorer. */
export function openPredictor(
  data: Prepared,
  vectors: Float32Array,
  values: WeightValues,
  history: Int32Array,
  refinement: Refinement = 'both',
): Predictor {
  const { config } = data;
  const weights = toVariables(config, values);
  const stream = streamOf(data, vectors, history);
  const [users, items] = [data.userIds.length, data.itemIds.length];
  const states = streamStates(weights, config, stream, users, items, replayOf(refinement, replay));
  const statistics = logStatistics(config, stream, users, items);
  const sides = tidy(() => ({
    user: { ...sideScores(weights, 'user', states.users, userStatistics(config, statistics.users)) },
    item: { ...sideScores(weights, 'item', states.items, itemStatistics(config, statistics.items)) },
  }));
  dispose([states.users, states.items]);
  return {
    pairs: (pairs) => {
      const rating = tidy(
        () =>
          scorePairs(weights, config, rowsOf(sides.user, pairs.users), rowsOf(sides.item, pairs.items))
            .rating,
      );
      const ratings = Float64Array.from(rating.dataSync());
      dispose(rating);
      return ratings;
    },
    items: (user) => {
      const rating = tidy(() => scoreItems(weights, config, rowsOf(sides.user, [user]), sides.item).rating);
      const ratings = rating.dataSync() as Float32Array;
      dispose(rating);
      return ratings;
    },
    dispose: () => dispose([sides.user, sides.item, weights] as never),
  };
}

/** Predicted ratings of pairs after a history, not clipped. */
export function predictFrom(
  data: Prepared,
  vectors: Float32Array,
  values: WeightValues,
  history: Int32Array,
  pairs: Pairs,
  refinement: Refinement = 'both',
): Float64Array {
  const predictor = openPredictor(data, vectors, values, history, refinement);
  const ratings = predictor.pairs(pairs);
  predictor.dispose();
  return ratings;
}
