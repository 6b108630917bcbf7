import { keywordProfile } from '../src/model/attribution';
import { wordsIn } from '../src/model/keywordMatch';
import { unrepeated } from './item-labels';
import type { Prepared } from './prepare';
import type { Said } from './said-words';

/** Words that describe somebody. */
const WORDS = 3;

/**
 * A readable line for each person, from the keyword profile and the most reviewed value of the first item fact:
 * "Mostly Imperial Stout · roasty, chocolate, creamy".
 */
export function describeUsers(
  data: Prepared,
  { rows: said }: Pick<Said, 'rows'>,
  category: readonly (string | null)[] | null,
): string[] {
  const histories: number[][] = data.userIds.map(() => []);
  data.users.forEach((user, row) => {
    histories[user].push(row);
  });
  return histories.map((rows) => {
    const spoken = rows.map((row) => ({ factor: () => 1, words: wordsIn(said, row), deviation: null }));
    const words = keywordProfile(spoken, 0).keywords.map(({ word }) => data.vocabulary[word]);
    const most = category ? describeCategory(rows.map((row) => category[data.items[row]])) : '';
    const parts = [most, unrepeated(words, [most]).slice(0, WORDS).join(', ')];
    const label = parts.filter(Boolean).join(' · ') || `${rows.length} ratings without text`;
    return label[0].toUpperCase() + label.slice(1);
  });
}

function describeCategory(values: (string | null)[]): string {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [top, second] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  if (!top) return '';
  if (top[1] * 2 > values.length) return `Mostly ${top[0]}`;
  if (top[1] === 1) return 'A bit of everything';
  return second && second[1] > 1 ? `${top[0]}, ${second[0]}` : `${top[0]} and others`;
}
