import type { ReactNode } from 'react';
import type { StateMove } from '../../engine/change';
import { openNumber } from '../../session/number';
import { useAct } from '../../session/part';
import type { Session } from '../../session/session';
import { Bars } from '../../ui/Bars';
import { Drawing } from '../../ui/figure/Drawing';
import { arrow, distance, moveOf } from '../../ui/format';
import type { Side } from '../../vocabulary';
import classes from './Change.module.css';

/** Width of all cells of a row, however many dimensions share it. */
const CELLS = 480;
const ROW = 36;
const HEIGHT = ROW - 3;
const ROWS = ['before', 'after', 'change'] as const;

/** The interaction that moved a state, and whose state it is. */
export interface MoveOf {
  readonly side: Side;
  readonly key: string;
}

interface Props {
  readonly title: string;
  readonly change: Pick<StateMove, 'before' | 'after'>;
  /** The interaction whose new state it is; with it the cells of `after` open. */
  readonly of?: MoveOf;
  /** Its numbers, in its place. */
  readonly table?: (seen: boolean) => ReactNode;
  /** Names of the three rows. */
  readonly rows?: readonly [string, string, string];
  /** Dimension that is marked. */
  readonly lit?: number | null;
  /** Told which dimension the pointer is at, or that it has left. */
  readonly onPoint?: (dimension: number | null) => void;
}
const GAP = 10;
/** Room for the names of the rows. */
const LABEL = 84;

/** What half the height of a row is: two rows share one scale, the change has its own. */
const unitsOf = ([before, after, change]: readonly [string, string, string], reach: number, most: number) =>
  `half the height of a row is ${distance(reach)} for ${before} and ${after}, ${distance(most)} for ${change}`;

/** The table is the way by key. */
const opening = (act: Session['act'], of: MoveOf, d: number) => ({
  className: classes.opens,
  onClick: () => act(openNumber({ of: 'next', ...of, d })),
});

/**
 * Every dimension of a state before and after, as bars of one scale, and the change below on its own. Drawn by hand: cells
 * of three rows open and light up together, which no chart of Recharts has.
 */
export function StateStrip({ title, change, of, table, rows = ROWS, lit = null, onPoint }: Props) {
  const act = useAct();
  const deltas = change.after.map((h, d) => h - change.before[d]);
  const cell = CELLS / deltas.length;
  const reach = Math.max(1e-9, ...change.before.map(Math.abs), ...change.after.map(Math.abs));
  const most = Math.max(1e-9, ...deltas.map(Math.abs));
  const [up, down] = [1, -1].map((sign) => deltas.filter((d) => Math.sign(d) === sign).length);
  const summary = `${up} of ${deltas.length} dimensions rose, ${down} fell, at most by ${distance(most)}.`;
  const values = {
    before: { of: change.before, reach },
    after: { of: change.after, reach },
    change: { of: deltas, reach: most },
  };
  return (
    <Drawing
      title={title}
      summary={summary}
      signs={[
        { name: 'above zero', color: 'var(--above)' },
        { name: 'below zero', color: 'var(--below)' },
        { name: `across: dimensions 0 to ${deltas.length - 1}; ${unitsOf(rows, reach, most)}, no unit` },
      ]}
      {...(table && {
        table,
        turns: ['Show as colours', 'Show as numbers'],
        note: `Up: above zero, down: below. ${summary}`,
      })}
      rows={deltas.map((_, d) => d)}
      columns={[
        { head: 'dimension', value: (d) => d },
        ...ROWS.map((row, k) => ({ head: rows[k], value: (d: number) => values[row].of[d] })),
      ]}
    >
      <div className={classes.dimensions}>
        <svg
          viewBox={`0 0 ${LABEL + CELLS} ${ROWS.length * ROW + GAP}`}
          aria-hidden="true"
          onMouseMove={
            onPoint &&
            (({ target }) => {
              const { dimension } = (target as SVGElement).dataset;
              if (dimension !== undefined) onPoint(Number(dimension));
            })
          }
          onMouseLeave={onPoint && (() => onPoint(null))}
        >
          {ROWS.map((row, k) => {
            // The change stands a little apart: it has a scale of its own.
            const y = k * ROW + (row === 'change' ? GAP : 0);
            return (
              <g key={row}>
                <text x={0} y={y + ROW / 2 + 4} fill="var(--soft)">
                  {rows[k]}
                </text>
                <rect x={LABEL} y={y} width={CELLS} height={HEIGHT} fill="var(--strip)" />
                <rect x={LABEL} y={y + HEIGHT / 2 - 0.5} width={CELLS} height={1} fill="var(--zero)" />
                <g transform={`translate(${LABEL} ${y + HEIGHT / 2}) scale(${cell} ${HEIGHT / 2})`}>
                  <Bars values={values[row].of} reach={values[row].reach} />
                </g>
                {deltas.map((_, d) => (
                  <rect
                    // biome-ignore lint/suspicious/noArrayIndexKey: a dimension is its index
                    key={d}
                    x={LABEL + d * cell}
                    y={y}
                    width={cell}
                    height={HEIGHT}
                    fill="transparent"
                    data-dimension={d}
                    {...(of && row === 'after' && opening(act, of, d))}
                  >
                    <title>{`dimension ${d}: ${arrow(moveOf(change.before[d], change.after[d], 3))}`}</title>
                  </rect>
                ))}
              </g>
            );
          })}
          {lit !== null && (
            <rect
              x={LABEL + lit * cell - 1.5}
              y={1}
              width={cell + 2}
              height={ROWS.length * ROW + GAP - 3}
              fill="none"
              stroke="var(--ink)"
              strokeWidth={3}
              pointerEvents="none"
            />
          )}
        </svg>
      </div>
    </Drawing>
  );
}
