import { parquetMetadata, parquetRead, parquetSchema } from 'hyparquet';
import { BundleError } from './errors';
import type { Place, Problem } from './words';

const failed = (file: string, place: Place, problem: Problem) =>
  new BundleError({ file, place, problem, remedy: 'table' });

/**
 * One Parquet table, column by column. Every reader of a column checks each value, and throws a DataError that names
 * file, column and row.
 */
export class Columns {
  private constructor(
    readonly file: string,
    readonly rows: number,
    private readonly columns: ReadonlyMap<string, ArrayLike<unknown>>,
  ) {}

  /**
   * Parses a table.
   * @param rows how many rows it must have; null for any number
   */
  static async read(file: string, bytes: Uint8Array, rows: number | null): Promise<Columns> {
    const columns = new Map<string, ArrayLike<unknown>>();
    let found = 0;
    try {
      const buffer = bytes.slice().buffer as ArrayBuffer;
      const metadata = parquetMetadata(buffer);
      found = Number(metadata.num_rows);
      for (const { element } of parquetSchema(metadata).children)
        columns.set(element.name, new Array<unknown>(found));
      await parquetRead({
        file: buffer,
        metadata,
        onChunk: ({ columnName, columnData, rowStart }) => {
          // A single row group hands out whole columns, which need no copy.
          if (columnData.length === found) {
            columns.set(columnName, columnData);
            return;
          }
          const column = columns.get(columnName) as unknown[];
          for (let k = 0; k < columnData.length; k++) column[rowStart + k] = columnData[k];
        },
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw failed(file, null, { is: 'no-table', reason });
    }
    if (rows !== null && found !== rows) throw failed(file, null, { is: 'rows', found, said: rows });
    return new Columns(file, found, columns);
  }

  fail(column: string, row: number | null, problem: Problem): never {
    throw failed(this.file, { column, row }, problem);
  }

  has(name: string): boolean {
    return this.columns.has(name);
  }

  private column(name: string): ArrayLike<unknown> {
    return this.columns.get(name) ?? this.fail(name, null, { is: 'missing' });
  }

  /** Text without gaps. */
  strings(name: string): string[] {
    return Array.from(this.column(name), (value, row) =>
      typeof value === 'string' ? value : this.fail(name, row, { is: 'no-text', value: shown(value) }),
    );
  }

  /** Text in which no value occurs twice. */
  keys(name: string): string[] {
    const values = this.strings(name);
    const seen = new Map<string, number>();
    values.forEach((value, row) => {
      const earlier = seen.get(value);
      if (earlier !== undefined) this.fail(name, row, { is: 'repeats-row', value, row: earlier });
      seen.set(value, row);
    });
    return values;
  }

  /** Text with gaps as null. */
  optionalStrings(name: string): (string | null)[] {
    return Array.from(this.column(name), (value, row) => {
      if (value === null || value === undefined) return null;
      return typeof value === 'string' ? value : this.fail(name, row, { is: 'no-text', value: shown(value) });
    });
  }

  /** Fills a column of numbers with what `read` makes of each value. */
  private fill<T extends Int32Array | Float64Array>(
    name: string,
    values: T,
    read: (value: unknown, row: number) => number,
  ): T {
    const column = this.column(name);
    for (let row = 0; row < column.length; row++) values[row] = read(column[row], row);
    return values;
  }

  private finite(name: string, row: number, value: unknown): number {
    const number = toNumber(value);
    return Number.isFinite(number) ? number : this.fail(name, row, { is: 'no-number', value: shown(value) });
  }

  /** Whole numbers in [0, limit). Booleans count as 0 and 1. */
  integers(name: string, limit: number): Int32Array {
    return this.fill(name, new Int32Array(this.rows), (value, row) => {
      const number = toNumber(value);
      return Number.isInteger(number) && number >= 0 && number < limit
        ? number
        : this.fail(name, row, { is: 'not-whole', value: shown(value), limit });
    });
  }

  /** Finite numbers in [min, max]. */
  numbers(name: string, min: number, max: number): Float64Array {
    return this.fill(name, new Float64Array(this.rows), (value, row) => {
      const number = this.finite(name, row, value);
      if (number < min || number > max) this.fail(name, row, { is: 'outside', value: number, min, max });
      return number;
    });
  }

  /** Finite numbers, NaN where the table has a gap. */
  optionalNumbers(name: string): Float64Array {
    return this.fill(name, new Float64Array(this.rows), (value, row) =>
      value === null || value === undefined ? Number.NaN : this.finite(name, row, value),
    );
  }
}

/** NaN for what is no number. */
const toNumber = (value: unknown): number =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? Number(value)
    : Number.NaN;

const shown = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? `"${value}"` : String(value);
