import type { NumberRef } from '../../../engine/openedNumber';
import { liking } from '../../../ui/colors';
import { SignedBar } from '../../../ui/figure/Bar';
import { exact, signed } from '../../../ui/format';
import { Num } from '../Num';

interface Props {
  /** Nothing where the row only names something. */
  readonly value?: number;
  /** Units at which the bar reaches the end of its half. */
  readonly reach: number;
  /** What it opens into, where it does. */
  readonly open?: NumberRef;
  /** How far in: the sum of a sum. */
  readonly level?: number;
  /** Its name. */
  readonly children: React.ReactNode;
}

/** One part of a sum: its name, a signed bar, its number. */
export function Part({ value, reach, open, level = 0, children }: Props) {
  return (
    <tr data-level={level} data-value={value}>
      <th scope="row" style={{ paddingLeft: 14 * level }}>
        {children}
      </th>
      <td>
        <TermBar value={value ?? 0} reach={reach} />
      </td>
      <td title={open || value === undefined ? undefined : exact(value)}>
        {value !== undefined && <Num open={open} value={value} as={signed} />}
      </td>
    </tr>
  );
}

/** What a term adds to liking, or takes from it. */
export const TermBar = (of: { readonly value: number; readonly reach: number }) => (
  <SignedBar {...of} color={liking(Math.sign(of.value))} />
);
