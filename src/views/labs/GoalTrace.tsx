import type { GoalRequest, GoalStart, GoalStep } from '../../engine/questions/goalSeek';
import { useSession } from '../../session/part';
import { saysOnly } from '../../ui/cell';
import { count, hundredths } from '../../ui/format';
import { NumberCell, Table } from '../../ui/Table';
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
  const rows = [{ ...start, text: 'As it is' }].concat(
    steps.map(({ change, ...stands }) => ({ ...stands, text: changeText(change, aspects ?? []) })),
  );
  return (
    <Table
      scroll="Steps"
      spoken="Steps of the search"
      heads={['step', 'change', 'place', 'choice score', 'predicted rating']}
      words={2}
    >
      <tbody>
        {rows.map(({ text, rank, choice, rating }, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only added
          <tr key={k} data-testid="goal-step" data-rank={rank} data-top={rank <= asked.place}>
            <td>{k}</td>
            <th scope="row">{text}</th>
            <td>{count(rank)}</td>
            <NumberCell of={choice} as={hundredths} />
            <td {...saysOnly(rating)}>
              <RatingChip value={rating} predicted />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
