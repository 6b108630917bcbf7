import type { GoalRequest, GoalStart, GoalStep } from '../../engine/questions/goalSeek';
import { useSession } from '../../session/part';
import { saysOnly } from '../../ui/cell';
import { count } from '../../ui/format';
import { Table } from '../../ui/Table';
import { RatingChip } from '../shared/RatingChip';
import { changeText } from './sentences';

interface Props {
  readonly start: GoalStart;
  readonly steps: readonly GoalStep[];
  readonly asked: GoalRequest;
}

/** What was changed, step by step, and where the goal stood after each. */
export function GoalTrace({ start, steps, asked }: Props) {
  const aspects = useSession((s) => s.start?.dataset.aspects);
  const rows = [{ text: 'As it is', rank: start.rank, rating: start.rating }].concat(
    steps.map(({ change, rank, rating }) => ({ text: changeText(change, aspects ?? []), rank, rating })),
  );
  return (
    <Table
      scroll="Steps"
      spoken="Steps of the search"
      heads={['step', 'change', 'place', 'predicted rating']}
      words={2}
    >
      <tbody>
        {rows.map(({ text, rank, rating }, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only added
          <tr key={k} data-testid="goal-step" data-rank={rank} data-top={rank <= asked.place}>
            <td>{k}</td>
            <th scope="row">{text}</th>
            <td>{count(rank)}</td>
            <td {...saysOnly(rating)}>
              <RatingChip value={rating} predicted />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
