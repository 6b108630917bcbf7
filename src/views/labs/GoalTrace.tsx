import type { GoalRequest, GoalStart, GoalStep } from '../../engine/questions/goalSeek';
import { useSession } from '../../session/part';
import { DataTable } from '../../ui/figure/DataTable';
import { count, hundredths } from '../../ui/format';
import { RatingChip } from '../shared/RatingChip';
import classes from './Labs.module.css';
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
    <DataTable
      title="Steps of the search"
      scroll="Steps"
      words={2}
      named={1}
      rows={rows}
      row={({ rank }) => ({ 'data-testid': 'goal-step', 'data-rank': rank, 'data-top': rank <= asked.place })}
      columns={[
        { head: 'step', value: (_, k) => k },
        { head: 'change', value: ({ text }) => text },
        { head: 'place', value: ({ rank }) => rank, as: count },
        { head: 'choice score', value: ({ choice }) => choice, as: hundredths },
        {
          head: 'predicted rating',
          className: classes.wide,
          value: ({ rating }) => rating,
          show: ({ rating }) => <RatingChip value={rating} predicted />,
        },
      ]}
    />
  );
}
