import type { ReactNode } from 'react';
import { type Axis, axisAroundZero } from '../../ui/curves/scale';
import { DataTable } from '../../ui/figure/DataTable';
import { spread } from '../../ui/figure/figure';
import { intervalParts, type Parts } from '../../ui/figure/grid';
import { capital, fixed } from '../../ui/format';
import classes from './DotPlot.module.css';
import { intervalText } from './metrics';

/** `better`, `worse`, `open`: what the interval lets one say; `plain` where nothing is compared. */
export type Tone = 'better' | 'worse' | 'open' | 'plain';

export interface DotRow {
  readonly key: string;
  readonly label: string;
  /** A remark below the label. */
  readonly note?: string;
  /** Set apart from the others, as the model that ships. */
  readonly strong?: boolean;
  /** Cells between the label and the plot. */
  readonly cells?: readonly { readonly shown: ReactNode; readonly value: Parts }[];
  /** `low` and `high` are the value itself where no interval was measured; null draws nothing. */
  readonly point: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly measured?: boolean;
  readonly tone?: Tone;
  /** The point in words, if not its value and its interval. */
  readonly text?: string;
}

interface Props {
  readonly caption: string;
  readonly labelHead: string;
  readonly cellHeads?: readonly string[];
  readonly plotHead: string;
  readonly rows: readonly DotRow[];
  /** Of values and intervals. */
  readonly digits?: number;
  /** What it means to lie left or right of zero. */
  readonly ends?: readonly [string, string];
  /** Where several plots share one. */
  readonly axis?: Axis;
}

/** An axis for all these rows. */
export const axisFor = (rows: readonly DotRow[]): Axis =>
  axisAroundZero(rows.flatMap(({ point }) => point ?? []));

/** Dots with their intervals on one axis, drawn by hand, since each lies in a cell of the table that says the same in numbers. */
export function DotPlot({
  caption,
  labelHead,
  cellHeads = [],
  plotHead,
  rows,
  digits = 2,
  ends,
  axis = axisFor(rows),
}: Props) {
  const textOf = ({ point, text }: DotRow): string =>
    text ?? (point ? `${fixed(point.value, digits)} ${intervalText(point, digits)}` : '–');
  return (
    <DataTable
      title={caption}
      summary={spread(
        capital(plotHead),
        rows.flatMap(({ label, point }) => (point ? [[label, point.value] as const] : [])),
        (value) => fixed(value, axis.digits),
      )}
      className={`wide-table ${classes.dots}`}
      drawn
      rows={rows}
      keyOf={({ key }) => key}
      row={({ key, strong = false }) => ({ 'data-strong': strong, 'data-row': key })}
      columns={[
        {
          head: labelHead,
          value: ({ label, note = null }) => ({ '': label, note }),
          show: ({ label, note }) => (
            <>
              {label}
              {note && <span className={`note ${classes.remark}`}>{note}</span>}
            </>
          ),
        },
        ...cellHeads.map((head, k) => ({
          head,
          className: classes.number,
          value: ({ cells }: DotRow) => cells?.[k].value ?? null,
          show: ({ cells }: DotRow) => cells?.[k].shown,
        })),
        {
          head: `${plotHead}, drawn`,
          className: classes.plot,
          shownHead: (
            <>
              <span className="visually-hidden">{plotHead}</span>
              {ends && (
                <span className={classes.ends} aria-hidden="true">
                  <span>{axis.low < 0 && `← ${ends[0]}`}</span>
                  <span>{axis.high > 0 && `${ends[1]} →`}</span>
                </span>
              )}
              <Ticks axis={axis} />
            </>
          ),
          show: (row) => row.point && <Dot axis={axis} row={row} point={row.point} />,
        },
        {
          head: plotHead,
          className: `${classes.number} ${classes.words}`,
          value: ({ point }) => intervalParts(point),
          show: textOf,
        },
      ]}
    />
  );
}

const placeOn = (axis: Axis, value: number): number =>
  (100 * (Math.min(axis.high, Math.max(axis.low, value)) - axis.low)) / (axis.high - axis.low);

function Ticks({ axis }: { axis: Axis }) {
  return (
    <span className={classes.ticks} aria-hidden="true">
      {axis.ticks.map((tick) => (
        <span key={tick} style={{ left: `${placeOn(axis, tick)}%` }}>
          {fixed(tick, tick === 0 ? 0 : axis.digits)}
        </span>
      ))}
    </span>
  );
}

function Dot({ axis, row, point }: { axis: Axis; row: DotRow; point: NonNullable<DotRow['point']> }) {
  const beyond = point.value < axis.low ? '◂' : point.value > axis.high ? '▸' : null;
  const [from, to] = [placeOn(axis, point.low), placeOn(axis, point.high)];
  return (
    <span className={classes.lane} data-tone={row.tone ?? 'plain'} aria-hidden="true">
      {axis.ticks.map((tick) => (
        <span
          key={tick}
          className={classes.grid}
          data-zero={tick === 0}
          style={{ left: `${placeOn(axis, tick)}%` }}
        />
      ))}
      {beyond ? (
        <span className={classes.beyond} style={{ left: `${placeOn(axis, point.value)}%` }}>
          {beyond}
        </span>
      ) : (
        <>
          <span className={classes.whisker} style={{ left: `${from}%`, width: `${to - from}%` }} />
          <span
            className={classes.dot}
            data-measured={row.measured ?? true}
            style={{ left: `${placeOn(axis, point.value)}%` }}
          />
        </>
      )}
    </span>
  );
}

/** What the shapes of the dots say. */
export const Tones = () => (
  <span className={classes.tones}>
    <span data-tone="better" /> better <span data-tone="open" /> interval holds zero{' '}
    <span data-tone="worse" /> worse
  </span>
);

/** A mean of a column, bold where it is the best. */
export const Mean = ({ text, best }: { text: string; best: boolean }) => (
  <span className={classes.mean} data-best={best}>
    {text}
  </span>
);
