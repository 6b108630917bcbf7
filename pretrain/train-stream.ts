import { type LogStatistics, logStatistics, statisticsOfItems, statisticsOfUsers } from '../src/model/bias';
import type { ModelConfig } from '../src/model/config';
import { type FeedbackBatch, feedbackTensors, fuseFeatures, toFeedbackBatch } from '../src/model/features';
import { initialStates, replay, type States } from '../src/model/replay';
import { itemStatistics, scorePairs, sideScores, userStatistics } from '../src/model/score';
import type { Weights, WeightValues } from '../src/model/weights';
import { fastReplay } from './fast-replay';
import { attend, latestRows, type Past } from './history-attention';
import { type LossOptions, lossOf } from './loss';
import { Adam, oneCycle } from './optimizer';
import { type Prepared, rowsOf } from './prepare';
import type { Report } from './progress';
import { type Random, random, shuffle } from './random';
import { dispose, gather, type Scalar, type Tensor1D, type Tensor2D, tensor1d, tensor2d, tidy } from './tf';
import { readVariables, toVariables } from './variables';
import { type Replay, replayOf, type Variant } from './variant';
import { hideCounts, zeroCounts } from './without-counts';

export interface StreamOptions extends LossOptions {
  readonly seed: number;
  readonly episodes: number;
  readonly rate: number;
  /** Share of the train interactions that is streamed; the rest is predicted. */
  readonly support: number;
  /** Probability that a streamed interaction loses its text, or all its ratings. */
  readonly dropText: number;
  readonly dropRatings: number;
  /** Decay of the running mean of the weights that is kept; 0 keeps the last weights. */
  readonly average: number;
  readonly variant: Variant;
}

/** Interactions as the streaming half of the model sees them: text vectors are computed already. */
export interface Stream {
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly ratings: Float64Array;
  readonly feedback: FeedbackBatch;
  /** Row-major [n, E]. */
  readonly vectors: Float32Array;
}

/** Picks rows of the prepared data, in the given order. */
export function streamOf(data: Prepared, vectors: Float32Array, rows: Int32Array): Stream {
  const E = data.config.embedSize;
  const picked = new Float32Array(rows.length * E);
  rows.forEach((row, k) => {
    picked.set(vectors.subarray(row * E, (row + 1) * E), k * E);
  });
  return {
    users: Int32Array.from(rows, (r) => data.users[r]),
    items: Int32Array.from(rows, (r) => data.items[r]),
    // What the model may see of a rating; the rating to predict may be hidden from it.
    ratings: Float64Array.from(rows, (r) => data.feedback[r].rating ?? Number.NaN),
    feedback: toFeedbackBatch(
      data.config,
      Array.from(rows, (r) => data.feedback[r]),
      Array.from(rows, (r) => data.hasText[r]),
    ),
    vectors: picked,
  };
}

/** Clears presence bits at random: whole texts, or all ratings of an interaction. */
function dropModalities(
  batch: FeedbackBatch,
  options: Pick<StreamOptions, 'dropText' | 'dropRatings'>,
  source: Random,
): FeedbackBatch {
  const presence = batch.presence.slice();
  const bits = presence.length / batch.size;
  for (let row = 0; row < batch.size; row++) {
    if (source.next() < options.dropText) presence[row * bits] = 0;
    if (source.next() < options.dropRatings) presence.fill(0, row * bits + 1, (row + 1) * bits);
  }
  return { ...batch, presence };
}

/**
 * x_τ of every interaction of a stream [n, D].
 * @param text its text vectors [n, E], where a gradient is to reach them.
 */
export function streamFeatures(
  weights: Weights,
  config: ModelConfig,
  stream: Stream,
  text?: Tensor2D,
): Tensor2D {
  return tidy(() => {
    const [ratings, presence] = feedbackTensors(config, stream.feedback);
    const said = text ?? tensor2d(stream.vectors, [stream.users.length, config.embedSize]);
    return fuseFeatures(weights, said, ratings, presence);
  });
}

/** States after streaming interactions from u_0 and i_0. */
export function streamStates(
  weights: Weights,
  config: ModelConfig,
  stream: Stream,
  users: number,
  items: number,
  run: Replay = replay,
): States {
  return tidy(() => {
    const x = streamFeatures(weights, config, stream);
    return run(weights, initialStates(weights, users, items), x, stream) as never;
  }) as unknown as States;
}

/**
 * Predicted ratings [n] of pairs from states and the statistics of the same history; not clipped.
 * @param past the history that a person's state attends over; absent in DReX.
 */
export function predictPairs(
  weights: Weights,
  config: ModelConfig,
  states: States,
  statistics: LogStatistics,
  users: Int32Array,
  items: Int32Array,
  past?: Past,
): Tensor1D {
  return tidy(() => {
    const ofUsers = userStatistics(config, statisticsOfUsers(statistics.users, users));
    const ofItems = itemStatistics(config, statisticsOfItems(statistics.items, items));
    const userStates = gather(states.users, tensor1d(users, 'int32'));
    const itemStates = gather(states.items, tensor1d(items, 'int32'));
    return scorePairs(
      weights,
      config,
      sideScores(weights, 'user', past ? attend(userStates, itemStates, past, users) : userStates, ofUsers),
      sideScores(weights, 'item', itemStates, ofItems),
    ).rating;
  });
}

