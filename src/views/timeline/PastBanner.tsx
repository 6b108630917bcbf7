import { actions } from '../../session/actions';
import { useSession } from '../../session/part';
import { ActionButton } from '../shared/ActionButton';
import { alterationWords } from '../shared/alterationWords';
import { useUsersNoun } from '../shared/useKind';
import classes from './Timeline.module.css';

/** Says, on every view, that what is shown is not the present, or not what the trained model makes of the data. */
export function PastBanner() {
  const at = useSession((s) => s.at);
  const log = useSession((s) => s.history.present);
  const items = useSession((s) => s.start?.dataset.itemNoun.many ?? 'items');
  const altered = alterationWords(log, items, useUsersNoun().many);
  if (at === null && altered.length === 0) return null;
  return (
    <div className={classes.banner} role="status" data-testid="past-banner">
      {at !== null && (
        <>
          <span>
            <strong>You look at the past.</strong> Everything is shown as it stood then.
          </span>
          <ActionButton of={actions.present}>To the present</ActionButton>
        </>
      )}
      {altered.length > 0 && (
        <>
          <span data-testid="altered">
            <strong>The model is altered:</strong> {altered.join('; ')}.
          </span>
          <ActionButton of={actions.unalter} data-testid="banner-unalter">
            Take it back
          </ActionButton>
        </>
      )}
    </div>
  );
}
