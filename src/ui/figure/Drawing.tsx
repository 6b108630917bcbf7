import { type ReactNode, useState } from 'react';
import { type Column, type FigureData, useShown } from './figure';

interface Props<Row> extends Partial<FigureData<Row>> {
  readonly title: string;
  /** False where it is a table that is laid out by hand. */
  readonly drawn?: boolean;
  /** The same as numbers. They are seen in place of the drawing once asked for, and may be read out until then. */
  readonly table?: (seen: boolean) => ReactNode;
  /** What the button that turns it says: back, and to the numbers. */
  readonly turns?: readonly [string, string];
  /** Words beside the button. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** What is drawn, to be saved as a picture; with its numbers where no table of the page has them, or with that table. */
export function Drawing<Row>({
  title,
  summary,
  columns = [],
  rows = [],
  bars,
  signs,
  drawn = true,
  ...rest
}: Props<Row>) {
  const { table, turns: [back, on] = ['Show as a chart', 'Show as a table'], note, children } = rest;
  const [asTable, setAsTable] = useState(false);
  const ref = useShown(
    { title, summary, columns: columns as readonly Column<Row>[], rows, bars, signs },
    drawn,
  );
  const drawing = <div ref={ref}>{children}</div>;
  if (!table) return drawing;
  return (
    <div>
      {!asTable && drawing}
      <p className="soft" style={{ margin: '6px 0' }}>
        {note}{' '}
        <button type="button" className="text-button" onClick={() => setAsTable(!asTable)}>
          {asTable ? back : on}
          <span className="visually-hidden"> ({title})</span>
        </button>
      </p>
      {/* A table ignores a width of one pixel, so what hides it is a box around it. */}
      <div className={asTable ? undefined : 'visually-hidden'}>{table(asTable)}</div>
    </div>
  );
}
