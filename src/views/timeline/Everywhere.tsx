import { Group } from '@mantine/core';
import { editsIn, reviewsIn } from '../../engine/edits';
import { actions } from '../../session/actions';
import { useSession } from '../../session/part';
import { plural } from '../../ui/format';
import { ActionButton } from '../shared/ActionButton';
import { ModalitySwitches } from '../shared/ModalitySwitches';

/** What holds for the whole log: modalities taken from everybody, and the way back. */
export function Everywhere() {
  const log = useSession((s) => s.history.present);
  const reviews = reviewsIn(log).length;
  const edits = editsIn(log).length;
  return (
    <section className="card" aria-label="For everybody">
      <h2>For everybody at once</h2>
      <p className="soft">
        Switched off, it is as if nobody had ever given it: the whole log is replayed without it.
      </p>
      <div className="verbs">
        <ModalitySwitches testId="everywhere" />
      </div>
      <Group gap={10} justify="space-between">
        <span className="soft">
          {reviews + edits === 0
            ? 'Nothing has been changed.'
            : `${plural(reviews, 'review')} written, ${plural(edits, 'edit')} made.`}
        </span>
        <ActionButton of={actions.reset} disabled={log.length === 0}>
          Take all back
        </ActionButton>
      </Group>
    </section>
  );
}
