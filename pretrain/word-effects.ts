import { type ReviewContext, ratingsAfter } from '../src/model/effects';
import { encodeText, paddedLength, padTokens } from '../src/model/text';
import type { Weights } from '../src/model/weights';
import type { Prepared } from './prepare';
import { range } from './random';
import { dispose, tensor2d, tidy } from './tf';
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

export function disposeContext({ ofUsers, ofItems, ...tensors }: ReviewContext): void {
  dispose({ ...tensors });
  dispose({ ...ofUsers });
  dispose({ ...ofItems });
}
