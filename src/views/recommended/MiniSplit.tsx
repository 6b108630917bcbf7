import type { Prediction } from '../../engine/answers';
import { liking } from '../../ui/colors';
import classes from './Recommended.module.css';

const WIDTH = 76;
const STEP = 6;
/** Rating units from the mean to either end; larger sums are cut at the edge. */
const REACH = 1.5;

const x = (offset: number): number =>
  WIDTH / 2 + (WIDTH / 2) * (Math.max(-REACH, Math.min(REACH, offset)) / REACH);

/** The sum behind a rating as a small waterfall: person, item, match, each starting where the last one ended. */
export function MiniSplit({ prediction: p }: { prediction: Prediction }) {
  const parts = [p.userBias, p.itemBias, p.dot + p.mlp];
  let sum = 0;
  return (
    <svg className={classes.block} width={WIDTH} height={parts.length * STEP + 1} aria-hidden="true">
      <line x1={WIDTH / 2} x2={WIDTH / 2} y1={0} y2={parts.length * STEP + 1} stroke="var(--neutral)" />
      {parts.map((part, k) => {
        const from = x(sum);
        sum += part;
        const to = x(sum);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts stand in a fixed order
            key={k}
            x={Math.min(from, to)}
            y={k * STEP + 1}
            width={Math.max(Math.abs(to - from), 2)}
            height={STEP - 1}
            rx={1}
            fill={liking(Math.sign(part))}
          />
        );
      })}
    </svg>
  );
}
