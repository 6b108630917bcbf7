import { type Evidence, type Interval, WORD_COUNTS } from '../../src/data/evidence';
import { logStatistics, statisticsOfItems, statisticsOfUsers } from '../../src/model/bias';
import { UNKNOWN_ID } from '../../src/model/config';
import { spearman } from '../../src/model/correlation';
import { effectsOf, type ReviewContext, ratingsAfter } from '../../src/model/effects';
import { feedbackTensors, toFeedbackBatch } from '../../src/model/features';
import { itemStatistics, userStatistics } from '../../src/model/score';
import { paddedLength } from '../../src/model/text';
import type { WeightValues } from '../../src/model/weights';
import { streamOf, streamStates } from '../../src/training/stream';
import { toVariables } from '../../src/training/variables';
import { type Prepared, rowsOf } from '../prepare';
import { random, shuffle } from '../random';
import { dispose, gather, type Tensor2D, tensor1d } from '../tf';
import { disposeContext, ratingsOfReviews, ratingsOfVersions, type Version } from '../word-effects';
import { type BootstrapOptions, meanInterval } from './bootstrap';
import { METHODS, type MethodId, type RatingOfText, weighWords } from './word-weights';

export const FAITHFULNESS_PROTOCOL =
  'Reviews of the test part with at least five words, each added to the history as the latest review of its person and item, with all that it carries. Measured is the predicted rating of this very pair after the review; a word is masked by putting the unknown word in its place. Comprehensiveness: mean size of the change when the k heaviest words are masked; sufficiency: when all the others are. Rank correlation: Spearman’s, between the weight of each word and the size of the change when it alone is masked; it is 1 for masking by construction, and the word effect contains masking. Word effect: three quarters of the change when the word is masked, one quarter of the change when it alone is said in a masked review; the parts were chosen on the validation part. Intervals: bootstrap over people.';

/** Reviews that are tested at most; each costs some hundred passes of the encoder. */
const REVIEWS = 400;
const SHORTEST = 5;
/** Longer reviews are read this far only, to keep the passes few. */
const LONGEST = 64;
const BATCH = 256;

type Faithfulness = Pick<NonNullable<Evidence['faithfulness']>, 'interactions' | 'wordCounts' | 'methods'>;

/** Tests whether the words that a method calls heavy move the prediction. */
export function faithfulness(
  data: Prepared,
  vectors: Float32Array,
  values: WeightValues,
  used: MethodId,
  options: BootstrapOptions,
): Faithfulness {
  const rows = sample(data, options.seed);
  const reviews = Array.from(rows, (row) => data.tokens[row].slice(0, LONGEST));
  const model = openReviews(data, vectors, values, rows);
  const length = paddedLength(Math.max(...reviews.map((r) => r.length)), data.config);
  const rarity = rarityOf(data);

  const weights = inBatches(
    reviews.map((_, k) => k),
    (part) =>
      weighWords(
        model.weights,
        data.config,
        part.map((k) => reviews[k]),
        length,
        part,
        model.ratingOf,
        rarity,
        options.seed,
      ),
  );
  const rate = (versions: readonly Version[]) =>
    ratingsOfVersions(model.weights, data.config, model.context, versions);
  const ratings = ratingsOfReviews(model.weights, data.config, model.context, reviews);
  const whole = ratings.map((of) => of[0]);
  const effects = ratings.map(effectsOf);
  // The change when each word alone is masked, review by review.
  const changes = ratings.map((of, review) =>
    Float64Array.from(reviews[review], (_, l) => Math.abs(of[2 + l] - of[0])),
  );
  const users = Array.from(rows, (row) => data.users[row]);
  const mean = (of: ArrayLike<number>): Interval => meanInterval({ users, values: of }, options);
  const methods = METHODS.map(({ id, label }) => {
    const weightOf = (review: number) =>
      id === 'masking' ? changes[review] : id === 'effect' ? effects[review] : weights[review][id];
    const versions = (keep: boolean, words: number): Version[] =>
      reviews.map((ids, review) => {
        const heaviest = new Set(topPlaces(weightOf(review), words));
        return {
          review,
          ids: masked(
            ids,
            [...ids.keys()].filter((l) => heaviest.has(l) !== keep),
          ),
        };
      });
    const moved = (keep: boolean) =>
      WORD_COUNTS.map((words) => {
        const after = rate(versions(keep, words));
        return { words, change: mean(after.map((r, review) => Math.abs(r - whole[review]))) };
      });
    return {
      id,
      label,
      used: id === used,
      comprehensiveness: moved(false),
      sufficiency: moved(true),
      // Where the weights do not vary they put nothing in order.
      rankCorrelation: mean(reviews.map((_, review) => spearman(weightOf(review), changes[review]) ?? 0)),
    };
  });
  disposeContext(model.context);
  dispose(Object.values(model.weights));
  return { interactions: reviews.length, wordCounts: [...WORD_COUNTS], methods };
}

