import type { Evidence } from '../../engine/questions/evidence';
import type {
  Measure,
  MeasuredWord,
  Negation,
  ReviewFaithfulness,
} from '../../engine/questions/faithfulness';
import type { ListFall } from '../../engine/questions/listFall';
import {
  count,
  hundredths,
  moveOf,
  numberWord,
  percent,
  plural,
  signedThousandths,
  thousandths,
} from '../../ui/format';

/** From here on attention is said to agree, or to run against, and below the second to tell nothing. */
export const AGREES = 0.5;
export const TELLS = 0.2;
/** Fewer words have no order worth a number. */
const FEWEST = 3;

export interface MeasureWords {
  readonly label: string;
  /** Of the axis, with its unit. */
  readonly axis: string;
}

export const MEASURES: Record<Measure, MeasureWords> = {
  rating: { label: 'Predicted rating', axis: 'change of the predicted rating, stars' },
  match: { label: 'Choice score', axis: 'change of the choice score' },
  features: { label: 'Features x', axis: '‖Δx‖, change of the features' },
  state: { label: 'State', axis: '‖Δu‖, change of the state of who wrote it' },
};
export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];

export const correlation = (rho: number | null): string => (rho === null ? '–' : hundredths(rho));

/** What is seen: how attention and the measured changes go together. */
export function truthTitle({ agreement, n }: ReviewFaithfulness, measure: Measure): string {
  const rho = agreement[measure];
  const words = plural(n, 'word');
  if (n < FEWEST || rho === null)
    return n < FEWEST
      ? `${n === 0 ? 'No word is' : `Only ${words} ${n === 1 ? 'is' : 'are'}`} known to the model: too few to compare attention with`
      : `Attention, or the measured effect, is the same for all ${words}: there is no order to compare`;
  const figure = `rank correlation ${correlation(rho)}`;
  if (rho >= AGREES) return `Attention agrees with the measured effect for ${words}: ${figure}`;
  if (rho >= TELLS) return `Attention agrees loosely with the measured effect for ${words}: ${figure}`;
  if (rho > -TELLS) return `Attention says little about the measured effect of ${words}: ${figure}`;
  return `Attention runs against the measured effect for ${words}: ${figure}`;
}

/** How far ranks in no relation at all would be from 0: about 1.96/√(n − 1) in 95 of 100 cases. */
export function chanceText(n: number): string {
  const reach = Math.min(1, 1.96 / Math.sqrt(n - 1));
  return `With ${plural(n, 'word')}, ranks that have nothing to do with each other reach ±${hundredths(reach)} in 95 of 100 cases.`;
}

/** What uniform attention costs. */
export function uniformText({ rating: given, uniform, words }: ReviewFaithfulness): string {
  const L = words.filter((one) => !one.cut).length;
  const { before, after, same } = moveOf(given, given + uniform.rating);
  const became = same ? `stays at ${after}` : `is ${after} instead of ${before}`;
  return `With the same attention, 1/${L}, on every word, the rating predicted after this review, with the biases of the data set’s own reviews, ${became}; the features x move by ${thousandths(uniform.features)}, the state of who wrote it by ${thousandths(uniform.state)}.`;
}

/** What the choice score’s column shows, on the word that moves it most. */
export function matchText({ words }: ReviewFaithfulness): string | null {
  const size = ({ change }: MeasuredWord) => Math.abs(change?.match ?? 0);
  const most = words.toSorted((a, b) => size(b) - size(a))[0];
  const change = most?.change;
  if (!change) return null;
  const { states, words: said } = change.terms;
  const parts = `${signedThousandths(states)} through the states and ${signedThousandths(said)} through the words`;
  return `“${most.word}” moves the choice score of this very item most: ${signedThousandths(change.match)}, of which ${parts}. It is worked out as for the rating: the review is read once more without the word, its sentence too, and both matches are taken just after it. How many others like the item is no part of it.`;
}

/** What takes an item down the list: the words that are its reasons, or any others. */
export function placeTitle({ name, place, fall, words, others }: ListFall): string {
  const n = numberWord(words.length).toLowerCase();
  const goes = (by: number, from = '') =>
    by === 0
      ? `stays at place ${count(place)}`
      : `${by > 0 ? 'falls' : 'rises'} ${from}to ${from ? '' : 'place '}${count(place + by)}`;
  return `Without the ${n} words that speak most for it, ${name} ${goes(fall, `from place ${count(place)} `)}; without ${n} others it ${goes(medianOf(others))}`;
}

/** @param sorted an odd number of them */
const medianOf = (sorted: readonly number[]): number => sorted[(sorted.length - 1) / 2];

/** How the others were drawn, and how far they reach. */
export const othersText = ({ others, words, shared }: ListFall): string =>
  `The others: ${numberWord(words.length).toLowerCase()} of the ${count(shared)} words that the profile shares with its reviews, drawn ${others.length} times from a fixed seed. Half of the draws take it down by at most ${plural(medianOf(others), 'place')}, the draws reach from ${count(others[0])} to ${count(others[others.length - 1])}.`;

/** What the context layer makes of a word after a negation. */
export const contextText = ({ negation, word, moved, norm }: Negation): string =>
  `“${negation}” before it moves “${word}” in context by ‖Δh‖ = ${thousandths(moved)}, ${percent(norm > 0 ? moved / norm : 0)} of its length, and takes what it does to the predicted rating`;

/** "from +0.120 to −0.080 stars" */
export const turnText = ({ plain, negated }: Negation): string =>
  `from ${signedThousandths(plain.rating)} to ${signedThousandths(negated.rating)} stars`;

type Measured = NonNullable<Evidence['faithfulness']>;

/** The figures of the whole test part that stand beside those of one review. */
export function measuredText({ methods, interactions }: Measured): string | null {
  const attention = methods.find((one) => one.id === 'attention');
  const used = methods.find((one) => one.used);
  if (!attention) return null;
  const figure = ({ rankCorrelation: { value, low, high } }: Measured['methods'][number]) =>
    `${correlation(value)} [${correlation(low)}, ${correlation(high)}]`;
  const beside =
    used && used !== attention
      ? `; the ${used.label} that the page explains with reaches ${figure(used)}, and contains masking by construction`
      : '';
  return `Measured over the test part, ${plural(interactions, 'review')}: attention’s mean rank correlation with the change of the predicted rating is ${figure(attention)}${beside}. In brackets: 95\u00a0% intervals.`;
}
