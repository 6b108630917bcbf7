import { Alert, Button } from '@mantine/core';
import { useEffect } from 'react';
import { keepPage, putOffNewer, takeNewer, useOffline } from '../../session/offline';
import { useAct, useVerb } from '../../session/part';
import classes from './OfflineNotes.module.css';

/** Once nothing else is to be done, for at most so long; in milliseconds. */
const IDLE = { timeout: 5000 };

/**
 * What is said of the network: that it is away, in one quiet line, and that a new version of the page is there. In a lesson the
 * latter waits in the menu until somebody looks there: nothing changes under a class.
 */
export default function OfflineNotes({ inLesson }: { readonly inLesson: boolean }) {
  const act = useAct();
  const take = useVerb(takeNewer);
  const wait = useVerb(putOffNewer);
  const online = useOffline((s) => s.online);
  const ready = useOffline((s) => s.standing === 'ready');
  const asks = useOffline((s) => s.newer !== null && !s.putOff) && !inLesson;
  useEffect(() => {
    // Safari has no such call.
    if ('requestIdleCallback' in window) requestIdleCallback(() => act(keepPage), IDLE);
    else setTimeout(() => act(keepPage));
  }, [act]);
  return (
    <>
      {!online && (
        <p role="status" className={classes.away} data-testid="offline-note">
          You are offline; {ready ? 'what is kept here works.' : 'what is open here goes on.'}
        </p>
      )}
      {asks && (
        <Alert data-testid="newer-version">
          <span className={classes.newer}>
            A new version of this page is there. What you wrote stays.
            <Button onClick={take}>Load it now</Button>
            <Button variant="subtle" onClick={wait}>
              Later
            </Button>
          </span>
        </Alert>
      )}
    </>
  );
}