/** Rows of the test part with enough words, at random. */
function sample(data: Prepared, seed: number): Int32Array {
  const usable = rowsOf(data, 'test').filter((row) => data.tokens[row].length >= SHORTEST);
  if (usable.length === 0) throw new Error('No review of the test part has enough words.');
  return shuffle(usable, random(seed, 'faithfulness')).slice(0, REVIEWS);
}

/** ln(N/n) of each word over the reviews of the train part. */
function rarityOf(data: Prepared): Float64Array {
  const rows = rowsOf(data, 'train').filter((row) => data.hasText[row]);
  const reviews = new Float64Array(data.vocabulary.length);
  for (const row of rows) for (const id of new Set(data.tokens[row])) reviews[id]++;
  return reviews.map((n) => Math.log(rows.length / Math.max(n, 1)));
}

const masked = (ids: Int32Array, places: readonly number[]): Int32Array => {
  const copy = ids.slice();
  for (const place of places) copy[place] = UNKNOWN_ID;
  return copy;
};

/** Places of the `words` heaviest words; earlier ones first where weights tie. */
const topPlaces = (weights: Float64Array, words: number): number[] =>
  [...weights.keys()].sort((a, b) => weights[b] - weights[a] || a - b).slice(0, words);

/** The states before each review and all else that its prediction needs. */
function openReviews(data: Prepared, vectors: Float32Array, values: WeightValues, rows: Int32Array) {
  const { config } = data;
  const weights = toVariables(config, values);
  const history = streamOf(data, vectors, rowsOf(data, 'train', 'validation'));
  const [userCount, itemCount] = [data.userIds.length, data.itemIds.length];
  const states = streamStates(weights, config, history, userCount, itemCount);
  const statistics = logStatistics(config, history, userCount, itemCount);
  const feedback = toFeedbackBatch(
    config,
    Array.from(rows, (r) => data.feedback[r]),
    Array.from(rows, () => true),
  );
  const [ratings, presence] = feedbackTensors(config, feedback);
  const ids = (column: Int32Array) => rows.map((row) => column[row]);
  const [users, items] = [ids(data.users), ids(data.items)];
  const context: ReviewContext = {
    ratings,
    presence,
    users: gather(states.users, tensor1d(users, 'int32')) as Tensor2D,
    items: gather(states.items, tensor1d(items, 'int32')) as Tensor2D,
    ofUsers: userStatistics(config, statisticsOfUsers(statistics.users, users)),
    ofItems: itemStatistics(config, statisticsOfItems(statistics.items, items)),
  };
  dispose({ ...states });
  const ratingOf: RatingOfText = (text, reviews) => ratingsAfter(weights, config, context, text, reviews);
  return { weights, ratingOf, context };
}

function inBatches<A, B>(all: readonly A[], work: (part: readonly A[]) => B[]): B[] {
  const results: B[] = [];
  for (let from = 0; from < all.length; from += BATCH) results.push(...work(all.slice(from, from + BATCH)));
  return results;
}
