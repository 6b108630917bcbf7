import type { NumberRef } from '../../engine/openedNumber';
import type { MaskingChange } from '../../engine/questions/faithfulness';
import { signedThousandths, thousandths } from '../../ui/format';
import { NumberCell } from '../../ui/Table';
import { Num } from '../shared/Num';

/** Heads of attention and of the three measured changes. */
export const changeHeads = (of: string): string[] => [
  of,
  'Attention',
  'Predicted rating, stars',
  'Features ‖Δx‖',
  'Person’s state ‖Δu‖',
];

interface Props {
  readonly change: MaskingChange;
  /** What the change of the rating opens into, where it does. */
  readonly open?: NumberRef;
}

/** The three measured changes. */
export const Changes = ({ change, open }: Props) => (
  <>
    <NumberCell of={change.rating} as={signedThousandths}>
      {open && (
        <Num open={open} value={change.rating}>
          {signedThousandths(change.rating)}
        </Num>
      )}
    </NumberCell>
    <NumberCell of={change.features} as={thousandths} />
    <NumberCell of={change.state} as={thousandths} />
  </>
);
