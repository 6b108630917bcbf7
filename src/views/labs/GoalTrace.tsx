import type { GoalRequest, GoalStart, GoalStep } from '../../engine/questions/goalSeek';
import { useSession } from '../../session/store';
import { saysOnly } from '../../ui/cell';
import { count } from '../../ui/format';
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
  const rows = [{ text: 'As it is', rank: start.rank, rating: start.rating }].concat(
    steps.map(({ change, rank, rating }) => ({ text: changeText(change, aspects ?? []), rank, rating })),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={classes.wide} tabIndex={0} aria-label="Steps">
      <table className={classes.trace}>
        <caption className="visually-hidden">Steps of the search</caption>
        <thead>
          <tr>
            <th scope="col">step</th>
            <th scope="col">change</th>
            <th scope="col">place</th>
            <th scope="col">predicted rating</th>
          </tr>
        </thead>
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
      </table>
    </section>
  );
}
