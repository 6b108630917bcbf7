import type { NumberRef } from '../../engine/openedNumber';
import { liking } from '../../ui/colors';
import { exact, signed } from '../../ui/format';
import { Num } from '../shared/Num';
import classes from './Recommended.module.css';

interface Props {
  readonly value: number;
  /** Units at which the bar reaches the end of its half. */
  readonly reach: number;
  /** What it opens into, where it does. */
  readonly open?: NumberRef;
  /** Its name. */
  readonly children: React.ReactNode;
}

/** One part of a sum: its name, a signed bar, its number. */
export function Part({ value, reach, open, children }: Props) {
  const width = Math.min(50, (50 * Math.abs(value)) / reach);
  return (
    <tr>
      <th scope="row">{children}</th>
      <td>
        <span className={classes.axis} aria-hidden="true">
          <span
            style={{
              left: value < 0 ? `${50 - width}%` : '50%',
              width: `${width}%`,
              background: liking(Math.sign(value)),
            }}
          />
        </span>
      </td>
      <td title={open ? undefined : exact(value)}>
        {open ? (
          <Num open={open} value={value}>
            {signed(value)}
          </Num>
        ) : (
          signed(value)
        )}
      </td>
    </tr>
  );
}
