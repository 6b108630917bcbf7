import type { NumberRef } from '../../engine/openedNumber';
import type { MaskingChange } from '../../engine/questions/faithfulness';
import { saysOnly } from '../../ui/cell';
import { exact, signedThousandths, thousandths } from '../../ui/format';
import { Num } from '../shared/Num';

/** Heads of attention and of the three measured changes. */
export const ChangeHeads = ({ of }: { of: string }) => (
  <tr>
    <th scope="col">{of}</th>
    <th scope="col">Attention</th>
    <th scope="col">Predicted rating, stars</th>
    <th scope="col">Features ‖Δx‖</th>
    <th scope="col">Person’s state ‖Δu‖</th>
  </tr>
);

interface Props {
  readonly change: MaskingChange;
  /** What the change of the rating opens into, where it does. */
  readonly open?: NumberRef;
}

/** The three measured changes. */
export const Changes = ({ change, open }: Props) => (
  <>
    <td title={exact(change.rating)} {...saysOnly(change.rating)}>
      {open ? (
        <Num open={open} value={change.rating}>
          {signedThousandths(change.rating)}
        </Num>
      ) : (
        signedThousandths(change.rating)
      )}
    </td>
    <td title={exact(change.features)} {...saysOnly(change.features)}>
      {thousandths(change.features)}
    </td>
    <td title={exact(change.state)} {...saysOnly(change.state)}>
      {thousandths(change.state)}
    </td>
  </>
);
