import type { ReactNode } from 'react';
import { type Column, type FigureData, useShown } from './figure';

interface Props<Row> extends Partial<FigureData<Row>> {
  readonly title: string;
  /** False where it is a table that is laid out by hand. */
  readonly drawn?: boolean;
  readonly children: ReactNode;
}

/** What is drawn, to be saved as a picture; with its numbers where no table of the page has them. */
export function Drawing<Row>({
  title,
  summary,
  columns = [],
  rows = [],
  drawn = true,
  children,
}: Props<Row>) {
  const ref = useShown({ title, summary, columns: columns as readonly Column<Row>[], rows }, drawn);
  return <div ref={ref}>{children}</div>;
}
