import {
  type Entry,
  type ItemWords,
  personWords,
  pickRows,
  renewedItemWords,
  type SparseRows,
  unitRows,
} from '../../model/keywordMatch';
import { ownLevel } from '../../model/signs';
import type { Catalogue } from './catalogue';
import type { Scorable } from './scorable';

/** What the keyword profiles of a moment are made of; see docs/ARCHITECTURE.md#keyword-weights. */

/** m_τ of some rows, in the order given. */
function saidIn({ said, bundle }: Catalogue, from: Scorable, rows: Int32Array): SparseRows {
  const { changed, muted } = from.world.scenario;
  const own = bundle.interactions.user.length;
  const read = (row: number) => row >= own || muted.has('text') || changed.has(row);
  const anew = new Map<number, Entry[]>();
  rows.forEach((row, k) => {
    if (read(row))
      anew.set(
        k,
        from.keywords(row).map(({ word, weight, tone }) => [word, weight, tone]),
      );
  });
  return pickRows(said, rows, anew);
}

/** What each of a person's reviews says, oldest first, and how far above the own level each lies. */
export function personSaid(catalogue: Catalogue, from: Scorable, user: number) {
  const rows = from.rowsOf('user', user);
  return { said: saidIn(catalogue, from, rows), deviations: deviationsAt(catalogue, from, rows) };
}

/** k_u of one person, as the only row. */
export function personWordsAt(catalogue: Catalogue, from: Scorable, user: number): SparseRows {
  const { said, deviations } = personSaid(catalogue, from, user);
  return personWords(said, new Uint8Array(deviations.length), deviations, 1, catalogue.config.vocabularySize);
}

/**
 * k_i of all items at any moment. What most items are spoken of by is what the bundle's own log says of them, so only the
 * others are summed anew; the outcome is that of summing all.
 */
export class ItemSayings {
  private own_: SparseRows | null = null;

  constructor(private readonly catalogue: Catalogue) {}

  itemWords(from: Scorable): ItemWords {
    const { catalogue } = this;
    const { vocabularySize: size } = catalogue.config;
    const which = this.differing(from);
    const rows = Array.from(which, (item) => from.rowsOf('item', item));
    const flat = new Int32Array(rows.reduce((sum, { length }) => sum + length, 0));
    const places = new Int32Array(flat.length);
    let end = 0;
    rows.forEach((some, k) => {
      flat.set(some, end);
      places.fill(k, end, end + some.length);
      end += some.length;
    });
    return renewedItemWords(this.own(), which, saidIn(catalogue, from, flat), places, size);
  }

  /** k̂_i as the bundle's own log has it. */
  private own(): SparseRows {
    const { catalogue } = this;
    const { said, bundle, config, item } = catalogue;
    this.own_ ??= unitRows(said, bundle.interactions.item, item.count, config.vocabularySize);
    return this.own_;
  }

  /** Items of which something else is said than in the bundle's own log, in rising order. */
  private differing(from: Scorable): Int32Array {
    const { columns, scenario } = from.world;
    const own = this.catalogue.bundle.interactions.item;
    const all = scenario.muted.has('text');
    const differs = new Uint8Array(this.catalogue.item.count).fill(Number(all));
    const here = new Uint8Array(scenario.rows);
    for (const row of from.happened()) {
      here[row] = 1;
      if (row >= own.length) differs[columns.item[row]] = 1;
    }
    for (let row = 0; row < own.length; row++) if (!here[row]) differs[own[row]] = 1;
    for (const row of scenario.changed.keys()) {
      if (row < own.length) differs[own[row]] = 1;
      if (here[row]) differs[columns.item[row]] = 1;
    }
    const which = new Int32Array(differs.length);
    let end = 0;
    for (let item = 0; item < differs.length; item++) if (differs[item]) which[end++] = item;
    return which.subarray(0, end);
  }
}

/** A person's own level, from the ratings of all their rows. */
export function ownLevelAt({ config }: Catalogue, from: Scorable, rows: Int32Array): number {
  const given = Array.from(rows, (row) => from.world.scenario.givenRating(row)).filter(
    (rating) => !Number.isNaN(rating),
  );
  const sum = given.reduce((all, rating) => all + rating, 0);
  return ownLevel(sum, given.length, config.meanRating);
}

/** How far each of a person's rows lies above what is the own level by then; NaN where nothing tells. See `signs.ts`. */
export function deviationsAt(catalogue: Catalogue, from: Scorable, rows: Int32Array): number[] {
  const own = ownLevelAt(catalogue, from, rows);
  return Array.from(rows, (row) => {
    const rating = from.world.scenario.givenRating(row);
    return (Number.isNaN(rating) ? from.told(row) : rating) - own;
  });
}
