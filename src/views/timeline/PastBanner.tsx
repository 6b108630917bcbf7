import { Button } from '@mantine/core';
import { mutedIn } from '../../engine/edits';
import { actions } from '../../session/actions';
import { useSession } from '../../session/store';
import classes from './Timeline.module.css';

/** Says, on every view, that what is shown is not the present or not the data as it is. */
export function PastBanner() {
  const at = useSession((s) => s.at);
  const log = useSession((s) => s.history.present);
  const muted = [...mutedIn(log)];
  if (at === null && muted.length === 0) return null;
  return (
    <div className={classes.banner} role="status" data-testid="past-banner">
      {at !== null && (
        <span>
          <strong>You look at the past.</strong> Everything is shown as it stood then.
        </span>
      )}
      {muted.length > 0 && (
        <span>
          <strong>Switched off for everybody:</strong> {muted.join(', ')}.
        </span>
      )}
      {at !== null && (
        <Button size="compact-sm" variant="default" onClick={actions.present.perform}>
          To the present
        </Button>
      )}
    </div>
  );
}
