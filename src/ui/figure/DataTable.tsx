import { type ComponentType, Fragment, type ReactNode } from 'react';
import { exact } from '../format';
import { Scroll, ScrollCue } from '../Scroll';
import classes from './DataTable.module.css';
import { type Attributes, type Column, type FigureData, useShown } from './figure';
import { mainOf } from './grid';

interface Props<Row> extends FigureData<Row> {
  /** Whether the title stands above it, or what does in its place; else it is only read out. */
  readonly titled?: ReactNode;
  /** Name of the box that it scrolls in; without one it has as much room as it takes. */
  readonly scroll?: string | null;
  /** Pixels after which it scrolls downwards too. */
  readonly mostHeight?: number;
  /** Columns of words, from the left; numbers follow. One of numbers alone is narrow, and may break its cells. */
  readonly words?: 0 | 1 | 2;
  /** Whether it is as wide as its place however little it holds. */
  readonly full?: boolean;
  /** In place of the look of all tables. */
  readonly className?: string;
  /** Whether its heads are only read out; null where it has none. */
  readonly spokenHeads?: boolean | null;
  /** Which column names a row. */
  readonly named?: number;
  /** What several rows, one after the other, are called together. */
  readonly group?: (row: Row) => string;
  /** Rows below a line, such as a sum. */
  readonly foot?: readonly Row[];
  /** Whether its cells hold a drawing. */
  readonly drawn?: boolean;
  readonly keyOf?: (row: Row) => string | number;
  readonly row?: (row: Row, k: number) => Attributes;
  /** What a row is, where it must be more than a `<tr>`. */
  readonly Row?: ComponentType<{ readonly of: Row; readonly children: ReactNode }>;
  readonly testId?: string;
}

/** A table of the page: what is shown and what is saved of it come from the same columns and rows. */
export function DataTable<Row>(props: Props<Row>) {
  const { title, columns, rows, foot = [], titled, scroll, mostHeight, words = 1, full, testId } = props;
  const { className, group, spokenHeads = false, drawn = false } = props;
  const ref = useShown(
    {
      ...props,
      columns: group ? [{ head: 'Group', value: group }, ...columns] : columns,
      rows: [...rows, ...foot],
    },
    drawn,
  );
  const table = (
    <table
      ref={ref}
      className={className ?? classes.table}
      data-words={words}
      data-full={full}
      data-testid={testId}
    >
      <caption className={titled ? undefined : 'visually-hidden'}>
        {titled && titled !== true ? titled : title}
      </caption>
      {spokenHeads !== null && (
        <thead className={spokenHeads ? 'visually-hidden' : undefined}>
          <tr>
            {columns.map(({ head, shownHead, className: look }) => (
              <th key={head} scope="col" className={look}>
                {shownHead ?? <span>{head}</span>}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((one, k) => {
          const name = group?.(one);
          const row = rowOf(props, one, k);
          if (name === undefined || (k > 0 && group?.(rows[k - 1]) === name)) return row;
          return (
            <Fragment key={name}>
              <tr>
                <th scope="rowgroup" colSpan={columns.length}>
                  {name}
                </th>
              </tr>
              {row}
            </Fragment>
          );
        })}
      </tbody>
      {foot.length > 0 && <tfoot>{foot.map((one, k) => rowOf(props, one, rows.length + k))}</tfoot>}
    </table>
  );
  if (!scroll) return table;
  return (
    <Scroll label={scroll} mostHeight={mostHeight}>
      <ScrollCue />
      {table}
    </Scroll>
  );
}

function rowOf<Row>({ columns, named = 0, keyOf, row, Row }: Props<Row>, one: Row, k: number) {
  const cells = columns.map((column, c) => cellOf(column, one, k, c === named));
  const key = keyOf?.(one) ?? k;
  if (Row)
    return (
      <Row key={key} of={one}>
        {cells}
      </Row>
    );
  return (
    <tr key={key} {...row?.(one, k)}>
      {cells}
    </tr>
  );
}

function cellOf<Row>(
  { head, value, as = String, show, cell, className }: Column<Row>,
  one: Row,
  k: number,
  named: boolean,
) {
  const main = value ? mainOf(value(one, k)) : null;
  const title = typeof main === 'number' && !named ? exact(main) : undefined;
  const text = show ? show(one, k) : typeof main === 'number' ? as(main) : (main ?? '–');
  const shared = { className, title, ...cell?.(one) };
  return named ? (
    <th key={head} scope="row" {...shared}>
      {text}
    </th>
  ) : (
    <td key={head} {...shared}>
      {text}
    </td>
  );
}
