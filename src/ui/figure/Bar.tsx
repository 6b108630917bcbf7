import classes from './Bar.module.css';

/** The look of a table of names, bars and numbers. */
export const BAR_TABLE = classes.table;

interface Props {
  /** Its ends, as shares of its place. */
  readonly from: number;
  readonly to: number;
  readonly color: string;
}

/** A stretch of the second column of such a table. A chart of Recharts would stand beside the numbers, not among them. */
export const Bar = ({ from, to, color }: Props) => (
  <span
    className={classes.bar}
    aria-hidden="true"
    style={{
      left: `${100 * Math.min(from, to)}%`,
      width: `${Math.max(0.8, 100 * Math.abs(to - from))}%`,
      background: color,
    }}
  />
);

interface SignedProps {
  readonly value: number;
  /** The value at which it reaches the end of its half. */
  readonly reach: number;
  readonly color: string;
}

/** From the middle to the right what adds, to the left what takes away. */
export const SignedBar = ({ value, reach, color }: SignedProps) => (
  <>
    <span className={classes.bar} data-middle />
    {value !== 0 && (
      <Bar from={0.5} to={0.5 + Math.max(-0.5, Math.min(0.5, value / reach / 2))} color={color} />
    )}
  </>
);
