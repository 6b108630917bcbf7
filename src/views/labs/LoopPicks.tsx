import type { FeedbackRun } from '../../engine/questions/feedbackLoop';
import { saysOnly } from '../../ui/cell';
import { Fold } from '../../ui/Fold';
import { given as written } from '../../ui/format';
import { RatingChip } from '../shared/RatingChip';
import classes from './Labs.module.css';

/** What was taken, round by round. */
export function LoopPicks({ picks }: Pick<FeedbackRun, 'picks'>) {
  return (
    <Fold summary="What was taken, round by round" className={classes.fold}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className={classes.wide} tabIndex={0} aria-label="Rounds">
        <table className={classes.trace}>
          <caption className="visually-hidden">Always the first recommendation, and its rating</caption>
          <thead>
            <tr>
              <th scope="col">round</th>
              <th scope="col">first recommendation</th>
              <th scope="col">predicted rating</th>
              <th scope="col">given</th>
            </tr>
          </thead>
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
        </table>
      </section>
    </Fold>
  );
}
