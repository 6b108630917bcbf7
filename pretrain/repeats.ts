import { DataError } from '../src/data/errors';
import type { Review } from './review';

/** What becomes of a person's several interactions with one item: none is read, or the latest. */
export const REPEATS = ['refuse', 'latest'] as const;
export type Repeats = (typeof REPEATS)[number];

/** For the help of a command. */
export const REPEATS_HELP =
  'what to do where the same user and item stand on several lines: refuse them, or let the latest count, by time, else by seq, else by line';

/** Pairs named in full. */
const NAMED = 10;

/**
 * The reviews with one interaction for each pair of person and item, in the order of the file.
 * @throws DataError that names the repeated pairs with their lines, unless the latest of each is asked for.
 */
export function withoutRepeats(
  file: string,
  reviews: readonly Review[],
  repeats: Repeats,
  say: (note: string) => void,
): Review[] {
  const pairs = new Map<string, Review[]>();
  for (const review of reviews) {
    const pair = JSON.stringify([review.user, review.item]);
    const found = pairs.get(pair);
    if (found) found.push(review);
    else pairs.set(pair, [review]);
  }
  const repeated = [...pairs.values()].filter((rows) => rows.length > 1);
  if (repeated.length === 0) return [...reviews];
  const extra = repeated.reduce((n, rows) => n + rows.length - 1, 0);
  const told = `${counted(repeated.length, 'pair')} of user and item ${repeated.length === 1 ? 'stands' : 'stand'} more than once`;
  if (repeats === 'refuse') {
    const named = repeated
      .slice(0, NAMED)
      .map((rows) => `\n  ${linesOf(rows)}: user ${rows[0].user}, item ${rows[0].item}`);
    const more = repeated.length > NAMED ? `\n  and ${repeated.length - NAMED} more` : '';
    throw new DataError(
      file,
      '',
      `${told}, ${counted(extra, 'line')} too many:${named.join('')}${more}`,
      'Keep one line for each pair, or let the latest count with --repeats latest.',
    );
  }
  say(`${file}: ${told}; the latest counts, ${counted(extra, 'earlier line')} left out`);
  const latest = new Set([...pairs.values()].map(latestOf));
  return reviews.filter((review) => latest.has(review));
}

/** By time where all have one, else by `seq` where all have one, else by place in the file, which also parts equals. */
function latestOf(rows: readonly Review[]): Review {
  const clock = (['time', 'seq'] as const).find((field) => rows.every((row) => row[field] !== null));
  return rows.reduce((latest, row) => (clock && (row[clock] ?? 0) < (latest[clock] ?? 0) ? latest : row));
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** "lines 3, 7 and 12" */
function linesOf(rows: readonly Review[]): string {
  const lines = rows.map(({ line }) => line);
  const shown = lines.length > NAMED ? [...lines.slice(0, NAMED), `${lines.length - NAMED} more`] : lines;
  return `lines ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
