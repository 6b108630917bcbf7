import type { FeedbackRun } from '../../engine/questions/feedbackLoop';
import { saysOnly } from '../../ui/cell';
import { Fold } from '../../ui/Fold';
import { given as written } from '../../ui/format';
import { Table } from '../../ui/Table';
import { RatingChip } from '../shared/RatingChip';

/** What was taken, round by round. */
export function LoopPicks({ picks }: Pick<FeedbackRun, 'picks'>) {
  return (
    <Fold summary="What was taken, round by round">
      <Table
        scroll="Rounds"
        spoken="Always the first recommendation, and its rating"
        heads={['round', 'first recommendation', 'predicted rating', 'given']}
        words={2}
      >
        <tbody>
          {picks.map(({ item, itemName, predicted, given }, k) => (
            <tr key={item} data-testid="loop-pick" data-item={item}>
              <td>{k + 1}</td>
              <th scope="row">{itemName}</th>
              <td {...saysOnly(predicted)}>
                <RatingChip value={predicted} predicted />
              </td>
              <td>{written(given)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Fold>
  );
}
