import { logStatistics } from '../../src/model/bias';
import { choiceItems, choiceScores, choiceUsers } from '../../src/model/choice';
import { toFeedbackBatch } from '../../src/model/features';
import {
  matchesOfOne,
  personWords,
  pickRows,
  renewedItemWords,
  type SparseRows,
  sparseRows,
  unitRows,
} from '../../src/model/keywordMatch';
import { deniedPlaces, gapsIn } from '../../src/model/negation';
import { replay } from '../../src/model/replay';
import { TOKENISER_REVISION } from '../../src/model/revision';
import { mentionsIn, weightsOf } from '../../src/model/said';
import { deviationsOf } from '../../src/model/signs';
import { encodeText, paddedLength, padTokens, toldRatings } from '../../src/model/text';
import { tokenize, toVocabulary } from '../../src/model/tokens';
import { tonesOf, unitsOf } from '../../src/model/tones';
import type { WeightValues } from '../../src/model/weights';
import { type Stream, streamFeatures, streamOf, streamStates } from '../../src/training/stream';
import { toVariables } from '../../src/training/variables';
import type { Prepared } from '../prepare';
import { dispose, slice, type Tensor2D, tensor2d, tidy } from '../tf';
import type { NewReview, Recommender } from './recommender';

/** Reviews of somebody new as the model takes them. */
interface Heard {
  readonly stream: Stream;
  /** Rating that each text alone tells; NaN without text. */
  readonly told: Float64Array;
}

/**
 * DReX as it is trained: reviews of somebody new are streamed after the history, so that they move the items as well.
 * TensorFlow.js must be ready.
 */
export function drexRecommender(
  data: Prepared,
  vectors: Float32Array,
  values: WeightValues,
  history: Int32Array,
): Recommender & { dispose(): void } {
  const { config, vocabulary } = data;
  const { idf } = data.said;
  const [people, items] = [data.userIds.length, data.itemIds.length];
  const weights = toVariables(config, values);
  const before = streamOf(data, vectors, history);
  // One person more than there are: the new one.
  const states = streamStates(weights, config, before, people + 1, items, replay);
  const lookUp = toVocabulary(vocabulary);

  const hear = (reviews: readonly NewReview[]): Heard => {
    const read = reviews.map(({ text }) => {
      const tokens = tokenize(text, lookUp, TOKENISER_REVISION);
      const words = tokens.map(({ word }) => word);
      const gaps = gapsIn(text, tokens);
      const ids = Int32Array.from(tokens.slice(0, config.maxWords), ({ id }) => id);
      const units = config.tone ? unitsOf(ids, words, gaps, config.tone.unit) : [];
      return { ids, denied: deniedPlaces(words, gaps), units };
    });
    const hasText = read.map(({ ids }) => ids.length > 0);
    const length = paddedLength(Math.max(1, ...read.map(({ ids }) => ids.length)), config);
    const texts = read.map(({ ids }) => ids);
    const batch = padTokens([...texts, ...read.flatMap(({ units }) => units)], length);
    const [all, told] = tidy(() => {
      const { vector } = encodeText(weights, config, batch);
      return [vector.dataSync() as Float32Array, toldRatings(weights, config, vector).dataSync()];
    });
    const text = all.slice(0, reviews.length * config.embedSize);
    let next = reviews.length;
    const tones = read.map(({ units }) => {
      const first = next;
      next += units.length;
      return tonesOf(units, told.subarray(first, next), config);
    });
    const feedback = reviews.map(({ rating }) => ({ rating, aspects: config.aspects.map(() => null) }));
    return {
      stream: {
        users: new Int32Array(reviews.length).fill(people),
        items: Int32Array.from(reviews, ({ item }) => item),
        ratings: Float64Array.from(reviews, ({ rating }) => rating ?? Number.NaN),
        feedback: toFeedbackBatch(config, feedback, hasText),
        vectors: text,
        said: sparseRows(
          read.map(({ ids, denied }, k) =>
            weightsOf(mentionsIn(ids, denied, idf), idf).map(
              ([word, weight]) => [word, weight, tones[k].get(word)] as const,
            ),
          ),
        ),
      },
      told: Float64Array.from(hasText, (has, k) => (has ? told[k] : Number.NaN)),
    };
  };

  /** k_u of the new person, as the only row. */
  const profileOf = ({ stream, told }: Heard): SparseRows => {
    const nobodyElse = new Int32Array(stream.users.length);
    const deviations = deviationsOf(nobodyElse, stream.ratings, told, config.meanRating, 1);
    return personWords(stream.said, nobodyElse, deviations, 1, vocabulary.length);
  };

  const wholeLog = ({ stream }: Heard) => ({
    users: after(before.users, stream.users),
    items: after(before.items, stream.items),
    ratings: after(before.ratings, stream.ratings),
  });

  const size = vocabulary.length;
  const units = unitRows(before.said, before.items, items, size);
  /** Only of the items reviewed the rows are other than before. */
  const wordMatch = (heard: Heard): Float32Array => {
    const { items: reviewed, said } = heard.stream;
    const which = [...new Set(reviewed)].sort((a, b) => a - b);
    const place = new Map(which.map((item, k) => [item, k]));
    const own = Int32Array.from(before.items.keys()).filter((row) => place.has(before.items[row]));
    const rows = joined(pickRows(before.said, own), said);
    const of = [...own].map((row) => place.get(before.items[row])!);
    const asked = Array.from(reviewed, (item) => place.get(item)!);
    const ofItems = renewedItemWords(units, which, rows, [...of, ...asked], size);
    return matchesOfOne(profileOf(heard), 0, ofItems);
  };

  return {
    id: 'drex',
    scores(reviews) {
      const heard = reviews.length > 0 ? hear(reviews) : null;
      const statistics = logStatistics(config, heard ? wholeLog(heard) : before, people + 1, items);
      const words = heard ? wordMatch(heard) : new Float32Array(items);
      return tidy(() => {
        const now = heard
          ? replay(weights, states, streamFeatures(weights, config, heard.stream), heard.stream)
          : states;
        const own = slice(now.users, [people, 0], [1, -1]) as Tensor2D;
        const ofItems = choiceItems(weights, config, now.items, statistics.items);
        const scores = choiceScores(weights, choiceUsers(weights, own), ofItems, tensor2d(words, [1, items]));
        return scores.dataSync() as Float32Array;
      });
    },
    words(reviews) {
      const { words, weights: signed } = profileOf(hear(reviews));
      return new Map(Array.from(words, (word, k) => [vocabulary[word], signed[k]]));
    },
    dispose: () => dispose([states.users, states.items, ...Object.values(weights)]),
  };
}

/** The rows of one after those of the other. */
function joined(a: SparseRows, b: SparseRows): SparseRows {
  const n = a.words.length;
  const offsets = new Int32Array(a.offsets.length + b.offsets.length - 1);
  offsets.set(a.offsets);
  for (let row = 1; row < b.offsets.length; row++) offsets[a.offsets.length - 1 + row] = n + b.offsets[row];
  return { offsets, words: after(a.words, b.words), weights: after(a.weights, b.weights) };
}

/** The numbers of one after those of the other. */
function after<A extends Int32Array | Float32Array | Float64Array>(a: A, b: A): A {
  const all = new (a.constructor as new (length: number) => A)(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
