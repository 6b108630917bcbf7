import { norm } from '../../model/attribution';
import { spearman } from '../../model/correlation';
import { effectsOf, sharesOf } from '../../model/effects';
import type { AttendedToken } from '../answers';
import type { Ground } from '../core/ground';
import { type Match, matchesAfter } from '../core/maskedMatch';
import { maskedVersions, runMasked, WHOLE, without } from '../core/maskedRuns';
import type { Moment } from '../core/moment';
import { lensOn } from '../core/number/optics';
import { attendedTokens, maskedText } from '../core/readText';
import { RequestError } from '../core/requestError';
import { textOf } from '../core/textOf';
import type { Proceed } from '../core/worlds';
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
  /**
   * Of what is the person’s own in the choice score of this very item just after the review: the match of the states and that
   * of the words, in log odds. Signed.
   */
  readonly match: number;
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
  readonly change: (MaskingChange & { readonly terms: Match }) | null;
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
  async answer(ground, { key, ...place }, { proceed }) {
    const moment = await ground.at(place);
    const row = lensOn(ground, moment).row(key);
    return measureFaithfulness(ground, moment, row, proceed);
  },
});

/** @throws RequestError where the words are not known */
async function measureFaithfulness(
  ground: Ground,
  moment: Moment,
  row: number,
  proceed: Proceed,
): Promise<Omit<ReviewFaithfulness, 'milliseconds'>> {
  const { brain, catalogue } = ground;
  const { world } = moment;
  const { key } = world.scenario.interaction(row);
  const { shipped, text, prepared } = textOf(catalogue, world, row);
  if (shipped && text === '') throw new RequestError('key', { is: 'words-withheld' });
  if (!prepared) throw new RequestError('key', { is: 'no-words' });
  const { ids } = prepared;
  const versions = maskedVersions(prepared);
  const { stateSize: D, embedSize: E } = brain.config;
  const { length } = prepared.batch;
  const measured = await runMasked(ground, world, row, versions, length);
  const uniform = measured.ratings.length - 1;
  const rowOf = (of: Float32Array, width: number, k: number) => of.subarray(k * width, (k + 1) * width);
  // Uniform attention, in the last row, masks no word.
  const asked = [
    ...versions.masked.flatMap((places, version) => (places ? [{ places, version }] : [])),
    { places: [], version: uniform },
  ];
  const states = (of: Float32Array) =>
    Float32Array.from(asked.flatMap(({ version }) => [...rowOf(of, D, version)]));
  const found = await matchesAfter(
    ground,
    moment.just(row, true),
    row,
    asked.map(({ places }) => maskedText(catalogue, text, prepared, places)),
    { user: states(measured.users), item: states(measured.items) },
    proceed,
  );
  const matches = new Map(asked.map(({ version }, k) => [version, found[k]]));
  const termsBetween = (a: number, b: number): Match => {
    const [one, other] = [matches.get(a), matches.get(b)] as [Match, Match];
    return { states: one.states - other.states, words: one.words - other.words };
  };
  const between = (a: number, b: number): MaskingChange & { readonly terms: Match } => ({
    rating: measured.ratings[a] - measured.ratings[b],
    match: sumOf(termsBetween(a, b)),
    terms: termsBetween(a, b),
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
      match: agreement('match'),
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

const sumOf = ({ states, words }: Match): number => states + words;

const distance = (a: Float32Array, b: Float32Array): number =>
  norm(Float64Array.from(a, (value, k) => value - b[k]));
