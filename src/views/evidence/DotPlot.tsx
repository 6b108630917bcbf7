import type { ReactNode } from 'react';
import { type Axis, axisAroundZero } from '../../ui/curves/scale';
import { DataTable } from '../../ui/figure/DataTable';
import { spread } from '../../ui/figure/figure';
import { intervalParts, type Parts } from '../../ui/figure/grid';
import type { Key } from '../../ui/figure/key';
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
  /** What dots and lines mean, where it is saved. */
  readonly signs?: Key;
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
  signs = [],
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
      signs={[{ name: `dots: ${plotHead}` }, ...signs]}
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

/** Ends nearer to zero than this have no room for their label where there is little, percent of the axis. */
const NEAR = 30;
const fromZero = (axis: Axis, tick: number): number => Math.abs(placeOn(axis, tick) - placeOn(axis, 0));
const hasRoom = (axis: Axis, tick: number): boolean =>
  tick === 0 || ((tick === axis.low || tick === axis.high) && fromZero(axis, tick) > NEAR);

interface TicksProps {
  readonly axis: Axis;
  readonly as?: ((value: number) => string) | undefined;
  /** Whether only zero and the ends are named. */
  readonly few?: boolean;
}

export function Ticks({ axis, as, few = false }: TicksProps) {
  return (
    <span className={classes.ticks} aria-hidden="true">
      {axis.ticks
        .filter((tick) => !few || hasRoom(axis, tick))
        .map((tick) => (
          <span
            key={tick}
            data-nearer={tick !== 0 && fromZero(axis, tick) < 50}
            style={{ left: `${placeOn(axis, tick)}%` }}
          >
            {as?.(tick) ?? fixed(tick, tick === 0 ? 0 : axis.digits)}
          </span>
        ))}
    </span>
  );
}

type Drawn = Pick<DotRow, 'tone' | 'measured'> & { readonly chance?: number | null };

export function Dot({ axis, row, point }: { axis: Axis; row: Drawn; point: NonNullable<DotRow['point']> }) {
  const slack = 1e-6 * (axis.high - axis.low);
  const beyond = point.value < axis.low - slack ? '◂' : point.value > axis.high + slack ? '▸' : null;
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
      {typeof row.chance === 'number' && (
        <span className={classes.chance} style={{ left: `${placeOn(axis, row.chance)}%` }} />
      )}
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

/** The same for paper, with what the lines are. */
export const signsOf = ({ better = 'better', open = 'interval holds zero', worse = 'worse' }): Key => [
  { name: better, color: 'var(--ink)', shape: 'disc' },
  { name: open, color: 'color-mix(in oklab, var(--soft) 72%, var(--paper))', shape: 'dot' },
  { name: worse, color: 'var(--ink)', shape: 'square' },
  { name: 'lines: 95 % intervals' },
];

/** What the shapes of the dots say. */
export const Tones = ({ better = 'better', open = 'interval holds zero', worse = 'worse' }) => (
  <span className={classes.tones}>
    {/* A sign stays beside its words. */}
    {(
      [
        ['better', better],
        ['open', open],
        ['worse', worse],
      ] as const
    ).map(([tone, words]) => (
      <span key={tone} className={classes.sign}>
        <span data-tone={tone} />
        {words}
      </span>
    ))}
  </span>
);

/** A mean of a column, bold where it is the best. */
export const Mean = ({ text, best }: { text: string; best: boolean }) => (
  <span className={classes.mean} data-best={best}>
    {text}
  </span>
);
