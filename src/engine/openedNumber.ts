import type { Altered } from '../model/equations/alter';
import type { Symbols } from '../model/equations/tex';
import type { FactorFunction, Outer } from '../model/equations/tree';
import { MODALITIES, type Modality, SIDES, type Side } from '../vocabulary';
import type { AttendedToken, Choice, Prediction } from './answers';
import { type Fields, index, name, oneOf, since, type Tagged, text } from './fields';
import type { Apart, NumberFacts, OperandFacts } from './numberFacts';
import type { Place } from './simulatedLog';
import { FIGURES_OPENED } from './testFigures';

/** Of a pair. */
const PAIR = { person: name, item: name };
/** r̂ and the parts that it is the sum of; s and the parts of it that are sums of others. */
const RATING_PARTS = ['prediction', 'user-bias', 'item-bias', 'dot', 'mlp'] as const;
const CHOICE_PARTS = [
  'choice',
  'choice-popularity',
  'choice-states',
  'choice-initial',
  'choice-reviews',
  'choice-match',
  'choice-words',
  'choice-silent',
] as const;
/** Of an interaction, just before it or just after it. */
const WHEN = { key: name, when: oneOf('before', 'after') };
/** Of one dimension of a cell at an interaction. */
const CELL = { side: oneOf(...SIDES), key: name, d: index };
/** Of a word of a review. */
const WORD = { key: name, word: index };
/** After as many passes of `model/bias.ts`. The first links named none, and meant the last of three. */
const pass = since(index, 3);

/**
 * What the page may ask of the microscope: any number that the engine computed opens into the formula that made it, whose
 * operands open again, until one stands on a weight, a rating, a count or a word. Dimensions, units and words count
 * from 0; `key` names an interaction as in `HistoryEntry`. Types and links follow from it: a link has the fields in their
 * order, so that a new one comes last, `since(…)` something.
 */
