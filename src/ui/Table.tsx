import type { ReactNode } from 'react';
import { saysOnly } from './cell';
import { exact } from './format';
import { Scroll } from './Scroll';
import classes from './Table.module.css';

interface Props {
  readonly heads?: readonly string[];
  /** What it shows, above it. */
  readonly caption?: ReactNode;
  /** The same for those who do not see what stands around it. */
  readonly spoken?: string;
  /** Name of the box that it scrolls in; without one it has as much room as it takes. */
  readonly scroll?: string | null;
  /** Pixels after which it scrolls downwards too. */
  readonly mostHeight?: number;
  /** Columns of words, from the left; numbers follow. One of numbers alone is narrow, and may break its cells. */
  readonly words?: 0 | 1 | 2;
  /** Whether it is as wide as its place however little it holds. */
  readonly full?: boolean;
  readonly testId?: string;
  /** One or more `<tbody>`. */
  readonly children: ReactNode;
}

/** A table of numbers with the names of its rows to the left. */
export function Table({
  heads = [],
  caption,
  spoken,
  scroll,
  mostHeight,
  words = 1,
  full,
  testId,
  children,
}: Props) {
  const table = (
    <table className={classes.table} data-words={words} data-full={full} data-testid={testId}>
      {caption && <caption>{caption}</caption>}
      {spoken && <caption className="visually-hidden">{spoken}</caption>}
      {heads.length > 0 && <Heads of={heads} />}
      {children}
    </table>
  );
  return scroll ? (
    <Scroll label={scroll} mostHeight={mostHeight}>
      {table}
    </Scroll>
  ) : (
    table
  );
}

/** Names of columns; `spoken` where only those need them who do not see the table. */
export const Heads = ({ of, spoken = false }: { of: readonly string[]; spoken?: boolean }) => (
  <thead className={spoken ? 'visually-hidden' : undefined}>
    <tr>
      {of.map((head) => (
        <th key={head} scope="col">
          <span>{head}</span>
        </th>
      ))}
    </tr>
  </thead>
);

interface CellProps {
  /** Null where there is none. */
  readonly of: number | null | undefined;
  readonly as: (value: number) => string;
  /** In place of the number as text, say one that opens. */
  readonly children?: ReactNode;
}

/** A cell with one number: all of its digits are in its title, and for whoever saves the table. */
export const NumberCell = ({ of, as, children }: CellProps) =>
  of === null || of === undefined ? (
    <td {...saysOnly(null)}>–</td>
  ) : (
    <td title={exact(of)} {...saysOnly(of)}>
      {children || as(of)}
    </td>
  );
