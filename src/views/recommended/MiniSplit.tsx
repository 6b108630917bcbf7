import type { Choice } from '../../engine/answers';
import { liking } from '../../ui/colors';
import classes from './Recommended.module.css';
import { type ChoiceScale, partsOf } from './sentences';

const WIDTH = 76;
const STEP = 6;

interface Props {
  readonly choice: Choice;
  readonly scale: ChoiceScale;
}

/** The sum behind a choice score as a small waterfall: popularity, states, words, each starting where the last one ended. */
export function MiniSplit({ choice, scale: { low, high } }: Props) {
  const parts = partsOf(choice);
  const x = (offset: number): number => (WIDTH * (offset - low)) / (high - low);
  let sum = 0;
  return (
    <svg className={classes.block} width={WIDTH} height={parts.length * STEP + 1} aria-hidden="true">
      <line x1={x(0)} x2={x(0)} y1={0} y2={parts.length * STEP + 1} stroke="var(--neutral)" />
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
