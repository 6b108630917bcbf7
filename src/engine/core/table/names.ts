import type { Catalogue } from '../catalogue';
import { foldText } from '../searchText';

/** Names as they are compared: no case, no accents, no punctuation. */
export const foldName = (name: string): string =>
  foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How many of the most alike are told. */
const NEAREST = 4;
/** Less alike than this is not alike. */
const LEAST = 0.25;

/** The item that a cell names, or those that it may name. */
export type Named =
  | { readonly row: number }
  | { readonly row: null; readonly alike: boolean; readonly nearest: readonly number[] };

/** The items of a data set by id and by name. */
export class ItemNames {
  private readonly byName = new Map<string, number[]>();
  /** Items that have a pair of letters. */
  private readonly byPair = new Map<string, number[]>();
  private readonly pairs: readonly number[];

  constructor(private readonly catalogue: Catalogue) {
    const { name } = catalogue.bundle.items;
    this.pairs = name.map((one, row) => {
      const folded = foldName(one);
      push(this.byName, folded, row);
      const pairs = pairsOf(folded);
      for (const pair of pairs) push(this.byPair, pair, row);
      return pairs.size;
    });
  }

  /** The item of this id, else the only one of this name, else none. */
  rowOf(cell: string): number | null {
    const written = cell.trim();
    const byId = this.catalogue.item.byId.get(written);
    if (byId !== undefined) return byId;
    const folded = foldName(written);
    const rows = folded === '' ? [] : (this.byName.get(folded) ?? []);
    return rows.length === 1 ? rows[0] : null;
  }

  /** What a cell may mean that names no item. */
  find(cell: string): Named {
    const row = this.rowOf(cell);
    if (row !== null) return { row };
    const folded = foldName(cell);
    const same = this.byName.get(folded) ?? [];
    if (folded !== '' && same.length > 1) return { row: null, alike: true, nearest: same.slice(0, NEAREST) };
    return { row: null, alike: false, nearest: this.nearest(folded) };
  }

  /** Items whose names have most pairs of letters in common with it (Dice). */
  private nearest(folded: string): number[] {
    const own = pairsOf(folded);
    const common = new Map<number, number>();
    for (const pair of own)
      for (const row of this.byPair.get(pair) ?? []) common.set(row, (common.get(row) ?? 0) + 1);
    return [...common]
      .map(([row, n]) => ({ row, likeness: (2 * n) / (own.size + this.pairs[row]) }))
      .filter(({ likeness }) => likeness >= LEAST)
      .sort((a, b) => b.likeness - a.likeness || a.row - b.row)
      .slice(0, NEAREST)
      .map(({ row }) => row);
  }
}

const push = (map: Map<string, number[]>, key: string, row: number) => {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
};

function pairsOf(folded: string): Set<string> {
  const text = ` ${folded} `;
  return new Set(Array.from({ length: text.length - 1 }, (_, k) => text.slice(k, k + 2)));
}
