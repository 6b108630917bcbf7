import { type Alteration, UNALTERED } from './alteration';
import { type ModelConfig, PADDING_ID, UNKNOWN_ID } from './config';
import { fuseFeatures } from './features';
import { refine } from './refine';
import { type StatisticsTensors, scorePairs, sideScores } from './score';
import { gather, type Tensor1D, type Tensor2D, tensor1d, tidy } from './tf';
import type { Weights } from './weights';

/**
 * How much the words of a review matter to what the model predicts after it: the effect of a word. It is measured, word
 * by word, on versions of the review in which words are masked, that is, replaced by the unknown word; see
 * docs/ARCHITECTURE.md#word-effects.
 */

/** What the effect of a word is made of: masking it in the whole review, and saying it alone; the parts sum to 1. */
export const MASKED_PART = 0.75;
export const ALONE_PART = 1 - MASKED_PART;

/** All that n reviews bring beside their texts, and the world that they meet; row k belongs to review k. */
export interface ReviewContext {
  /** Standardised ratings [n, 1 + aspects] and presence bits [n, 2 + aspects]. */
  readonly ratings: Tensor2D;
  readonly presence: Tensor2D;
  /** States before the review [n, D]. */
  readonly users: Tensor2D;
  readonly items: Tensor2D;
  readonly ofUsers: StatisticsTensors;
  readonly ofItems: StatisticsTensors;
}

/** What m versions of reviews come to, just after them. */
export interface Outcomes {
  /** x_τ [m, D] */
  readonly x: Tensor2D;
  /** States after the review [m, D]. */
  readonly users: Tensor2D;
  readonly items: Tensor2D;
  /** Predicted ratings of the reviews' own pairs [m], not clipped. */
  readonly ratings: Tensor1D;
}

/** What comes of the reviews where row j puts the text vector `vectors[j]` [m, E] into review `reviews[j]`. */
export function outcomesAfter(
  weights: Weights,
  config: ModelConfig,
  context: ReviewContext,
  vectors: Tensor2D,
  reviews: ArrayLike<number>,
  alteration: Alteration | null = UNALTERED,
): Outcomes {
  return tidy(() => {
    const rows = tensor1d(Int32Array.from(reviews), 'int32');
    const pick = (tensor: Tensor2D) => gather(tensor, rows) as Tensor2D;
    const statistics = ({ biases, scales, known }: StatisticsTensors): StatisticsTensors => ({
      biases: gather(biases, rows),
      scales: gather(scales, rows),
      known: pick(known),
    });
    const x = fuseFeatures(weights, vectors, pick(context.ratings), pick(context.presence));
    const after = refine(weights, x, pick(context.users), pick(context.items), alteration);
    const [users, items] = [after.user.next, after.item.next];
    const { rating } = scorePairs(
      weights,
      config,
      sideScores(weights, 'user', users, statistics(context.ofUsers)),
      sideScores(weights, 'item', items, statistics(context.ofItems)),
    );
    return { x, users, items, ratings: rating };
  });
}

/** Predicted ratings alone of {@link outcomesAfter} [m]. */
export const ratingsAfter = (...of: Parameters<typeof outcomesAfter>): Tensor1D =>
  tidy(() => outcomesAfter(...of).ratings);

/** How many versions {@link versionsOf} makes of a review of n words. */
export const versionCount = (words: number): number => 2 * words + 2;

/**
 * The versions of a review whose ratings tell its words' effects: as it is, all masked, then without each word, then
 * with each word alone.
 */
export function versionsOf(ids: ArrayLike<number>): Int32Array[] {
  const whole = Int32Array.from(ids, (id) => id);
  const silent = whole.map((id) => (id === PADDING_ID ? PADDING_ID : UNKNOWN_ID));
  const one = (base: Int32Array, other: Int32Array, place: number): Int32Array => {
    const version = base.slice();
    version[place] = other[place];
    return version;
  };
  return [
    whole,
    silent,
    ...Array.from(whole, (_, l) => one(whole, silent, l)),
    ...Array.from(whole, (_, l) => one(silent, whole, l)),
  ];
}

/**
 * Effect of each word in rating units, from the ratings of the review's {@link versionsOf versions}, in their order:
 * {@link MASKED_PART}·|r(whole) − r(without the word)| + {@link ALONE_PART}·|r(the word alone) − r(all masked)|. Masking alone misses what two words say
 * alike, since either of them makes up for the other; saying it alone misses what a word does to its neighbours.
 */
export function effectsOf(ratings: ArrayLike<number>): Float64Array {
  const words = (ratings.length - 2) / 2;
  const [whole, silent] = [ratings[0], ratings[1]];
  return Float64Array.from(
    { length: words },
    (_, l) =>
      MASKED_PART * Math.abs(whole - ratings[2 + l]) + ALONE_PART * Math.abs(ratings[2 + words + l] - silent),
  );
}

/** Values as shares of their sum; all 0 where nothing has an effect. */
export function sharesOf(values: Float64Array): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => (sum > 0 ? value / sum : 0));
}
