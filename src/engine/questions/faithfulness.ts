import { norm } from '../../model/attribution';
import { UNKNOWN_ID } from '../../model/config';
import { spearman } from '../../model/correlation';
import { effectsOf, outcomesAfter, sharesOf, versionCount, versionsOf } from '../../model/effects';
import { encodeText, padTokens } from '../../model/text';
import { concat, gather, reshape, type Tensor, type Tensor2D, tensor1d, tidy } from '../../model/tf';
import type { AttendedToken } from '../answers';
import type { Ground } from '../core/ground';
import { lensOn } from '../core/number/optics';
import { attendedTokens, type PreparedText } from '../core/readText';
import { RequestError } from '../core/requestError';
import { textOf } from '../core/textOf';
import { reviewContext } from '../core/wordEffects';
import type { World } from '../core/world';
import type { Place } from '../simulatedLog';
import { question } from './question';

/** Does attention tell which words mattered? Asked of one review whose words are known here. */
export interface FaithfulnessRequest extends Place {
  /** Which interaction, real or simulated; it must have happened. */
  readonly key: string;
}

/** What a review with something in it comes to, less what it comes to without. */
export interface MaskingChange {
  /** Of the predicted rating of this very pair just after the review, in rating units, before clipping. Signed. */
  readonly rating: number;
  /** ‖Δx_τ‖ */
  readonly features: number;
  /** ‖Δu‖ of the person's state just after the review. */
  readonly state: number;
}

export type Measure = keyof MaskingChange;

export interface MeasuredWord extends AttendedToken {
  /**
   * Against the review with this word replaced by the unknown word. Null for a word that the model does not know, which
   * nothing can mask, and for one past the limit.
   */
  readonly change: MaskingChange | null;
}

/** Some words together, against the review with all of them masked. */
export interface PhraseChange extends MaskingChange {
  /** Sum of α over the words. */
  readonly attention: number;
}

/** A word with a negation before it, as in "not good". */
export interface Negation {
  /** Place of the negation among the words. */
  readonly place: number;
  readonly negation: string;
  readonly word: string;
  /** Both, as written. */
  readonly negated: PhraseChange;
  /** The word with the negation before it masked. Both are measured against the review with both masked. */
  readonly plain: PhraseChange;
  /** ‖h(word after the negation) − h(word after the unknown word)‖, and the norm of the latter. */
  readonly moved: number;
  readonly norm: number;
}

/**
 * Attention of each word of a review, beside what masking the word changes. Measured as word effects are: in the states just
 * before the review, with the statistics of the bundle's own log; all versions in one batch.
 */
export interface ReviewFaithfulness {
  readonly key: string;
  readonly text: string;
  readonly words: readonly MeasuredWord[];
  /** Spearman's rank correlation of attention with the size of each change; null where either does not vary. */
  readonly agreement: Readonly<Record<Measure, number | null>>;
  /** Words behind it: those that could be masked. */
  readonly n: number;
  readonly negations: readonly Negation[];
  /** Predicted rating of this pair just after the review, before clipping. */
  readonly rating: number;
  /** With α = 1/L in place of the learned attention, less with the learned one. */
  readonly uniform: MaskingChange;
  readonly milliseconds: number;
}

export const faithfulness = question<FaithfulnessRequest, ReviewFaithfulness>({
  replayed: true,
  timed: true,
  async answer(ground, { key, ...place }) {
    const moment = await ground.at(place);
    const row = lensOn(ground, moment).row(key);
    return measureFaithfulness(ground, moment.world, row);
  },
});

const NEGATIONS = new Set(['not', 'no', 'never']);

/** Versions of a review in one batch, by their place in it. */
interface Versions {
  readonly ids: readonly ArrayLike<number>[];
  /** How many of {@link versionsOf} stand in front. */
  readonly plain: number;
  /** Places of the negations among the words. */
  readonly negations: readonly number[];
}

const WHOLE = 0;
/** The version without word l. */
const without = (l: number): number => 2 + l;

/** All versions that are needed: those of the word effects, then for each negation one without it and its word. */
function versionsFor({ ids, tokens }: PreparedText): Versions {
  const plain: Int32Array[] = versionsOf(ids);
  const negations = [...ids.keys()].filter(
    (l) =>
      l + 1 < ids.length &&
      NEGATIONS.has(tokens[l].word) &&
      ids[l] !== UNKNOWN_ID &&
      ids[l + 1] !== UNKNOWN_ID,
  );
  const both = negations.map((l) => {
    const version = Int32Array.from(ids);
    version.fill(UNKNOWN_ID, l, l + 2);
    return version;
  });
  return { ids: [...plain, ...both], plain: plain.length, negations };
}

/** What the model makes of each version, read back at once. */
interface Measured {
  readonly ratings: Float32Array;
  /** Rows: the versions, uniform attention last. */
  readonly x: Float32Array;
  readonly users: Float32Array;
  readonly attention: Float32Array;
  /** h of the negated words: in the whole review, then in those without the negation. */
  readonly words: Float32Array;
}

