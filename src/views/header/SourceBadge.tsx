import { Popover } from '@mantine/core';
import { isAltered } from '../../engine/alterations';
import type { Stage } from '../../engine/start';
import { useSession } from '../../session/part';
import { count, milliseconds, scientific, wholePercent } from '../../ui/format';
import classes from './Header.module.css';

/** What is done behind the first list. */
const WORDS: { readonly [stage in Stage]?: string } = { vectors: 'loading', replay: 'replaying' };

/** Whether the numbers come from shipped states or from a replay on this machine. */
export function SourceBadge() {
  const source = useSession((s) => s.view?.source ?? 'stored');
  const progress = useSession((s) => s.progress);
  const replay = useSession((s) => s.replay);
  const altered = useSession((s) => isAltered(s.history.present));
  const doing = progress && WORDS[progress.stage];
  const share = doing && progress.total > 0 ? progress.done / progress.total : null;
  return (
    <Popover width={320} withArrow trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button
          type="button"
          className={classes.badge}
          data-testid="source-badge"
          data-source={source}
          data-altered={altered}
        >
          <span className={classes.dot} data-kind={altered ? 'altered' : source} />
          {source === 'live' ? 'live' : 'stored'}
          {altered && ' · altered'}
          {source === 'stored' && share !== null && ` · ${doing} ${wholePercent(share)}`}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {altered && (
          <p className="soft" style={{ marginBottom: 8 }}>
            The model, or what it is given, has been altered on this page: numbers are not those of the
            trained model on this data.
          </p>
        )}
        {replay ? (
          <p className="soft">
            All {count(replay.interactions)} interactions were replayed through the model on this machine in{' '}
            {milliseconds(replay.milliseconds)}. The states differ from the shipped ones (stored with 16 bits)
            by at most{' '}
            <span data-testid="replay-difference" data-value={replay.largestDifference}>
              {scientific(replay.largestDifference)}
            </span>
            .
          </p>
        ) : (
          <p className="soft">
            The numbers come from the states that ship with the data. All interactions are being replayed on
            this machine; then the numbers are live.
          </p>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
