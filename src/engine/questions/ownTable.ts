import { isJsonRows, readJsonRows } from '../../data/jsonRows';
import { readSeparated, type TextTable } from '../../data/separated';
import type { Catalogue } from '../core/catalogue';
import { perGround } from '../core/perGround';
import { entriesOf, type MatchedRow } from '../core/table/entries';
import { foldName, ItemNames } from '../core/table/names';
import { type ReadRow, readRows } from '../core/table/readRows';
import { looksNamed, rolesOf } from '../core/table/roles';
import { MOST_ROWS, type OwnTable, type OwnTableRequest, type Unmatched } from '../ownTable';
import { question } from './question';

/** Rows that are shown as they are. */
const SHOWN = 5;

/** What a table of somebody's own holds for this data set, and what it becomes in the log. */
export const ownTable = question<OwnTableRequest, OwnTable>({
  latest: true,
  answer: (ground, request) => readerOf(ground).read(request),
});

const readerOf = perGround(({ catalogue }) => new TableReader(catalogue));

interface Opened {
  readonly text: string;
  readonly asked: boolean | null;
  readonly header: boolean | null;
  readonly table: TextTable;
}

/** Reads tables beside one data set. The latest is kept: it is asked about again with every choice. */
export class TableReader {
  private readonly names: ItemNames;
  private opened: Opened | null = null;

  constructor(private readonly catalogue: Catalogue) {
    this.names = new ItemNames(catalogue);
  }

  read({ text, header, roles, ranges, meant, log }: OwnTableRequest): OwnTable {
    const whole = this.open(text, header);
    const table = { ...whole.table, rows: whole.table.rows.slice(0, MOST_ROWS) };
    const as = roles ?? rolesOf(table, this.catalogue, this.names);
    const { config, item: items } = this.catalogue;
    const read = readRows(table, as, config, ranges);
    const unmatched = new Map<string, Unmatched & { readonly rows: number[] }>();
    const matched: MatchedRow[] = [];
    for (const row of read.rows) {
      const known = this.names.rowOf(row.item);
      const key = foldName(row.item) || row.item;
      const chosen = meant[key];
      const id = known === null ? chosen : this.catalogue.bundle.items.id[known];
      if (id !== undefined && items.byId.has(id)) matched.push({ ...row, id });
      if (known !== null) continue;
      const before = unmatched.get(key);
      if (before) before.rows.push(row.row);
      else unmatched.set(key, this.unknown(key, row, chosen ?? null));
    }
    const total = whole.table.rows.length + whole.table.problems.length;
    return {
      header: whole.header,
      columns: table.columns,
      roles: as,
      preview: table.rows.slice(0, SHOWN).map(({ cells }) => cells),
      total,
      beyond: whole.table.rows.length - table.rows.length,
      matched: table.rows.filter(({ cells }) => this.names.rowOf(cells[as.item ?? -1] ?? '') !== null).length,
      scales: read.scales,
      unmatched: [...unmatched.values()],
      problems: read.problems.toSorted((a, b) => a.row - b.row),
      ...entriesOf(matched, log),
    };
  }

  private open(text: string, header: boolean | null): Opened {
    const { opened } = this;
    if (opened?.text === text && opened.asked === header) return opened;
    const json = isJsonRows(text);
    const named = json ? null : (header ?? this.isNamed(text));
    const table = named === null ? readJsonRows(text) : readSeparated(text, named);
    this.opened = { text, asked: header, header: named, table };
    return this.opened;
  }

  private isNamed(text: string): boolean {
    const { rows } = readSeparated(text.slice(0, 20_000), false);
    return looksNamed(
      rows.map(({ cells }) => cells),
      this.names,
    );
  }

  private unknown(
    key: string,
    { item, row }: ReadRow,
    meant: string | null,
  ): Unmatched & { readonly rows: number[] } {
    const named = this.names.find(item);
    const { items } = this.catalogue.bundle;
    const [alike, nearest] = named.row === null ? [named.alike, named.nearest] : [false, []];
    return {
      key,
      name: item,
      rows: [row],
      alike,
      nearest: nearest.map((one) => ({ id: items.id[one], name: items.name[one] })),
      meant,
    };
  }
}
