import type { Measure, ReviewFaithfulness } from '../../engine/questions/faithfulness';
import { Drawing } from '../../ui/figure/Drawing';
import { percent, thousandths } from '../../ui/format';
import { MEASURES, truthTitle } from './sentences';
import classes from './Truth.module.css';
import { WordTable } from './WordTable';

interface Props {
  readonly report: ReviewFaithfulness;
  readonly measure: Measure;
}

interface Point {
  readonly key: number;
  readonly word: string;
  /** Attention, and the size of the change. */
  readonly x: number;
  readonly y: number;
}

/** Two names that are nearer than this, as shares of the field, would lie upon each other. */
const APART = { x: 0.2, y: 0.08 };

/** The points whose names are written, the farthest from the corner first. */
function namedAmong(points: readonly Point[], right: number, top: number): ReadonlySet<Point> {
  const named: Point[] = [];
  const farthest = points.toSorted((a, b) => b.x / right + b.y / top - (a.x / right + a.y / top));
  for (const point of farthest)
    if (
      named.every(
        ({ x, y }) => Math.abs(x - point.x) > APART.x * right || Math.abs(y - point.y) > APART.y * top,
      )
    )
      named.push(point);
  return new Set(named);
}

/**
 * Attention to the right, the size of the change upwards. Drawn by hand: its names must not lie upon each other, which
 * Recharts leaves to who uses it.
 */
export function TruthScatter({ report, measure }: Props) {
  const { words, key } = report;
  const points = words.flatMap(({ word, start, attention, change }): Point[] =>
    change ? [{ key: start, word, x: attention, y: Math.abs(change[measure]) }] : [],
  );
  const right = Math.max(...points.map((one) => one.x)) || 1;
  const top = Math.max(...points.map((one) => one.y)) || 1;
  const named = namedAmong(points, right, top);
  return (
    <Drawing
      title={`Attention of each word, and the change of ${MEASURES[measure].label}`}
      summary={`${truthTitle(report, measure)}.`}
      table={(seen) => <WordTable words={words} review={seen ? key : null} />}
    >
      <div className={classes.scatter} aria-hidden="true" data-testid="truth-scatter">
        <p className="axis note">↑ {MEASURES[measure].axis}</p>
        <div className={classes.field}>
          <span className={classes.top}>{points.some((one) => one.y > 0) && thousandths(top)}</span>
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
    </Drawing>
  );
}
