import type { Axis } from '../../ui/curves/scale';
import { DataTable } from '../../ui/figure/DataTable';
import type { Column } from '../../ui/figure/figure';
import { spread } from '../../ui/figure/figure';
import { intervalParts } from '../../ui/figure/grid';
import type { Key } from '../../ui/figure/key';
import { capital } from '../../ui/format';
import { Dot, type DotRow, Ticks } from './DotPlot';
import classes from './Lanes.module.css';

type Point = NonNullable<DotRow['point']> &
  Pick<DotRow, 'tone' | 'measured'> & { readonly chance?: number | null };

export interface LaneRow {
  readonly key: string;
  readonly label: string;
  readonly note?: string | null;
  /** One for each plot. */
  readonly points: readonly (Point | null)[];
}

interface Plot {
  /** What is measured: the head of a column. */
  readonly head: string;
  /** What the dot is, if not a mean. */
  readonly centre?: 'median';
  /** What more the page says above it. */
  readonly remark?: string | undefined;
  readonly axis: Axis;
  /** A value as it stands beside its dot. */
  readonly as: (value: number) => string;
  /** A tick, if not by the digits of the axis. */
  readonly tick?: (value: number) => string;
}

interface Props {
  readonly caption: string;
  readonly labelHead: string;
  readonly plots: readonly Plot[];
  readonly rows: readonly LaneRow[];
  /** What dots and lines mean, where it is saved. */
  readonly signs?: Key;
}

/** Dots with their intervals in little room: a row a lane, several plots side by side, each a column of the table that it is. */
export function Lanes({ caption, labelHead, plots, rows, signs = [] }: Props) {
  const [first] = plots;
  return (
    <DataTable
      title={caption}
      summary={spread(
        capital(first.head),
        rows.flatMap(({ label, points }) => (points[0] ? [[label, points[0].value] as const] : [])),
        first.as,
      )}
      className={`${classes.lanes} ${plots.length > 1 ? classes.pair : ''}`}
      drawn
      signs={signs}
      rows={rows}
      keyOf={({ key }) => key}
      row={({ key }) => ({ 'data-row': key })}
      columns={[
        {
          head: labelHead,
          value: ({ label, note = null }) => ({ '': label, note }),
          // One plot has its head beside its axis, which is a line less; the caption says it too.
          shownHead: (
            <>
              <span className="visually-hidden">{labelHead}</span>
              {plots.length === 1 && (
                <span aria-hidden>
                  {first.head}
                  {first.remark && <span data-save="never"> ({first.remark})</span>}
                </span>
              )}
            </>
          ),
          show: ({ label, note }) => (
            <>
              {label}
              {note && <span className={`note ${classes.note}`}>{note}</span>}
            </>
          ),
        },
        ...plots.flatMap(({ head, remark, centre, axis, as, tick }, k): Column<LaneRow>[] => [
          {
            head: `${head}, drawn`,
            className: classes.plot,
            shownHead: (
              <>
                {plots.length > 1 && (
                  <span>
                    {head}
                    {remark && <span data-save="never"> ({remark})</span>}
                  </span>
                )}
                <Ticks axis={axis} as={tick} few />
              </>
            ),
            show: ({ points }) => points[k] && <Dot axis={axis} row={points[k]} point={points[k]} />,
          },
          {
            head,
            className: classes.value,
            shownHead: <span className="visually-hidden">{head}</span>,
            value: ({ points }) => ({
              ...intervalParts(points[k], centre),
              ...(points[k]?.chance !== undefined && { chance: points[k].chance }),
            }),
            show: ({ points }) => (points[k] ? as(points[k].value) : '–'),
          },
        ]),
      ]}
    />
  );
}
