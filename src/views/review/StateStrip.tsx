import type { StateChange } from '../../engine/api';
import { diverging } from '../../ui/colors';
import classes from './Review.module.css';

/** Width of all cells of a row, however many dimensions share it. */
const CELLS = 480;
const ROW = 30;
const ROWS = ['before', 'after', 'change'] as const;
const GAP = 10;
/** Room for the names of the rows. */
const LABEL = 84;

/** Every dimension of a state before and after, in the colours of its own range, and the change below. */
export function StateStrip({ change }: { change: Pick<StateChange, 'before' | 'after'> }) {
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
    <svg
      className={classes.dimensions}
      viewBox={`0 0 ${LABEL + CELLS} ${ROWS.length * ROW + GAP}`}
      aria-hidden="true"
    >
      {ROWS.map((row, k) => {
        // The change stands a little apart: it has a scale of its own.
        const y = k * ROW + (row === 'change' ? GAP : 0);
        return (
          <g key={row}>
            <text x={0} y={y + ROW - 9} fontSize={21} fill="var(--soft)">
              {row}
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
              >
                <title>{`dimension ${d}: ${change.before[d].toFixed(3)} → ${change.after[d].toFixed(3)}`}</title>
              </rect>
            ))}
          </g>
        );
      })}
    </svg>
  );
}
