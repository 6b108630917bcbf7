import type { RowProblem } from '../data/separated';
import type { LogEntry, SimulatedLog } from './simulatedLog';
import type { Scale } from './start';

/** A table of reviews that somebody brings along, as the page asks about it and is told of it. */

/** Rows that are taken from one table; more make the page slow and its links long. */
export const MOST_ROWS = 2000;

/** Which column of a table holds what; null where none does. */
export interface Roles {
  readonly item: number | null;
  readonly person: number | null;
  readonly rating: number | null;
  readonly text: number | null;
  readonly time: number | null;
  /** One for each aspect of the data set, in its order. */
  readonly aspects: readonly (number | null)[];
}

/** From the worst to the best that a rating can be. */
export type Range = Pick<Scale, 'min' | 'max'>;

export interface OwnTableRequest {
  /** The whole file. */
  readonly text: string;
  /** Whether its first row names the columns; null as it looks. */
  readonly header: boolean | null;
  /** Null as they look. */
  readonly roles: Roles | null;
  /** What ratings run from and to in the table, by the field of the scale; what is not named is as it looks. */
  readonly ranges: Readonly<Record<string, Range>>;
  /** Ids of the items that are meant, by {@link Unmatched.key}. */
  readonly meant: Readonly<Record<string, string>>;
  readonly log: SimulatedLog;
}

/** Why a row, or a cell of it, cannot be taken. */
export type CellProblem =
  | RowProblem
  | { readonly is: 'no-number' | 'no-date' | 'which-day' | 'nobody' | 'no-item-named' }
  | ({ readonly is: 'off-range' } & Range);

export interface TableProblem {
  /** As spreadsheets number them. */
  readonly row: number;
  /** Name of the column; null for the whole row. */
  readonly column: string | null;
  readonly value: string;
  readonly what: CellProblem;
  /** Whether the rest of the row is taken all the same. */
  readonly taken: boolean;
}

/** What a table calls something, and what it may be. */
export interface Unmatched {
  /** The same for every way of writing it. */
  readonly key: string;
  /** As written. */
  readonly name: string;
  readonly rows: readonly number[];
  /** Several items of the data set are called so. */
  readonly alike: boolean;
  /** Most alike first. */
  readonly nearest: readonly { readonly id: string; readonly name: string }[];
  /** What somebody has said that it is. */
  readonly meant: string | null;
}

/** Ratings of the table beside those of the data set. */
export interface TableScale {
  readonly field: string;
  readonly label: string;
  readonly from: Range;
  readonly to: Pick<Scale, 'min' | 'max' | 'step'>;
  /** One of the table and what it becomes; null where none can be read. */
  readonly example: { readonly from: number; readonly to: number } | null;
}

/** Somebody of the table. */
export interface TablePerson {
  /** Null for all of a table that names nobody. */
  readonly name: string | null;
  readonly reviews: number;
  /** A new person of the log is called so: they are taken for the same. */
  readonly known: boolean;
}

/** What is known of a table, and what adding it adds. */
export interface OwnTable {
  /** Whether its first row names the columns; null of JSON, where each row does. */
  readonly header: boolean | null;
  readonly columns: readonly string[];
  readonly roles: Roles;
  /** The first rows, as they are. */
  readonly preview: readonly (readonly string[])[];
  /** Rows of the table, and how many of them lie past {@link MOST_ROWS}. */
  readonly total: number;
  readonly beyond: number;
  /** Rows that name an item, whatever else is wrong with them. */
  readonly matched: number;
  readonly scales: readonly TableScale[];
  readonly unmatched: readonly Unmatched[];
  readonly problems: readonly TableProblem[];
  readonly people: readonly TablePerson[];
  readonly order: 'time' | 'rows';
  /** Names of new people, then reviews. */
  readonly entries: readonly LogEntry[];
  readonly reviews: number;
}
