import type { StateChange } from '../../engine/api';
import { openNumber } from '../../session/microscope';
import { diverging } from '../../ui/colors';
import classes from './Review.module.css';
import type { MoveOf } from './StateTable';

/** Width of all cells of a row, however many dimensions share it. */
const CELLS = 480;
const ROW = 30;
const ROWS = ['before', 'after', 'change'] as const;

interface Props {
  readonly change: Pick<StateChange, 'before' | 'after'>;
  /** The interaction whose new state it is; with it the cells of `after` open. */
  readonly of?: MoveOf;
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

/** The table is the way by key. */
const opening = (of: MoveOf, d: number) => ({
  className: classes.opens,
  onClick: () => openNumber({ of: 'next', ...of, d }),
});

/** Every dimension of a state before and after, in the colours of its own range, and the change below. */
export function StateStrip({ change, of, rows = ROWS, lit = null, onPoint }: Props) {
  const deltas = change.after.map((h, d) => h - change.before[d]);
  const cell = CELLS / deltas.length;
  const reach = Math.max(1e-9, ...change.before.map(Math.abs), ...change.after.map(Math.abs));
  const most = Math.max(1e-9, ...deltas.map(Math.abs));
  const values = {
    before: change.before.map((h) => h / reach),
    after: change.after.map((h) => h / reach),
    change: deltas.map((delta) => delta / most),
  };
  return (
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
              <text x={0} y={y + ROW - 9} fill="var(--soft)">
                {rows[k]}
              </text>
              {values[row].map((value, d) => (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: a dimension is its index
                  key={d}
                  x={LABEL + d * cell}
                  y={y}
                  width={cell - 1}
                  height={ROW - 2}
                  fill={diverging(value)}
                  data-dimension={d}
                  {...(of && row === 'after' && opening(of, d))}
                >
                  <title>{`dimension ${d}: ${change.before[d].toFixed(3)} → ${change.after[d].toFixed(3)}`}</title>
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
  );
}
