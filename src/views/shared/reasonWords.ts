import type { Choice, Reason, WordTerm } from '../../engine/answers';
import { partsOf } from '../../engine/choice';
import type { NumberRef } from '../../engine/openedNumber';
import type { View } from '../../engine/questions/view';
import { rating } from '../../ui/format';

/** A term of a choice score that is called by a name: a word, a review, or what is left of neither. */
export type Named = Reason | { readonly is: 'initial' | 'silent'; readonly value: number };

/** Whether popularity brings more than half of what lifts a score above the average of all that is ranked. */
export function isPopular(choice: Choice, average: View['average']): boolean {
  const lift = choice.score - average.score;
  const [popularity] = partsOf(choice);
  return lift > 0 && popularity > 0 && popularity - average.popularity > lift / 2;
}

/** A word that is said to be there, or not to be there. */
export const saidWord = (word: string, weight: number): string => (weight < 0 ? `not ${word}` : word);

/** What a word's own sentence adds to how much its review counts. */
export const toneWords = (tone: number): string =>
  `its own sentence ${tone < 0 ? 'takes off' : 'adds'} ${rating(Math.abs(tone))} stars`;

/**
 * A word as an item has it: its reviews affirm it or deny it, or do so less than those of all items on average. Which of
 * the two tells the term itself, as it is what the person makes of the word times how far the item lies from that average.
 */
export function wordOfItem({ word, person, item, value }: WordTerm): string {
  const above = value < 0 === person < 0;
  if (above) return item >= 0 ? word : `more ${word}`;
  return item >= 0 ? `less ${word}` : saidWord(word, item);
}

/** Whose reviews they are: of whoever is spoken to, or of somebody else. */
export type Own = 'your' | 'the';

const WHO: Readonly<Record<Own, string>> = { your: 'you', the: 'they' };

/** A term as a reason, its number not yet said. */
export function reasonWords(reason: Named, own: Own): string {
  const against = reason.value < 0;
  const likes = `${WHO[own]} like`;
  const dislikes = `${WHO[own]} dislike`;
  switch (reason.is) {
    case 'word': {
      const word = wordOfItem(reason);
      if (!against) return `for ${word}`;
      if (reason.person < 0) return `${word}, which ${dislikes}`;
      return `${reason.item < 0 ? 'lacks' : 'less of'} the ${reason.word} ${likes}`;
    }
    case 'review':
      return reviewWords(`${own} review of ${reason.name}`, reason.value);
    case 'initial':
      return `a ${against ? 'poor' : 'good'} first guess for anyone`;
    case 'silent':
      // Above 0 the words that are disliked weigh more among those that its reviews leave out.
      return `lacks words ${against ? likes : dislikes}`;
  }
}

/** A review as a reason. @param review what it is called */
export const reviewWords = (review: string, value: number): string =>
  value < 0 ? `${review} speaks against it` : review;

/** A word that speaks against an item is named before what does so most, if it has this share of its size: it says why. */
const LIKE_SIZE = 0.5;

/** The term that is named against an item. */
export function namedAgainst<T extends Named>(terms: readonly T[]): T | undefined {
  const against = terms.filter(({ value }) => value < 0).sort((a, b) => a.value - b.value);
  const [worst] = against;
  const word = against.find(({ is }) => is === 'word');
  return word && word.value <= LIKE_SIZE * (worst?.value ?? 0) ? word : worst;
}

/** What a term opens into. */
export function termRef(reason: Named, pair: { readonly person: string; readonly item: string }): NumberRef {
  switch (reason.is) {
    case 'word':
      return { of: 'choice-word', ...pair, word: reason.word };
    case 'review':
      return { of: 'choice-share', item: pair.item, key: reason.key };
    case 'initial':
      return { of: 'choice-initial', ...pair };
    case 'silent':
      return { of: 'choice-silent', ...pair };
  }
}

/** How many times popularity counts, in words. */
export const timesWords = (times: number): string => TIMES.get(times) ?? `${times} times`;

const TIMES: ReadonlyMap<number, string> = new Map([
  [Number.POSITIVE_INFINITY, 'alone'],
  [2, 'twice'],
  [1, 'once, as in training'],
  [0.5, 'half'],
  [0.25, 'a quarter'],
  [0, 'not at all'],
]);
