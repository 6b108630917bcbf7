import { Button, Group } from '@mantine/core';
import { IconFileZip, IconFolderOpen } from '@tabler/icons-react';
import { isOfKind } from '../../engine/engineError';
import { actions } from '../../session/actions';
import { openOwnFolder, openOwnZip } from '../../session/ownSet';
import { useVerb } from '../../session/part';
import type { Failure } from '../../session/session';
import { Fold } from '../../ui/Fold';

/** Whether a start failed because the address means a data set that somebody opened in another browser. */
export const isOwnMissing = ({ of, error }: Failure): boolean =>
  of === 'start' && isOfKind(error, 'data') && error.why.problem.is === 'not-here';

/** Says what such a link needs and why it is not here, and takes it where somebody has it. */
export function OwnSetMissing() {
  const folder = useVerb(openOwnFolder);
  const zip = useVerb(openOwnZip);
  const others = useVerb(actions.datasets.perform);
  return (
    <section className="card alone" role="alert" data-testid="own-missing">
      <h2>This link needs a data set that you do not have yet</h2>
      <p>
        Somebody opened it from their own computer, and it stays in their browser: a link does not carry it
        along.
      </p>
      <p>
        Ask whoever sent the link for the folder of the data set, or for a zip of it, and open that here. If
        it was you, open yours once more: this browser no longer has it.
      </p>
      <Group gap="sm">
        <Button size="sm" variant="filled" leftSection={<IconFolderOpen size={16} />} onClick={folder}>
          Open the folder
        </Button>
        <Button size="sm" leftSection={<IconFileZip size={16} />} onClick={zip}>
          Open a zip of it
        </Button>
        <Button size="sm" variant="subtle" onClick={others}>
          Other data sets
        </Button>
      </Group>
      <Fold summary="How?">
        <p>
          <code translate="no">dataset=own</code> in the address means the one data set that this browser
          keeps. It keeps none: none was opened here, or it was removed, or the browser has cleared it, as a
          private window does when it closes.
        </p>
        <p>
          What you open is checked file by file, then kept on this device; nothing is sent anywhere. The
          person and the reviews of the link stay in its address and come back with the data set.
        </p>
      </Fold>
    </section>
  );
}
