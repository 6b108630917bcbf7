import type { NumberRef } from '../../engine/openedNumber';
import { openNumber } from '../../session/number';
import { useAct, useSession } from '../../session/part';
import { exact } from '../../ui/format';
import { nameShown, numberName } from './numberNames';

interface Props {
  /** What it opens into; nothing where it does not. */
  readonly open?: NumberRef | null | undefined;
  /** With all digits, for the title. */
  readonly value: number;
  /** How it is written. */
  readonly as: (value: number) => string;
}

/** A number that opens into the formula that made it. */
export function Num({ open, value, as }: Props) {
  const act = useAct();
  const item = useSession((s) => (open && 'item' in open ? nameShown(s.view, open.item) : null));
  if (!open) return as(value);
  return (
    <button
      type="button"
      className="num"
      aria-label={numberName(open, as(value), item)}
      title={`${exact(value)}. How was this computed?`}
      onClick={() => act(openNumber(open))}
      data-testid="num"
      data-of={open.of}
    >
      {as(value)}
    </button>
  );
}
