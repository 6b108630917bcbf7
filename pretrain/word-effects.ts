import { logStatistics, statisticsOfItems, statisticsOfUsers } from '../src/model/bias';
import { effectsOf, type ReviewContext, ratingsAfter, sharesOf } from '../src/model/effects';
import { feedbackTensors, toFeedbackBatch } from '../src/model/features';
import { itemStatistics, userStatistics } from '../src/model/score';
import { encodeText, paddedLength, padTokens } from '../src/model/text';
import type { Weights, WeightValues } from '../src/model/weights';
import type { Side } from '../src/vocabulary';
import type { Prepared } from './prepare';
import { range } from './random';
import { dispose, tensor2d, tidy } from './tf';
import type { FullReplay } from './trace';
import { toVariables } from './variables';
import { versionVectors } from './version-vectors';

/** Words that go through the encoder at once, padding included: bounds the memory. */
const WORDS_AT_ONCE = 1 << 16;

/** A review with some of its words masked. */
export interface Version {
  /** Row of the context. */
  readonly review: number;
  readonly ids: Int32Array;
}

/** Predicted rating after each version of a review, in the order given. */
export function ratingsOfVersions(
  weights: Weights,
  config: Prepared['config'],
  context: ReviewContext,
  versions: readonly Version[],
): Float64Array {
  const ratings = new Float64Array(versions.length);
  // Of like length together: less padding to compute.
  const order = range(versions.length).sort((a, b) => versions[a].ids.length - versions[b].ids.length);
  for (let from = 0; from < order.length; ) {
    const length = paddedLength(versions[order[from]].ids.length, config);
    let to = from;
    while (
      to < order.length &&
      versions[order[to]].ids.length <= length &&
      (to - from + 1) * length <= WORDS_AT_ONCE
    )
      to++;
    const part = Array.from(order.subarray(from, to), (k) => versions[k]);
    const tokens = padTokens(
      part.map(({ ids }) => ids),
      length,
    );
    const rating = tidy(() =>
      ratingsAfter(
        weights,
        config,
        context,
        encodeText(weights, config, tokens).vector,
        part.map(({ review }) => review),
      ),
    );
    const values = rating.dataSync();
    dispose(rating);
    for (let k = from; k < to; k++) ratings[order[k]] = values[k - from];
    from = to;
  }
  return ratings;
}

/** Predicted ratings after the versions of each review, see `versionsOf`; review k meets row k of the context. */
export function ratingsOfReviews(
  weights: Weights,
  config: Prepared['config'],
  context: ReviewContext,
  reviews: readonly Int32Array[],
): Float64Array[] {
  const vectors = versionVectors(weights, config, reviews);
  return vectors.map((of, review) => {
    const rating = tidy(() => {
      const versions = of.length / config.embedSize;
      const text = tensor2d(of, [versions, config.embedSize]);
      return ratingsAfter(weights, config, context, text, new Int32Array(versions).fill(review));
    });
    const values = Float64Array.from(rating.dataSync());
    dispose(rating);
    return values;
  });
}

/**
 * Share of every place of every review in the effects of the review's words, from the states before the review and the
 * statistics of the whole log. Empty for a review without text.
 */
export function wordShares(
  data: Prepared,
  values: WeightValues,
  { before }: Pick<FullReplay, 'before'>,
): Float64Array[] {
  const { config, users, items } = data;
  const weights = toVariables(config, values);
  const log = { users, items, ratings: Float64Array.from(data.feedback, (f) => f.rating ?? Number.NaN) };
  const statistics = logStatistics(config, log, data.userIds.length, data.itemIds.length);
  const shares: Float64Array[] = data.tokens.map(() => new Float64Array(0));
  const texts = range(users.length).filter((row) => data.hasText[row]);
  texts.sort((a, b) => data.tokens[a].length - data.tokens[b].length);
  // A lot at a time, so that the versions of all reviews never lie in memory together.
  for (let from = 0; from < texts.length; from += LOT) {
    const rows = texts.subarray(from, from + LOT);
    const context = contextOf(data, rows, before, statistics);
    const ratings = ratingsOfReviews(
      weights,
      config,
      context,
      Array.from(rows, (row) => data.tokens[row]),
    );
    rows.forEach((row, k) => {
      shares[row] = sharesOf(effectsOf(ratings[k]));
    });
    disposeContext(context);
  }
  dispose(Object.values(weights));
  return shares;
}

const LOT = 256;

/** What the reviews of some rows meet. */
function contextOf(
  data: Prepared,
  rows: Int32Array,
  before: FullReplay['before'],
  statistics: ReturnType<typeof logStatistics>,
): ReviewContext {
  const { config } = data;
  const D = config.stateSize;
  const feedback = toFeedbackBatch(
    config,
    Array.from(rows, (row) => data.feedback[row]),
    Array.from(rows, () => true),
  );
  const [ratings, presence] = feedbackTensors(config, feedback);
  const states = (side: Side) => {
    const picked = new Float32Array(rows.length * D);
    rows.forEach((row, k) => {
      picked.set(before[side].subarray(row * D, (row + 1) * D), k * D);
    });
    return tensor2d(picked, [rows.length, D]);
  };
  const ids = (column: Int32Array) => rows.map((row) => column[row]);
  return {
    ratings,
    presence,
    users: states('user'),
    items: states('item'),
    ofUsers: userStatistics(config, statisticsOfUsers(statistics.users, ids(data.users))),
    ofItems: itemStatistics(config, statisticsOfItems(statistics.items, ids(data.items))),
  };
}

export function disposeContext({ ofUsers, ofItems, ...tensors }: ReviewContext): void {
  dispose({ ...tensors });
  dispose({ ...ofUsers });
  dispose({ ...ofItems });
}
