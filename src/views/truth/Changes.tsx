import type { MaskingChange } from '../../engine/api';
import { exact, signedThousandths, thousandths } from '../../ui/format';

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

/** The three measured changes. */
export const Changes = ({ change }: { change: MaskingChange }) => (
  <>
    <td title={exact(change.rating)}>{signedThousandths(change.rating)}</td>
    <td title={exact(change.features)}>{thousandths(change.features)}</td>
    <td title={exact(change.state)}>{thousandths(change.state)}</td>
  </>
);