export const NUMBERS = {
  // Numbers of a pair: r̂ and the parts that it is the sum of.
  prediction: PAIR,
  'user-bias': PAIR,
  'item-bias': PAIR,
  dot: PAIR,
  mlp: PAIR,
  /** The same of the pair of an interaction, as it was just before that one and just after it: all that was said counts. */
  expected: { part: oneOf(...RATING_PARTS, ...CHOICE_PARTS), ...WHEN },
  'expected-hidden': { ...WHEN, unit: index },
  /** A unit of the scorer's small network before its ReLU: W_u [u; statistics] + W_i [i; statistics] + b. */
  hidden: { ...PAIR, unit: index },
  /** (P u)_d / √D: what an item's dimension is multiplied by. */
  factor: { person: name, d: index },
  /** b_u or b_i of the history alone, before the state adds to it. */
  'damped-bias': { side: oneOf(...SIDES), id: name, pass },
  /** s_u, how far a person's ratings follow the item biases, and w_u, how much they count in them. */
  scale: { person: name, pass },
  reliability: { person: name, pass },
  /**
   * What is left of a rating when the mean and some biases are taken away: the item's, as b_u is fitted to it; the
   * person's, as b_i is; or both.
   */
  deviation: { without: oneOf('item', 'user', 'both'), key: name, pass },
  /** A dimension of the state of a person or an item at the moment. */
  state: { side: oneOf(...SIDES), id: name, d: index },
  // h′, z, r, n, what the reset gate is multiplied by (W_hn h + b_hn), c_τ, what is left of it at the moment, and the share
  // of it that all later update gates have kept.
  next: CELL,
  update: CELL,
  reset: CELL,
  candidate: CELL,
  gated: CELL,
  contribution: CELL,
  kept: CELL,
  /** ‖c_τ‖ */
  remaining: { side: oneOf(...SIDES), key: name },
  /** A dimension of x_τ. */
  feature: { key: name, d: index },
  /** A standardised rating: `field` 0 is the overall one, k the k-th aspect. */
  standardised: { key: name, field: index },
  /** A dimension of the text vector t. */
  text: { key: name, e: index },
  /** α of a word, and the logit that it is the softmax of. */
  attention: WORD,
  logit: WORD,
  /** A unit of the attention's hidden layer: tanh(W h + b). */
  attending: { ...WORD, unit: index },
  /** A dimension of a word in its context: h = e + c, and c = tanh(…) alone. */
  'in-context': { ...WORD, e: index },
  context: { ...WORD, e: index },
  /** Effect of a word of a review whose words are read here, and its share in the effects of all of them. */
  effect: WORD,
  'effect-share': WORD,
  /** What the predicted rating after a review loses without a word, or gains from it alone. */
  masking: { ...WORD, how: oneOf('without', 'alone') },
  /** Share of a word in a keyword profile. */
  keyword: { side: oneOf(...SIDES), id: name, word: name },
  /** What a word of a review counts in the profile of its writer. */
  sign: { key: name, word: name },
  /** A coordinate on the map: axis 0 is x, 1 is y. */
  coordinate: { axes: oneOf('items', 'people'), axis: oneOf(0, 1), side: oneOf(...SIDES), id: name },
  /**
   * What an interaction of a person adds to the predicted rating of an item through what it left in the state, and how much
   * that rating grows with one dimension of the state.
   */
  share: { item: name, key: name },
  slope: { item: name, d: index },
  // The choice score of a pair, and what it is the sum of: how many like the item; the match of the states, what is left of
  // the initial state and what reviews left; the match of the words, those that its reviews speak of and all others.
  choice: PAIR,
  'choice-popularity': PAIR,
  'choice-states': PAIR,
  'choice-initial': PAIR,
  'choice-reviews': PAIR,
  'choice-match': PAIR,
  'choice-words': PAIR,
  'choice-silent': PAIR,
  /** What one word brings to the match of the words. */
  'choice-word': { ...PAIR, word: name },
  /** What an interaction of a person adds to the match of the states with an item. */
  'choice-share': { item: name, key: name },
  /**
   * What one part of the person’s state brings to that match with one part of the item’s: each what a review left, by its
   * key, or what is left of the initial state, where that is empty. And how much it grows with a dimension of the former.
   */
  'choice-pair': { ...PAIR, mine: text, its: text },
  'choice-toward': { ...PAIR, its: text, d: index },
  /** How much that match grows with one dimension of the person’s state, and a dimension of K i. */
  'choice-slope': { item: name, d: index },
  'choice-side': { item: name, d: index },
  /** k_i of a word: how far an item is spoken of by it more than all items are. */
  centred: { item: name, word: name },
  /** A figure of an evaluation that was run here, with the modalities that the history carried. */
  metric: { name: oneOf(...FIGURES_OPENED), history: text },
  /** One number of a weight, by its place in row-major order. */
  weight: { name, index },
} satisfies Readonly<Record<string, Fields>>;

/** Names a number. */
export type NumberRef = Tagged<'of', typeof NUMBERS>;

export type PairNumber = (typeof RATING_PARTS)[number];
/** What may be asked of the pair of an interaction just before and just after. */
export type ExpectedNumber = Extract<NumberRef, { of: 'expected' }>['part'];
export type CellNumber = 'next' | 'update' | 'reset' | 'candidate' | 'gated' | 'contribution' | 'kept';

/** Names the modalities that the history of an evaluation carries: "text,rating,aspects". */
export const historyName = (request: Readonly<Record<Modality, boolean>>): string =>
  MODALITIES.filter((modality) => request[modality]).join();

/** What an operand is, apart from its value. */
export type Origin =
  /** Learned: it stands in the weights. */
  | 'weight'
  /** Given by somebody: a rating, an aspect rating. */
  | 'given'
  /** Counted or known without computing: a number of interactions, a mean of the train split, a constant. */
  | 'constant'
  /** Shipped with the bundle because what it was computed from may not: it cannot be opened further. */
  | 'stored'
  /** Computed here from other numbers. */
  | 'computed';

export interface Factor extends Symbols {
  /** Before {@link apply}. */
  readonly value: number;
  readonly apply: FactorFunction | null;
  readonly what: OperandFacts;
  readonly origin: Origin;
  /** What opens it; null where it ends here. */
  readonly open: NumberRef | null;
}

/** A product. */
export interface Summand {
  readonly factors: readonly Factor[];
  /** Of the product, each factor's function applied. */
  readonly value: number;
}

/** What a number is, and what tells it apart from the same one of the moment. */
export type About = NumberFacts & { readonly apart: Apart };

