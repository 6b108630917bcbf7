import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { keepPage, lookAtKept, sortKept, takeNewer, useOffline } from '../../../session/offline';
import { useAct, useVerb } from '../../../session/part';
import { megabytes } from '../../../ui/format';
import classes from './Offline.module.css';
import { STANDING } from './words';

/** Whether the page works without a network, how large it is, and the new version of it that waits. */
export function OfflineStanding() {
  const act = useAct();
  const take = useVerb(takeNewer);
  const standing = useOffline((s) => s.standing);
  const kept = useOffline((s) => s.kept);
  const newer = useOffline((s) => s.newer !== null);
  useEffect(() => {
    act(keepPage);
    void act(lookAtKept);
  }, [act]);
  return (
    <>
      <p role="status" data-testid="offline-standing" data-standing={standing}>
        {standing === 'ready' ? (
          <>
            <strong>Works offline: ready ✓</strong>{' '}
            <span className="soft">
              {kept && `${megabytes(sortKept(kept).all)} are kept on this device; nothing has to be loaded.`}
            </span>
          </>
        ) : (
          STANDING[standing]
        )}
      </p>
      {newer && (
        <p className={classes.newer}>
          A new version of this page is there.{' '}
          <Button size="sm" onClick={take}>
            Load it now
          </Button>
        </p>
      )}
    </>
  );
}
