import type { FeedbackRun } from '../../engine/questions/feedbackLoop';
import { Fold } from '../../ui/Fold';
import { DataTable } from '../../ui/figure/DataTable';
import { given as written } from '../../ui/format';
import { RatingChip } from '../shared/RatingChip';

/** What was taken, round by round. */
export function LoopPicks({ picks }: Pick<FeedbackRun, 'picks'>) {
  return (
    <Fold summary="What was taken, round by round">
      <DataTable
        title="Always the first recommendation, and its rating"
        scroll="Rounds"
        words={2}
        named={1}
        rows={picks}
        keyOf={({ item }) => item}
        row={({ item }) => ({ 'data-testid': 'loop-pick', 'data-item': item })}
        columns={[
          { head: 'round', value: (_, k) => k + 1 },
          { head: 'first recommendation', value: ({ itemName }) => itemName },
          {
            head: 'predicted rating',
            value: ({ predicted }) => predicted,
            show: ({ predicted }) => <RatingChip value={predicted} predicted />,
          },
          { head: 'given', value: ({ given }) => given, as: written },
        ]}
      />
    </Fold>
  );
}
