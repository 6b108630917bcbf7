import type { ReactNode } from 'react';
import { type Column, type FigureData, useShown } from './figure';

interface Props<Row> extends Partial<FigureData<Row>> {
  readonly title: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What is drawn, to be saved as a picture; with its numbers where no table of the page has them. */
export function Drawing<Row>({ title, summary, columns = [], rows = [], className, children }: Props<Row>) {
  const ref = useShown({ title, summary, columns: columns as readonly Column<Row>[], rows }, true);
  return (
    <div ref={ref} className={className}>
      {children}
    </div>
  );
}
