import type { Worlds } from '../model/catalogueRankings';
import { itemWords, matches, pickRows, type SparseRows, transposed } from '../model/keywordMatch';

export type { Worlds };

/** ⟨k_u, k_i⟩ of one row of people's profiles with all items [items]. */
export type WordMatcher = (people: SparseRows, person: number) => Float32Array;

/**
 * The keyword match after a log. Where worlds are pooled, k_i of an item is centred on the items of its own world, as if there were no
 * other; items of other worlds match by 0.
 * @param counts of all items, and of the words of the vocabulary
 */
export function wordMatcher(
  said: SparseRows,
  items: ArrayLike<number>,
  counts: { readonly items: number; readonly words: number },
  worlds?: Worlds,
): WordMatcher {
  const over = (rows: SparseRows, of: ArrayLike<number>, count: number): WordMatcher => {
    const words = itemWords(rows, of, count, counts.words);
    const postings = transposed(words.unit, counts.words);
    return (people, person) => matches(people, [person], words, postings);
  };
  if (!worlds) return over(said, items, counts.items);

  const members = grouped(counts.items, (item) => worlds.items[item]);
  const rows = grouped(items.length, (row) => worlds.items[items[row]]);
  const place = new Int32Array(counts.items);
  const matchers = new Map<number, WordMatcher>();
  for (const [world, own] of members) {
    own.forEach((item, k) => {
      place[item] = k;
    });
    const spoken = rows.get(world) ?? [];
    matchers.set(
      world,
      over(
        pickRows(said, spoken),
        spoken.map((row) => place[items[row]]),
        own.length,
      ),
    );
  }
  return (people, person) => {
    const world = worlds.users[person];
    const found = new Float32Array(counts.items);
    const own = matchers.get(world)?.(people, person);
    members.get(world)?.forEach((item, k) => {
      found[item] = own![k];
    });
    return found;
  };
}

/** Numbers from 0 to n by what `of` says of them. */
function grouped(n: number, of: (k: number) => number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (let k = 0; k < n; k++) {
    const group = groups.get(of(k));
    if (group) group.push(k);
    else groups.set(of(k), [k]);
  }
  return groups;
}
