import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { deletedIn, reviewsIn } from '../../engine/edits';
import { useAct, useSession } from '../../session/part';
import { removeReview, showDifference } from '../../session/verbs';
import { count, plural } from '../../ui/format';
import { RatingChip } from '../shared/RatingChip';
import classes from './Review.module.css';

/** Reviews that are listed unasked; a table of somebody's own may bring thousands. */
const LISTED = 30;

/** Everything that was written here, but for the one review whose difference is on the screen: to look at again, or to take back; the latest, and all on request. */
export function SimulatedList() {
  const act = useAct();
  const present = useSession((s) => s.history.present);
  const log = useMemo(() => {
    const deleted = deletedIn(present);
    return reviewsIn(present).filter(({ key }) => !deleted.has(key));
  }, [present]);
  const shown = useSession((s) => s.shown);
  const written = useSession((s) => s.view?.written);
  const names = useMemo(() => new Map(written?.map((one) => [one.key, one])), [written]);
  const [all, setAll] = useState(false);
  // A single one that is told of just above would be said twice.
  if (log.every(({ key }) => key === shown)) return null;
  const listed = all ? log : log.slice(-LISTED);
  const others = log.length - listed.length;
  return (
    <section className="card" aria-label="Reviews written here">
      <h2>{plural(log.length, 'review')} written here</h2>
      {others > 0 && (
        <p className="soft">
          The latest {listed.length}.{' '}
          <button type="button" className="text-button" onClick={() => setAll(true)}>
            Show the {count(others)} before them
          </button>
        </p>
      )}
      <ul className="list" style={{ marginTop: 8, gap: 6 }}>
        {listed.map((s) => (
          <li key={s.key} className={classes.simulated} data-current={s.key === shown}>
            <span>
              {names.get(s.key)?.person ?? s.person} on {names.get(s.key)?.item ?? '…'}{' '}
              {s.rating !== null && <RatingChip value={s.rating} />}
              <span className="soft" style={{ display: 'block' }}>
                {s.text ? `“${s.text.length > 90 ? `${s.text.slice(0, 90)}…` : s.text}”` : 'no text'}
              </span>
            </span>
            <span style={{ whiteSpace: 'nowrap' }}>
              <Button variant="subtle" onClick={() => act(showDifference(s.key))}>
                Show difference
              </Button>
              <Button variant="subtle" color="gray" onClick={() => act(removeReview(s.key))}>
                Delete
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