/** One episode: interactions that are streamed, and others, unseen by the states, that are predicted. */
export interface Episode {
  /** Rows of the data that are streamed, in order. */
  readonly rows: Int32Array;
  /** The same, modalities dropped. */
  readonly support: Stream;
  readonly statistics: LogStatistics;
  /** Pairs to predict and their ratings. */
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly truth: Float32Array;
}

/** Permutes the train interactions and cuts them into a support part and rated ones to predict. */
export function drawEpisode(
  data: Prepared,
  vectors: Float32Array,
  options: Pick<StreamOptions, 'support' | 'dropText' | 'dropRatings'>,
  source: Random,
): Episode {
  const order = shuffle(rowsOf(data, 'train'), source);
  const cut = Math.round(order.length * options.support);
  const rows = order.subarray(0, cut);
  const history = streamOf(data, vectors, rows);
  const query = order.subarray(cut).filter((row) => !Number.isNaN(data.ratings[row]));
  return {
    rows,
    support: { ...history, feedback: dropModalities(history.feedback, options, source) },
    statistics: logStatistics(data.config, history, data.userIds.length, data.itemIds.length),
    users: Int32Array.from(query, (r) => data.users[r]),
    items: Int32Array.from(query, (r) => data.items[r]),
    truth: Float32Array.from(query, (r) => data.ratings[r]),
  };
}

/**
 * Loss of the predicted part of an episode; its gradient runs through the whole stream.
 * @param text the text vectors of the support part [n, E], where the gradient is to reach them.
 */
export function episodeLoss(
  given: Weights,
  config: ModelConfig,
  { support, statistics, users, items, truth }: Episode,
  options: Pick<StreamOptions, 'variant'> & LossOptions,
  text?: Tensor2D,
): Scalar {
  const { refinement, counts, attention } = options.variant;
  return tidy(() => {
    const weights = counts === false ? hideCounts(config, given) : given;
    const x = streamFeatures(weights, config, support, text);
    const people = statistics.users.counts.length;
    const start = initialStates(weights, people, statistics.items.counts.length);
    const states = replayOf(refinement, fastReplay)(weights, start, x, support);
    const past =
      attention === undefined ? undefined : { x, rows: latestRows(support.users, people, attention) };
    const predicted = predictPairs(weights, config, states, statistics, users, items, past);
    return lossOf(predicted, truth, config.rating, options);
  });
}

/**
 * Stage 2: the cells and the scorer on cached text vectors. Each episode permutes the train interactions, streams a
 * support part from the initial states and fits the predictions for the rest, which the states have never seen.
 */
export async function trainStream(
  data: Prepared,
  vectors: Float32Array,
  start: WeightValues,
  options: StreamOptions,
  report: Report,
  checkpoint?: {
    load(): { episode: number; arrays: Float32Array[] } | null;
    save(episode: number, arrays: Float32Array[]): void;
    every: number;
  },
): Promise<WeightValues> {
  const { config } = data;
  const weights = toVariables(config, options.variant.counts === false ? zeroCounts(config, start) : start);
  const names = (Object.keys(weights) as (keyof typeof weights)[]).filter(
    (name) => !name.startsWith('text/'),
  );
  const trained = names.map((name) => weights[name]);
  const adam = new Adam(trained, 1);
  const averages = trained.map((v) => Float32Array.from(v.dataSync()));

  let first = 0;
  const saved = checkpoint?.load();
  if (saved) {
    first = saved.episode;
    const n = trained.length;
    trained.forEach((v, k) => {
      v.assign(tidyTensor(saved.arrays[k], v.shape));
      averages[k].set(saved.arrays[n + k]);
    });
    await adam.restore({ steps: first, moments: saved.arrays.slice(2 * n) });
  }

  for (let episode = first; episode < options.episodes; episode++) {
    const drawn = drawEpisode(data, vectors, options, random(options.seed, 'episode', episode));
    const loss = adam.step(oneCycle(episode, options.episodes, options.rate), () =>
      episodeLoss(weights, config, drawn, options),
    );
    const decay = Math.min(options.average, (episode + 1) / (episode + 10));
    trained.forEach((v, k) => {
      const now = v.dataSync() as Float32Array;
      const running = averages[k];
      for (let j = 0; j < now.length; j++) running[j] = decay * running[j] + (1 - decay) * now[j];
    });
    report(episode + 1, options.episodes, `refinement: loss of the predicted part ${loss.toFixed(4)}`);
    if (checkpoint && (episode + 1) % checkpoint.every === 0 && episode + 1 < options.episodes)
      checkpoint.save(episode + 1, [
        ...trained.map((v) => Float32Array.from(v.dataSync())),
        ...averages,
        ...(await adam.moments()),
      ]);
  }
  const values = readVariables(weights);
  if (options.average > 0)
    names.forEach((name, k) => {
      values[name] = averages[k];
    });
  dispose(Object.values(weights));
  return values;
}

const tidyTensor = (values: Float32Array, shape: number[]) => tensor1d(values).reshape(shape);

/** Clips to the scale of the overall rating: what every reported error is measured on. */
export const clipTo = (config: ModelConfig, rating: number): number =>
  Math.min(config.rating.max, Math.max(config.rating.min, rating));
