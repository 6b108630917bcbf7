import type { Gate as HeldGate, Side } from '../vocabulary';
import type { FigureOpened } from './testFigures';

/*
 * What an opened number and its operands are: keys and facts. The page has a word for each (views/number/words.ts).
 * Names are those of people, items and words of reviews; dimensions, units and words count from 0.
 */

type Told<Kinds> = { [K in keyof Kinds]: { readonly is: K } & Readonly<Kinds[K]> }[keyof Kinds];
type None = Record<never, never>;
type Gate = HeldGate | 'candidate';
/** The n-th number of something that has many: a dimension, a unit, an input. */
type Nth = { n: number };
type Named = { name: string };
type Word = { word: string };
/** An aspect's name, or null for the overall rating. */
type Field = { field: string | null };
/** Whether the item's bias counts on the person's own scale. */
type Scaled = { scaled: boolean };
/** A part of the scorer that the model may leave out. */
type Part = { off: boolean };
/** Why a statistic of a person is 1: the model has none, or no pass was made; null where it is fitted. */
type Fitted = { not: 'in-model' | 'yet' | null };

/** What the choice score and its parts are, by key. */
export interface ChoiceKinds {
  choice: { item: string };
  'choice-popularity': { item: string };
  'choice-states': { item: string };
  'choice-initial': { item: string };
  'choice-reviews': { item: string };
  'choice-match': { item: string };
  'choice-words': { item: string };
  'choice-silent': { item: string };
  'choice-word': Word & { item: string };
  /** `of`: what the review is of. */
  'choice-share': { item: string; of: string };
  'choice-pair': { item: string; of: string | null; by: string | null };
  'choice-toward': Nth & { item: string; by: string | null };
  'choice-slope': Nth & { item: string };
  'choice-side': Nth & { item: string };
  centred: Word & { item: string };
}

/** What an opened number is, by key. */
export interface NumberKinds extends ChoiceKinds {
  state: Nth & { side: Side; held: boolean };
  next: Nth & { side: Side; held: boolean; at: string };
  /** `held`: what an alteration holds it at, `clamped` where that is because it holds the dimension. */
  gate: Nth & {
    gate: HeldGate;
    side: Side;
    at: string;
    held: 0 | 1 | null;
    clamped: number | null;
  };
  candidate: Nth & { side: Side; at: string };
  gated: Nth & { at: string };
  contribution: Nth;
  kept: Nth & { later: number };
  remaining: { side: Side };
  effect: Word & { masked: number; alone: number };
  'effect-share': Word;
  masking: Word & { how: 'without' | 'alone' };
  feature: Nth & { product: boolean };
  standardised: Field & { given: boolean };
  metric: { metric: FigureOpened };
  prediction: { item: string; cut: number | null };
  'user-bias': None;
  'item-bias': Scaled;
  dot: Part;
  mlp: Part;
  hidden: Nth;
  factor: Nth;
  keyword: Word & Named & { side: Side };
  sign: Word & Named;
  coordinate: Named & { axis: 0 | 1; axes: 'people' | 'items' };
  weight: { weight: string; shape: readonly number[]; index: number; word: string | null };
  share: { item: string };
  slope: Nth & Part & { item: string };
  'damped-bias': Named & {
    side: Side;
    rated: boolean;
    pass: number;
    counting: readonly ('reliability' | 'scale')[];
  };
  deviation: { item: string };
  scale: Fitted & { floored: boolean };
  reliability: Fitted;
  text: Nth & { text: 'read' | 'stored' | 'absent' };
  attention: Word;
  logit: Word;
  attending: Nth & Word;
  'in-context': Nth & Word;
  context: Nth & Word;
}

export type NumberFacts = Told<NumberKinds>;

/** What tells a number apart from the same one of the moment on the page: how much of the log counts for it. */
export type Apart = 'before' | 'after' | 'own-review-left-out' | null;

/** What the operands of the choice score are, by key. */
export interface ChoiceOperandKinds {
  'choice-popularity': None;
  'choice-states': None;
  'choice-initial': None;
  'choice-reviews': None;
  'choice-match': None;
  'choice-words': None;
  'choice-silent': None;
  'choice-share': { of: string };
  'choice-toward': Nth;
  'choice-slope': Nth;
  'choice-side': Nth;
  'initial-left': Nth;
  kappa: None;
  liked: Word;
  centred: Word;
  spoken: Word & { there: boolean };
  'spoken-everywhere': Word;
  'centred-norm': None;
}

/** What an operand is, by key. */
export interface OperandKinds extends ChoiceOperandKinds {
  state: Nth & { side: Side };
  /** Where everybody begins, in the place of what; held at it by an alteration, or learned. */
  initial: Nth & { side: Side; as: 'start' | 'state' | 'counterpart'; held: boolean };
  gate: Nth & { gate: Gate };
  'gate-at': { gate: Gate; at: string };
  'gate-weight': Nth & { gate: Gate; from: 'feature' | 'counterpart' | 'state' };
  'gate-bias': { gate: Gate; from: 'input' | 'state' };
  frozen: { at: 0 | 1 };
  held: None;
  gated: Nth;
  kept: None;
  'nothing-since': None;
  contribution: Nth;
  feature: Nth;
  'feature-bias': Nth;
  effect: Word;
  'effect-part': { how: 'without' | 'alone' };
  masking: { how: 'without' | 'alone' };
  'predicted-after': { version: 'written' | 'masked' };
  'predicted-without': Word;
  'predicted-alone': Word;
  text: Nth;
  standardised: Field;
  'text-weight': Nth;
  'field-weight': Field;
  'product-weight': Nth;
  'text-there': None;
  'text-there-weight': None;
  'field-there': Field;
  'field-there-weight': Field;
  given: Field;
  'train-mean': None;
  'train-deviation': None;
  'ndcg-of': Named;
  'recall-of': Named;
  'items-shown': None;
  'items-in-all': None;
  'people-measured': None;
  'held-out': { item: string; person: string; predicted: number; rated: number };
  'held-out-count': None;
  'mean-rating': None;
  'user-bias': None;
  'item-bias': Scaled;
  dot: None;
  mlp: None;
  factor: Nth;
  hidden: Nth;
  'unit-weight': Nth;
  'unit-bias': Nth;
  'input-weight': Nth & { side: Side | null };
  'own-scale': None;
  'own-bias': { side: Side | null };
  'weight-between': Nth & { to: number };
  root: Nth;
  interactions: None;
  'rating-spread': None;
  raters: None;
  reliability: None;
  remaining: Named;
  said: Word & Named;
  sign: Named & { tone: number };
  told: Named;
  'own-level': None;
  tone: Word;
  benefit: None;
  'profile-norm': unknown;
  'profile-damping': unknown;
  axis: Nth & { axes: 'people' | 'items' };
  middle: { axes: 'people' | 'items' };
  left: Nth;
  slope: Nth;
  'bias-weight': Nth;
  unexplained: Named;
  'rating-without': Named & { without: Side };
  'rater-reliability': None;
  'rater-scale': None;
  damping: { ratings: number | null };
  ratings: None;
  'bias-of': Named;
  rating: { item: string; person: string };
  'bias-square': None;
  'residual-square': None;
  attention: Word;
  logit: Word;
  attending: Nth;
  'in-context': Nth & Word;
  context: Nth;
  embedding: Nth & Word & { known: boolean };
  'weight-from': Nth & { word: string | null };
  'dimension-bias': Nth;
}

export type OperandFacts = Told<OperandKinds>;
