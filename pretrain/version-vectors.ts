import { PADDING_ID } from '../src/model/config';
import { versionCount, versionsOf } from '../src/model/effects';
import { attentionLogits, encodeText, paddedLength, padTokens, type TokenBatch } from '../src/model/text';
import type { Weights } from '../src/model/weights';
import type { Prepared } from './prepare';
import { dispose, reshape, type Tensor2D, tidy } from './tf';

type Config = Prepared['config'];

/** A word reaches one place to either side, so the change of a place is seen in the five around it. */
const REACH = 1;
const WINDOW = 2 * (2 * REACH) + 1;
/** Windows that go through the encoder at once: bounds the memory. */
const WINDOWS_AT_ONCE = 1 << 15;

/** Words in context [n, E] and their attention logits [n], row by row. */
interface Heard {
  readonly words: Float32Array;
  readonly logits: Float32Array;
}

function hear(weights: Weights, config: Config, tokens: TokenBatch): Heard {
  const [words, logits] = tidy(() => {
    const { words } = encodeText(weights, config, tokens);
    const rows = reshape(words, [tokens.batch * tokens.length, config.embedSize]) as Tensor2D;
    return [rows, attentionLogits(weights, rows)];
  });
  const heard = { words: words.dataSync() as Float32Array, logits: logits.dataSync() as Float32Array };
  dispose([words, logits]);
  return heard;
}

/**
 * Text vectors of all {@link versionsOf versions} of reviews of like length [versions, E], without encoding each version
 * whole: a version differs from the whole or the silent review in one word, which changes three words in context; the
 * others, and their part of the softmax, are taken over. Tested against the encoder itself.
 */
export function versionVectors(
  weights: Weights,
  config: Config,
  reviews: readonly Int32Array[],
): Float32Array[] {
  const E = config.embedSize;
  const length = paddedLength(Math.max(...reviews.map((r) => r.length)), config);
  const versions = reviews.map((ids) => versionsOf(ids));
  const bases = [0, 1].map((which) =>
    hear(
      weights,
      config,
      padTokens(
        versions.map((of) => of[which]),
        length,
      ),
    ),
  );
  const changed = versions.flatMap((of, review) =>
    of.slice(2).map((ids, k) => ({ review, ids, place: k % reviews[review].length })),
  );
  const result = reviews.map((ids) => new Float64Array(versionCount(ids.length) * E));
  const sums = bases.map((base) => reviews.map((ids, review) => sumOf(base, review * length, ids.length, E)));
  reviews.forEach((_, review) => {
    for (const which of [0, 1]) put(result[review], which, sums[which][review], E);
  });
  const next = new Int32Array(reviews.length).fill(2);
  for (let from = 0; from < changed.length; from += WINDOWS_AT_ONCE) {
    const part = changed.slice(from, from + WINDOWS_AT_ONCE);
    const windows = hear(
      weights,
      config,
      padTokens(
        part.map(({ ids, place }) => windowAround(ids, place)),
        WINDOW,
      ),
    );
    part.forEach(({ review, place }, k) => {
      const n = reviews[review].length;
      const which = next[review] < 2 + n ? 0 : 1;
      const sum = sums[which][review].slice();
      for (let l = Math.max(place - REACH, 0); l <= Math.min(place + REACH, n - 1); l++) {
        addTo(sum, bases[which], review * length + l, -1, E);
        addTo(sum, windows, k * WINDOW + l - place + 2 * REACH, 1, E);
      }
      put(result[review], next[review]++, sum, E);
    });
  }
  return result.map((values) => Float32Array.from(values));
}

/** The word at a place and two to either side; padding past the ends. */
const windowAround = (ids: Int32Array, place: number): number[] =>
  Array.from({ length: WINDOW }, (_, k) => ids[place + k - 2 * REACH] ?? PADDING_ID);

/** Σ e^logit·h in the first E places, Σ e^logit in the last. Logits are small: at most the norm of v. */
function sumOf(heard: Heard, start: number, words: number, E: number): Float64Array {
  const sum = new Float64Array(E + 1);
  for (let l = 0; l < words; l++) addTo(sum, heard, start + l, 1, E);
  return sum;
}

function addTo(sum: Float64Array, { words, logits }: Heard, row: number, sign: number, E: number): void {
  const weight = sign * Math.exp(logits[row]);
  for (let e = 0; e < E; e++) sum[e] += weight * words[row * E + e];
  sum[E] += weight;
}

function put(vectors: Float64Array, version: number, sum: Float64Array, E: number): void {
  for (let e = 0; e < E; e++) vectors[version * E + e] = sum[e] / sum[E];
}
