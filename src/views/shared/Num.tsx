import type { NumberRef } from '../../engine/openedNumber';
import { openNumber } from '../../session/number';
import { useAct } from '../../session/part';
import { exact } from '../../ui/format';

interface Props {
  /** What it opens into. */
  readonly open: NumberRef;
  /** With all digits, for the title; left out where the text has them. */
  readonly value?: number | undefined;
  readonly children: React.ReactNode;
}

/** A number that opens into the formula that made it. */
export function Num({ open, value, children }: Props) {
  const act = useAct();
  return (
    <button
      type="button"
      className="num"
      title={`${value === undefined ? '' : `${exact(value)}. `}How was this computed?`}
      onClick={() => act(openNumber(open))}
      data-testid="num"
      data-of={open.of}
    >
      {children}
    </button>
  );
}
