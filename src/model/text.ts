import { type ModelConfig, PADDING_ID } from './config';
import { type Tap, unseen } from './tap';
import {
  add,
  concat,
  gather,
  matMul,
  mul,
  reshape,
  slice,
  softmax,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tanh,
  tensor1d,
  tensor2d,
  tidy,
  zeros,
} from './tf';
import { matrix, vector, type Weights } from './weights';

/** Token ids of a batch of reviews, padded to one length: fixed lengths keep WebGPU from compiling anew. */
export interface TokenBatch {
  /** Row-major [batch, length]; {@link PADDING_ID} after the last word. */
  readonly ids: Int32Array;
  readonly batch: number;
  readonly length: number;
}

/** The lengths that reviews are padded to. */
const PADDED_LENGTHS = [32, 64, 128, 256] as const;

/** The same and a shorter one: for a single review, whose words are measured in as many versions as it is long. */
export const SINGLE_LENGTHS = [16, ...PADDED_LENGTHS] as const;

/** The smallest padded length that holds `words`; the model's own limit where that is shorter. */
export function paddedLength(
  words: number,
  config: Pick<ModelConfig, 'maxWords'>,
  lengths: readonly number[] = PADDED_LENGTHS,
): number {
  const length = lengths.find((n) => n >= words) ?? config.maxWords;
  return Math.min(length, config.maxWords);
}

/** Pads reviews to a common length; words past it are cut. */
export function padTokens(reviews: readonly ArrayLike<number>[], length: number): TokenBatch {
  const ids = new Int32Array(reviews.length * length).fill(PADDING_ID);
  reviews.forEach((review, row) => {
    const words = Math.min(review.length, length);
    for (let l = 0; l < words; l++) ids[row * length + l] = review[l];
  });
  return { ids, batch: reviews.length, length };
}

/** v·tanh(W h + b) [n, 1] of words in context [n, E]: what the attention is the softmax of. */
export const attentionLogits = (weights: Weights, h: Tensor2D, tap: Tap = unseen): Tensor2D =>
  tidy(() => {
    const hidden = add(
      matMul(h, matrix(weights, 'text/attention/kernel')),
      vector(weights, 'text/attention/bias'),
    );
    const attending = tanh(hidden);
    tap('attending', attending);
    return matMul(attending, matrix(weights, 'text/attention/vector')) as Tensor2D;
  });

/** Who divides the attention: what was learned, or nobody, so that each of L words gets 1/L. */
export type Attending = 'learned' | 'uniform';

export interface TextEncoding {
  /** α [batch, length]: attention over the words; rows sum to 1, padding gets 0. */
  readonly attention: Tensor2D;
  /** t [batch, E]: Σ α_l h_l; zero for a review without words. */
  readonly vector: Tensor2D;
  /** h [batch, length, E]: each word in its context; of padding, what its neighbours make of it, which gets no weight. */
  readonly words: Tensor3D;
}

/**
 * Encodes reviews: embedding → width-3 context with a residual → additive attention (docs/ARCHITECTURE.md#words-and-attention).
 * The convolution is written as three shifted products, since WASM has no gradient for a convolution kernel.
 * `embedded` may replace the embedding look-up, for dropout while training: [batch, length, E]. The tap sees `embedded`,
 * `context`, `in-context` [batch · length, E], `attending` [batch · length, A], `logits`, `attention` and `text`. Uniform
 * attention is the softmax of zeros, and shows what the learned one is worth.
 */
export function encodeText(
  weights: Weights,
  config: ModelConfig,
  tokens: TokenBatch,
  embedded?: Tensor,
  tap: Tap = unseen,
  attending: Attending = 'learned',
): TextEncoding {
  const { batch, length, ids } = tokens;
  const E = config.embedSize;
  return tidy(() => {
    const present = Float32Array.from(ids, (id) => (id === PADDING_ID ? 0 : 1));
    const mask = tensor2d(present, [batch, length]);
    const mask3 = reshape(mask, [batch, length, 1]);
    const words =
      embedded ??
      reshape(gather(matrix(weights, 'text/embedding'), tensor1d(ids, 'int32')), [batch, length, E]);
    const e = mul(words, mask3);

    const edge = zeros([batch, 1, E]);
    const previous = concat([edge, slice(e, [0, 0, 0], [batch, length - 1, E])], 1);
    const next = concat([slice(e, [0, 1, 0], [batch, length - 1, E]), edge], 1);
    const rows = (t: Tensor) => reshape(t, [batch * length, E]) as Tensor2D;
    const context = tanh(
      add(
        add(
          matMul(rows(previous), matrix(weights, 'text/context/previous')),
          matMul(rows(e), matrix(weights, 'text/context/centre')),
        ),
        add(matMul(rows(next), matrix(weights, 'text/context/next')), vector(weights, 'text/context/bias')),
      ),
    );
    const h = add(rows(e), context) as Tensor2D;
    tap('embedded', e);
    tap('context', context);
    tap('in-context', h);

    const logits =
      attending === 'learned'
        ? reshape(attentionLogits(weights, h, tap), [batch, length])
        : zeros([batch, length]);
    tap('logits', logits);
    // −1e9 and not −∞: softmax over a row of −∞ is NaN on every backend.
    const masked = add(logits, mul(sub(mask, 1), 1e9));
    const attention = mul(softmax(masked), mask) as Tensor2D;
    const inContext = reshape(h, [batch, length, E]) as Tensor3D;
    const weighted = mul(inContext, reshape(attention, [batch, length, 1]));
    const text = sum(weighted, 1) as Tensor2D;
    tap('attention', attention);
    tap('text', text);
    return { attention, vector: text, words: inContext };
  });
}

/**
 * The rating that texts alone tell [n], in rating units, from their vectors [n, E]: the sign of what is said where no rating
 * is given (docs/ARCHITECTURE.md#keyword-weights).
 */
export const toldRatings = (
  weights: Weights,
  { rating }: Pick<ModelConfig, 'rating'>,
  vectors: Tensor2D,
): Tensor1D =>
  tidy(() => {
    const told = add(matMul(vectors, matrix(weights, 'told/kernel')), vector(weights, 'told/bias'));
    return add(mul(reshape(told, [vectors.shape[0]]), rating.deviation), rating.mean) as Tensor1D;
  });
