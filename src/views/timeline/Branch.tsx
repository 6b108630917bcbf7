import { Button } from '@mantine/core';
import { actions } from '../../session/actions';
import { useAct, useSession } from '../../session/part';
import { endBranch, useTimeline } from '../../session/timeline';
import { plural } from '../../ui/format';
import { ActionButton } from '../shared/ActionButton';

/** A what-if branch: everything from here on is compared with the log as it was. */
export function Branch() {
  const act = useAct();
  const branch = useTimeline((s) => s.branch);
  const log = useSession((s) => s.history.present);
  const at = useSession((s) => s.at);
  if (!branch)
    return (
      <section className="card" aria-label="What if">
        <h2>What if?</h2>
        <p className="soft">
          Branch here, then change what you like or go to another moment, and see both side by side. Keep the
          branch or drop it.
        </p>
        <ActionButton of={actions.branch} mt={8} size="compact-md" variant="light">
          Branch from here
        </ActionButton>
      </section>
    );
  const since = log.length - branch.log.length;
  const elsewhere = at !== branch.at;
  return (
    <section className="card" aria-label="What if">
      <h2>
        {since > 0
          ? `What if: ${plural(since, 'change')} since the branch`
          : elsewhere
            ? 'Two moments of the same log'
            : 'What if: nothing changed yet'}
      </h2>
      <div className="verbs">
        <Button variant="filled" onClick={() => act(endBranch(true))}>
          Keep
        </Button>
        <Button onClick={() => act(endBranch(false))} data-testid="branch-drop">
          Drop
        </Button>
      </div>
      <p className="soft">The comparison below shows where the branch began beside what is shown now.</p>
    </section>
  );
}
