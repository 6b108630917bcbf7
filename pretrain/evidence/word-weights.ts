import type { ModelConfig } from '../../src/model/config';
import { encodeText, padTokens } from '../../src/model/text';
import { matrix, type Weights } from '../../src/model/weights';
import { random } from '../random';
import {
  dispose,
  gather,
  grad,
  norm,
  reshape,
  sum,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tensor1d,
  tensor2d,
  tidy,
} from '../tf';

/** Ways to say how much each word of a review mattered. */
export const METHODS = [
  { id: 'effect', label: 'word effect' },
  { id: 'attention', label: 'attention' },
  { id: 'attention-size', label: 'attention × size in the features' },
  { id: 'left-out', label: 'attention × effect on the rating' },
  { id: 'gradient', label: 'gradient × input' },
  { id: 'tf-idf', label: 'TF-IDF' },
  { id: 'random', label: 'random words' },
  { id: 'masking', label: 'change when the word is masked' },
] as const;
export type MethodId = (typeof METHODS)[number]['id'];

/** Weights of the words of one review, one value a place. */
export type WordWeights = Record<Exclude<MethodId, 'masking' | 'effect'>, Float64Array>;

/** Predicted ratings [n] of text vectors [n, E]; row k is a version of the text of review `reviews[k]`. */
export type RatingOfText = (vectors: Tensor2D, reviews: readonly number[]) => Tensor1D;

/**
 * Weighs the words of reviews that are padded to one length. All are functions of the review and the model; those that
 * need passes for each word, masking and the word effect, are done by the caller.
 * @param numbers which reviews these are, for `rating`
 * @param rarity ln(N/n) by word id
 */
export function weighWords(
  weights: Weights,
  config: ModelConfig,
  reviews: readonly Int32Array[],
  length: number,
  numbers: readonly number[],
  rating: RatingOfText,
  rarity: Float64Array,
  seed: number,
): WordWeights[] {
  const tokens = padTokens(reviews, length);
  const [B, E] = [reviews.length, config.embedSize];
  const parts = tidy(() => {
    const encoding = encodeText(weights, config, tokens);
    // ‖W_text h‖: what a fully attended word would bring to the feature layer.
    const kernel = matrix(weights, 'features/kernel').slice([0, 0], [E, -1]);
    const sizes = norm(reshape(encoding.words, [B * length, E]).matMul(kernel), 'euclidean', 1);
    const embedded = reshape(gather(matrix(weights, 'text/embedding'), tensor1d(tokens.ids, 'int32')), [
      B,
      length,
      E,
    ]) as Tensor3D;
    const slope = grad((words) => sum(rating(encodeText(weights, config, tokens, words).vector, numbers)));
    return {
      ...encoding,
      whole: rating(encoding.vector, numbers),
      sizes: reshape(sizes, [B, length]),
      gradient: sum(slope(embedded).mul(embedded), 2).abs(),
    };
  });
  const read = (name: keyof typeof parts) => parts[name].dataSync() as Float32Array;
  const [attention, sizes, gradient] = [read('attention'), read('sizes'), read('gradient')];
  const [vector, words, whole] = [read('vector'), read('words'), read('whole')];
  dispose({ ...parts });
  /** Ratings when attention passes over one word: its share goes to the others. */
  const leftOut = (row: number, n: number): Float64Array => {
    const without = new Float32Array(n * E);
    for (let l = 0; l < n; l++) {
      const alpha = attention[row * length + l];
      for (let e = 0; e < E; e++)
        without[l * E + e] =
          (vector[row * E + e] - alpha * words[(row * length + l) * E + e]) / Math.max(1 - alpha, 1e-6);
    }
    const ratings = rating(
      tensor2d(without, [n, E]),
      Array.from({ length: n }, () => numbers[row]),
    );
    const values = Float64Array.from(ratings.dataSync());
    dispose(ratings);
    return values;
  };
  return reviews.map((ids, row) => {
    const places = Float64Array.from(ids, (_, l) => row * length + l);
    const source = random(seed, 'words', row, ids.join());
    return {
      attention: places.map((p) => attention[p]),
      'attention-size': places.map((p) => attention[p] * sizes[p]),
      gradient: places.map((p) => gradient[p]),
      'left-out': leftOut(row, ids.length).map((r) => Math.abs(r - whole[row])),
      'tf-idf': Float64Array.from(ids, (id) => rarity[id] * ids.filter((other) => other === id).length),
      random: places.map(() => source.next()),
    };
  });
}
