import type { Measure, MeasuredWord } from '../../engine/api';
import { percent } from '../../ui/format';
import { MEASURES, thousandths } from './sentences';
import classes from './Truth.module.css';

interface Props {
  readonly words: readonly MeasuredWord[];
  readonly measure: Measure;
}

/** Words with their names written beside them; more would lie upon each other. */
const NAMED = 7;

/** Attention to the right, the size of the change upwards. For the eye: the table says the same. */
export function TruthScatter({ words, measure }: Props) {
  const points = words.flatMap(({ word, start, attention, change }) =>
    change ? [{ key: start, word, x: attention, y: Math.abs(change[measure]) }] : [],
  );
  const right = Math.max(...points.map((one) => one.x)) || 1;
  const top = Math.max(...points.map((one) => one.y)) || 1;
  const named = new Set(
    points.toSorted((a, b) => b.x / right + b.y / top - (a.x / right + a.y / top)).slice(0, NAMED),
  );
  return (
    <div className={classes.scatter} aria-hidden="true" data-testid="truth-scatter">
      <p className={classes.axis}>↑ {MEASURES[measure].axis}</p>
      <div className={classes.field}>
        <span className={classes.top}>{thousandths(top)}</span>
        {points.map((point) => (
          <span
            key={point.key}
            className={classes.dot}
            title={`${point.word}: attention ${percent(point.x)}, change ${thousandths(point.y)}`}
            style={{ left: `${(100 * point.x) / right}%`, bottom: `${(100 * point.y) / top}%` }}
            data-left={point.x > 0.75 * right}
          >
            {named.has(point) && <span>{point.word}</span>}
          </span>
        ))}
      </div>
      <p className={classes.ends}>
        <span>0</span>
        <span>attention, share of the review →</span>
        <span>{percent(right)}</span>
      </p>
    </div>
  );
}
