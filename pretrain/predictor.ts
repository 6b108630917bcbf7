import { logStatistics } from '../src/model/bias';
import type { ModelConfig } from '../src/model/config';
import type { Pairs } from '../src/model/metrics';
import { replay } from '../src/model/replay';
import { bothSides, gatherSide, scorePairs } from '../src/model/score';
import type { WeightValues } from '../src/model/weights';
import { type Stream, streamFeatures, streamOf, streamStates } from '../src/training/stream';
import { toVariables } from '../src/training/variables';
import type { Worlds } from '../src/training/worlds';
import { attendingPredictor } from './attending-predictor';
import { chooserAfter } from './chooser';
import { latestRows } from './history-attention';
import { worldsOf } from './pooled';
import type { Prepared } from './prepare';
import { dispose, tidy } from './tf';
import { DREX, replayOf, type Variant } from './variant';

/** A model after a history: both halves of the scorer, ready for any pair. Holds tensors until it is disposed of. */
export interface Predictor {
  /** Predicted ratings of pairs, not clipped. */
  pairs(pairs: Pairs): Float64Array;
  /** What a user's list is sorted by: a score for every item. */
  choice(user: number): Float32Array;
  dispose(): void;
}

/** Streams `history`, rows of the data in order, and readies the scorer. */
export const openPredictor = (
  data: Prepared,
  vectors: Float32Array,
  values: WeightValues,
  history: Int32Array,
  variant: Variant = DREX,
): Predictor =>
  predictorAfter(
    data.config,
    values,
    streamOf(data, vectors, history),
    data.userIds.length,
    data.itemIds.length,
    variant,
    worldsOf(data),
  );

/** Streams a history of so many users and items, and readies the scorer. */
export function predictorAfter(
  config: ModelConfig,
  values: WeightValues,
  stream: Stream,
  users: number,
  items: number,
  { refinement, attention }: Variant = DREX,
  worlds?: Worlds,
): Predictor {
  const weights = toVariables(config, values);
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
  const chooser = chooserAfter(config, values, weights, stream, states, statistics, worlds);
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
    choice: chooser.choice,
    dispose: () => {
      chooser.dispose();
      dispose([sides.user, sides.item, weights] as never);
    },
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