/** @throws RequestError where the words are not known */
async function measureFaithfulness(
  ground: Ground,
  world: World,
  row: number,
): Promise<Omit<ReviewFaithfulness, 'milliseconds'>> {
  const { brain, catalogue } = ground;
  const { key } = world.scenario.interaction(row);
  const { shipped, text, prepared } = textOf(catalogue, world, row);
  if (shipped && text === '') throw new RequestError('key', { is: 'words-withheld' });
  if (!prepared) throw new RequestError('key', { is: 'no-words' });
  const { ids } = prepared;
  const versions = versionsFor(prepared);
  const { stateSize: D, embedSize: E } = brain.config;
  const { length } = prepared.batch;
  const measured = await measure(ground, world, row, versions, length);
  const uniform = measured.ratings.length - 1;
  const rowOf = (of: Float32Array, width: number, k: number) => of.subarray(k * width, (k + 1) * width);
  const between = (a: number, b: number): MaskingChange => ({
    rating: measured.ratings[a] - measured.ratings[b],
    features: distance(rowOf(measured.x, D, a), rowOf(measured.x, D, b)),
    state: distance(rowOf(measured.users, D, a), rowOf(measured.users, D, b)),
  });
  const alpha = (version: number, l: number): number => measured.attention[version * length + l];
  const effects = sharesOf(effectsOf(measured.ratings.subarray(0, versions.plain)));
  const words = attendedTokens(catalogue, prepared, measured.attention.subarray(0, length), effects).map(
    (token, l) => ({
      ...token,
      change: token.known && l < ids.length ? between(WHOLE, without(l)) : null,
    }),
  );
  const masked = words.flatMap(({ attention, change }) => (change ? [{ attention, change }] : []));
  const agreement = (of: Measure): number | null =>
    spearman(
      masked.map((one) => one.attention),
      masked.map((one) => Math.abs(one.change[of])),
    );
  const pairs = versions.negations.length;
  return {
    key,
    text,
    words,
    agreement: {
      rating: agreement('rating'),
      features: agreement('features'),
      state: agreement('state'),
    },
    n: masked.length,
    negations: versions.negations.map((l, k): Negation => {
      const neither = versions.plain + k;
      const after = rowOf(measured.words, E, k);
      const alone = rowOf(measured.words, E, pairs + k);
      return {
        place: l,
        negation: prepared.tokens[l].word,
        word: prepared.tokens[l + 1].word,
        negated: { ...between(WHOLE, neither), attention: alpha(WHOLE, l) + alpha(WHOLE, l + 1) },
        plain: { ...between(without(l), neither), attention: alpha(without(l), l + 1) },
        moved: distance(after, alone),
        norm: norm(alone),
      };
    }),
    rating: measured.ratings[WHOLE],
    uniform: between(uniform, WHOLE),
  };
}

/** Runs all versions, and the whole review once more with uniform attention. */
async function measure(
  ground: Ground,
  world: World,
  row: number,
  { ids, negations }: Versions,
  length: number,
): Promise<Measured> {
  const { config, weights } = ground.brain;
  const { stateSize: D, embedSize: E } = config;
  // As many as the padded length has room for: a new number of rows makes a GPU compile anew.
  const rows = Math.max(versionCount(length), ids.length);
  const padded = Array.from({ length: rows }, (_, k) => ids[k] ?? []);
  const flat = tidy(() => {
    const context = reviewContext(ground.brain, ground.statistics(), world, row);
    const encoded = encodeText(weights, config, padTokens(padded, length));
    const even = encodeText(
      weights,
      config,
      padTokens([ids[WHOLE]], length),
      undefined,
      undefined,
      'uniform',
    );
    const vectors = concat([encoded.vector, even.vector], 0) as Tensor2D;
    const after = outcomesAfter(
      weights,
      config,
      context,
      vectors,
      new Int32Array(rows + 1),
      world.scenario.alteration,
    );
    const parts: Tensor[] = [after.ratings, after.x, after.users, encoded.attention];
    if (negations.length > 0) {
      const places = [
        ...negations.map((l) => WHOLE * length + l + 1),
        ...negations.map((l) => without(l) * length + l + 1),
      ];
      parts.push(gather(reshape(encoded.words, [rows * length, E]), tensor1d(places, 'int32')));
    }
    return concat(parts.map((part) => reshape(part, [part.size])));
  });
  const values = (await flat.data()) as Float32Array;
  flat.dispose();
  let from = 0;
  const next = (size: number): Float32Array => {
    from += size;
    return values.slice(from - size, from);
  };
  return {
    ratings: next(rows + 1),
    x: next((rows + 1) * D),
    users: next((rows + 1) * D),
    attention: next(rows * length),
    words: next(2 * negations.length * E),
  };
}

const distance = (a: Float32Array, b: Float32Array): number =>
  norm(Float64Array.from(a, (value, k) => value - b[k]));
