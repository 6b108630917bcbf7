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
 * A word as an item has it: its reviews deny it, speak of it less than those of most items, or more. Which of the last two
 * tells the term itself, as it is what the person makes of the word times how far the item lies from all others.
 */
export const wordOfItem = ({ word, person, item, value }: WordTerm): string =>
  item >= 0 && value < 0 !== person < 0 ? `less ${word}` : saidWord(word, item);

/** A term as a reason, its number not yet said. @param own whose reviews they are: "your", "the" */
export function reasonWords(reason: Named, own: string): string {
  const { is, value } = reason;
  const against = value < 0 ? 'despite ' : '';
  switch (is) {
    case 'word': {
      const word = wordOfItem(reason);
      // "Despite not bitter" is no English.
      return `${value >= 0 ? 'for ' : word === reason.word ? against : 'though '}${word}`;
    }
    case 'review':
      return `${against}${own} review of ${reason.name}`;
    case 'initial':
      return against ? 'though it does not suit newcomers' : 'suits newcomers';
    case 'silent':
      return `${against || 'for '}what goes unsaid`;
  }
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
  [1, 'once, as trained'],
  [0.5, 'half'],
  [0.25, 'a quarter'],
  [0, 'not at all'],
]);
