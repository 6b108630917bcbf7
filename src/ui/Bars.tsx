import { barsOf } from './barPath';

interface Props {
  readonly values: ArrayLike<number>;
  /** The magnitude of a bar that fills its half. */
  readonly reach: number;
}

/** Numbers as bars from a middle line: the way tells the sign, the length the size. Not in the colours of liking. */
export const Bars = ({ values, reach }: Props) => (
  <>
    <path d={barsOf(values, reach, 1)} fill="var(--above)" />
    <path d={barsOf(values, reach, -1)} fill="var(--below)" />
  </>
);
