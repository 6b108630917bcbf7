import { Button } from '@mantine/core';
import { actions } from '../../session/actions';
import { useSession } from '../../session/store';
import { endBranch, useTimeline } from '../../session/timeline';
import { exact, plural, rating, signed } from '../../ui/format';
import { RankSlopes } from '../review/RankSlopes';
import { StateStrip } from '../review/StateStrip';
import { WordChanges } from '../review/WordChanges';
import classes from './Timeline.module.css';

const lengthOf = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((sum, value, d) => sum + (value - b[d]) ** 2, 0));

/** A what-if branch: everything from here on is compared with the log as it was. */
export function Branch() {
  const branch = useTimeline((s) => s.branch);
  const comparison = useTimeline((s) => s.comparison);
  const log = useSession((s) => s.history.present);
  const at = useSession((s) => s.at);
  const item = useSession((s) => s.view?.item?.summary.name);
  if (!branch)
    return (
      <section className="card" aria-label="What if">
        <h2>What if?</h2>
        <p className="soft">
          Branch here, then change what you like or go to another moment, and see both side by side. Keep the
          branch or drop it.
        </p>
        <Button
          mt={8}
          size="compact-md"
          color="drex"
          variant="light"
          onClick={actions.branch.perform}
          data-testid="branch"
        >
          Branch from here
        </Button>
      </section>
    );
  const since = log.length - branch.log.length;
  const elsewhere = at !== branch.at;
  return (
    <section className="card" aria-label="What if" data-testid="branch-open">
      <h2>
        {since > 0
          ? `What if: ${plural(since, 'change')} since the branch`
          : elsewhere
            ? 'Two moments of the same log'
            : 'What if: nothing changed yet'}
      </h2>
      <div className={classes.verbs}>
        <Button size="compact-sm" color="drex" onClick={() => endBranch(true)} data-testid="branch-keep">
          Keep
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => endBranch(false)}
          data-testid="branch-drop"
        >
          Drop
        </Button>
      </div>
      {comparison && (
        <div data-testid="comparison">
          <p className="soft">
            Left or before: as it was where the branch began. Right or after: as it is shown now. The person’s
            embedding lies{' '}
            <strong title={exact(lengthOf(comparison.person.before, comparison.person.after))}>
              {lengthOf(comparison.person.before, comparison.person.after).toFixed(3)}
            </strong>{' '}
            apart.{' '}
            {comparison.prediction && item && (
              <>
                {item}: {rating(comparison.prediction.before.rating)} →{' '}
                {rating(comparison.prediction.after.rating)} (
                {signed(comparison.prediction.after.rating - comparison.prediction.before.rating)}).
              </>
            )}
          </p>
          <StateStrip change={comparison.person} />
          <WordChanges title="Words of the person" changes={comparison.personWords} />
          <h3>Ranks</h3>
          <RankSlopes ranks={comparison.ranks} />
        </div>
      )}
    </section>
  );
}