/**
 * A number and the formula that made it: outer(Σ terms / Σ divisor), each term a product. The value is the engine's own,
 * from the very pass that the page shows; the formula is worked out anew in Float64 from the operands as shown, and the
 * two must agree to rounding.
 */
export interface OpenedNumber extends Symbols {
  readonly ref: NumberRef;
  readonly about: About;
  /** The equation in symbols, TeX. */
  readonly tex: string;
  readonly value: number;
  readonly unit: 'rating' | 'share' | null;
  readonly origin: Origin;
  readonly outer: Outer | null;
  /** Empty where the number stands on nothing else. */
  readonly terms: readonly Summand[];
  /** Null for a sum that is not divided. */
  readonly divisor: readonly Summand[] | null;
  /** What the operands give in Float64; the value itself where there are none. */
  readonly recomputed: number;
  /**
   * Where its operands are opened: as asked, but where a person has reviewed an item, a prediction rests on the log
   * without that review.
   */
  readonly place: Place;
}

/** A tensor of a trace. */
export interface TracedTensor {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Float32Array;
}

/** One update of both sides, every intermediate of one forward pass, read back at once. */
export interface UpdateTrace extends Altered {
  readonly key: string;
  /** With what kind they are, where the data set says so. */
  readonly person: { readonly id: string; readonly label: string; readonly kind: string | null };
  readonly item: { readonly id: string; readonly name: string };
  /** Keys of the person's and the item's interactions before this one; null where it is the first. */
  readonly previous: { readonly user: string | null; readonly item: string | null };
  readonly rating: number | null;
  readonly aspects: readonly (number | null)[];
  /** What the overall rating, then each aspect, is standardised by: mean and deviation of the train split. */
  readonly scales: readonly { readonly mean: number; readonly deviation: number }[];
  /** How the text enters: read here word by word, as a vector that ships in its place, or not at all. */
  readonly text: 'read' | 'stored' | 'absent';
  /** Words within the model's limit; empty unless read. */
  readonly words: readonly TracedWord[];
  /** By name, see {@link TraceName}; of the text only where it was read. */
  readonly tensors: { readonly [name in TraceName]?: TracedTensor };
  /**
   * Weights by name, as learned: all but the scorer's. Of `text/embedding` the rows of {@link words}, each once, in the
   * order in which they come.
   */
  readonly weights: { readonly [name: string]: TracedTensor };
  /** Whether nothing has happened before it, so that the moment before has no place in the log. */
  readonly first: boolean;
  /** What was expected of this very pair just before and just after. */
  readonly prediction: { readonly before: Prediction; readonly after: Prediction };
  /** Its choice score then, popularity counted once, as trained. */
  readonly choice: { readonly before: Choice; readonly after: Choice };
  /** What a run without a tap gives, on the same backend: how many numbers, and how many of them differ in any bit. */
  readonly untraced: { readonly numbers: number; readonly differing: number };
  /** Largest absolute difference of the gates from those of the replay, which ran many interactions at once. */
  readonly largestDifference: number;
  readonly milliseconds: number;
}

export interface TracedWord extends Pick<AttendedToken, 'word' | 'start' | 'end' | 'known' | 'keyword'> {
  /** Row of its embedding. */
  readonly id: number;
}

/** Intermediates of an update; L words, E and D as in the configuration, A hidden units of the attention. */
export type TraceName =
  /** e [L, E] */
  | 'embedded'
  /** c = tanh(…) [L, E] */
  | 'context'
  /** h = e + c [L, E] */
  | 'in-context'
  /** tanh(W h + b) [L, A] */
  | 'attending'
  /** v·tanh(…) [L] */
  | 'logits'
  /** α [L] */
  | 'attention'
  /** t [E] as the words give it */
  | 'text'
  /** t [E] as it is used: of the bundle's own texts as shipped, in half precision */
  | 'used'
  /** standardised ratings [1 + aspects], 0 where absent */
  | 'ratings'
  /** presence bits [2 + aspects] */
  | 'presence'
  /** x_τ [D] */
  | 'x'
  /** of each side [D]: h, what its cell sees of the other side, r, z, what r lets through, n, h′ */
  | `${Side}/${'before' | 'counterpart' | 'reset' | 'update' | 'gated' | 'candidate' | 'next'}`;
