import { liking } from '../../ui/colors';
import { signed } from '../../ui/format';
import classes from './Recommended.module.css';
import { laidOut, type Scale, type Segment } from './sentences';

interface Props {
  readonly segments: readonly Segment[];
  readonly score: number;
  /** Mean score of all that is ranked. */
  readonly average: number;
  readonly scale: Scale;
}

/**
 * The sum behind a choice score: above, what is added from 0 to the right; below, what is taken away from there; a mark where
 * that ends, at the score. The opened sum says the same in numbers. Drawn by hand: a line of the list is no room for a chart.
 */
export function SumBar({ segments, score, average, scale: { low, high } }: Props) {
  const x = (value: number): string => `${(100 * (value - low)) / (high - low)}%`;
  return (
    <div className={classes.bar} aria-hidden="true">
      <span className={classes.zero} style={{ left: x(0) }} />
      <span className={classes.average} style={{ left: x(average) }} />
      {laidOut(segments).map(({ name, value, lane, from, to }, k) => (
        <span
          key={name}
          title={`${name} ${signed(value)}`}
          className={classes.segment}
          data-lane={lane}
          data-hollow={k === 0}
          style={
            {
              left: x(from),
              width: `${(100 * (to - from)) / (high - low)}%`,
              '--tone': liking(Math.sign(value)),
            } as React.CSSProperties
          }
        />
      ))}
      <span className={classes.mark} style={{ left: x(score) }} />
    </div>
  );
}
