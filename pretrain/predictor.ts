import { logStatistics } from '../src/model/bias';
import type { Pairs } from '../src/model/metrics';
import { replay } from '../src/model/replay';
import { bothSides, gatherSide, scoreItems, scorePairs } from '../src/model/score';
import type { WeightValues } from '../src/model/weights';
import { attendingPredictor } from './attending-predictor';
import { latestRows } from './history-attention';
import type { Prepared } from './prepare';
import { dispose, tidy } from './tf';
import { streamFeatures, streamOf, streamStates } from './train-stream';
import { toVariables } from './variables';
import { DREX, replayOf, type Variant } from './variant';

/** A model after a history: both halves of the scorer, ready for any pair. Holds tensors until it is disposed of. */
export interface Predictor {
  /** Predicted ratings of pairs, not clipped. */
  pairs(pairs: Pairs): Float64Array;
  /** Predicted ratings of one user for every item, not clipped. */
  items(user: number): Float32Array;
  dispose(): void;
}

/** Streams `history`, rows of the data in order, and readies the scorer. */
export function openPredictor(
  data: Prepared,
  vectors: Float32Array,
  values: WeightValues,
  history: Int32Array,
  { refinement, attention }: Variant = DREX,
): Predictor {
  const { config } = data;
  const weights = toVariables(config, values);
  const stream = streamOf(data, vectors, history);
  const [users, items] = [data.userIds.length, data.itemIds.length];
  const states = streamStates(weights, config, stream, users, items, replayOf(refinement, replay));
  const statistics = logStatistics(config, stream, users, items);
  if (attention !== undefined) {
    const past = {
      x: streamFeatures(weights, config, stream),
      rows: latestRows(stream.users, users, attention),
    };
    return attendingPredictor(weights, config, states, statistics, past);
  }
  const sides = bothSides(weights, config, states, statistics);
  dispose([states.users, states.items]);
  return {
    pairs: (pairs) => {
      const rating = tidy(
        () =>
          scorePairs(
            weights,
            config,
            gatherSide(sides.user, pairs.users),
            gatherSide(sides.item, pairs.items),
          ).rating,
      );
      const ratings = Float64Array.from(rating.dataSync());
      dispose(rating);
      return ratings;
    },
    items: (user) => {
      const rating = tidy(
        () => scoreItems(weights, config, gatherSide(sides.user, [user]), sides.item).rating,
      );
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
  variant: Variant = DREX,
): Float64Array {
  const predictor = openPredictor(data, vectors, values, history, variant);
  const ratings = predictor.pairs(pairs);
  predictor.dispose();
  return ratings;
}
