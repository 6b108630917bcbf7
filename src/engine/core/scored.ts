import type { Choice, ChoiceTerms, Reason, ReviewTerm, WordTerm } from '../answers';
import { partsOf } from '../choice';
import type { Catalogue } from './catalogue';
import { matchOf, sharesOf, splitWords } from './choiceTerms';
import type { Ground } from './ground';
import type { Moment } from './moment';
import type { FullProfile } from './profile';
import { choiceOf, type Scores } from './scores';

/** A choice score, and what it consists of. */
export interface Scored {
  readonly choice: Choice;
  readonly terms: ChoiceTerms;
  /**
   * The largest terms among words and reviews, in this order: at most three that speak for the item, and what speaks most
   * against it, beside the word that does so where that is another.
   */
  readonly reasons: readonly Reason[];
}

/** Terms named as reasons for one item. */
const REASONS = 3;
/** Words shown as shared between the person and the chosen item. */
const SHARED = 12;

/** Every term of a choice score but popularity. */
export interface Apart {
  /**
   * Of the match of the states: what is left of u_0, and what each of the person's reviews brings, oldest first. Null before
   * the replay, as only gates tell them apart.
   */
  readonly states: { readonly initial: number; readonly reviews: readonly ReviewTerm[] } | null;
  /** What each word that both speak of brings to the match of words, furthest from 0 first. */
  readonly words: readonly WordTerm[];
  /** What the person's words bring of which the item's reviews do not speak. */
  readonly notSpokenOf: number;
}

/** Takes the choice scores of one person apart, item by item. */
export function takingApart(
  { catalogue, scorer }: Ground,
  moment: Moment,
  person: FullProfile,
  rows: Int32Array,
): (item: number) => Apart {
  const parts = moment.source === 'live' || rows.length === 0 ? moment.parts('user', rows) : null;
  const reviewed = Array.from(rows, (row) => {
    const { key, item } = moment.world.scenario.interaction(row);
    return { key, item: moment.idOf('item', item), name: moment.nameOf('item', item) };
  });
  return (item) => {
    const { terms: words, notSpokenOf } = splitWords(catalogue, person, scorer.words(moment), item);
    const states = parts && sharesOf(parts, matchOf(catalogue, moment.state('item', item)).slope);
    const reviews = states?.reviews.map((value, k) => ({ ...reviewed[k], value })) ?? [];
    return { states: states && { initial: states.initial, reviews }, words, notSpokenOf };
  };
}

/** What the page is told of each: the same for a place in the list and for the chosen item. */
export function scoring({ catalogue }: Ground, scores: Scores, apart: (item: number) => Apart) {
  // Where popularity alone counts, nothing else is a term.
  const alone = scores.times === Number.POSITIVE_INFINITY;
  return (item: number): Scored & { readonly shared: readonly WordTerm[] } => {
    const { states, words, notSpokenOf } = apart(item);
    const named: Reason[] = [
      ...words.map((one) => ({ is: 'word', ...one }) as const),
      ...(states?.reviews.map((one) => ({ is: 'review', ...one }) as const) ?? []),
    ];
    const sorted = named.filter(({ value }) => value !== 0).sort((a, b) => b.value - a.value);
    const against = sorted.filter(({ value }) => value < 0);
    const [worst, word] = [against.at(-1), against.findLast(({ is }) => is === 'word')];
    return {
      choice: choiceOf(catalogue, scores, item),
      terms: {
        initial: states?.initial ?? null,
        reviews: states && total(states.reviews),
        spoken: total(words),
        silent: notSpokenOf,
      },
      reasons: alone
        ? []
        : [
            ...sorted.filter(({ value }) => value > 0).slice(0, REASONS),
            ...(word && word !== worst ? [word] : []),
            ...(worst ? [worst] : []),
          ],
      shared: words.slice(0, SHARED),
    };
  };
}

export const scoredIn = ({ choice, terms, reasons }: Scored): Scored => ({ choice, terms, reasons });

const total = (terms: readonly { readonly value: number }[]): number =>
  terms.reduce((sum, { value }) => sum + value, 0);

/** Means over all that is ranked; 0 where nothing is. */
export function averageOf(
  catalogue: Catalogue,
  scores: Scores,
): { readonly score: number; readonly popularity: number } {
  const count = Math.max(1, scores.ranking.length);
  let [score, popularity] = [0, 0];
  for (const item of scores.ranking) {
    score += scores.choices[item] / count;
    popularity += partsOf(choiceOf(catalogue, scores, item))[0] / count;
  }
  return { score, popularity };
}
