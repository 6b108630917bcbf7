import { sortKept, useOffline } from '../../session/offline';
import { useTeach } from '../../session/teach';
import { megabytes, plural } from '../../ui/format';
import { OfflineSets } from '../shared/offline/OfflineSets';
import { OfflineStanding } from '../shared/offline/OfflineStanding';
import classes from './Teach.module.css';

/** What of it all works without a network, and how large that is. */
export function Offline() {
  return (
    <section className="card" aria-label="Works offline" data-testid="teach-offline">
      <h2>6 · Without a network</h2>
      <p className="soft">
        A device that opened a lesson once keeps the page, the lessons and the teas, and needs no network from
        then on. Let your class open the link once where there is one, the day before.
      </p>
      <OfflineStanding />
      <What />
      <OfflineSets />
    </section>
  );
}

/** What is kept on this device, and which lesson is not. */
function What() {
  const files = useOffline((s) => s.kept);
  const index = useTeach((s) => s.index);
  if (!files || !index) return null;
  const kept = sortKept(files);
  const missing = index.filter(({ id }) => !kept.lessonIds.includes(id));
  const sets = new Set(index.map(({ dataset }) => dataset).filter((id) => !(id in kept.sets)));
  return (
    <>
      <dl className={classes.kept}>
        <dt>The page with {plural(index.length - missing.length, 'lesson')}</dt>
        <dd>{megabytes(kept.page + kept.lessons)}</dd>
      </dl>
      {missing.length > 0 && (
        <p className="soft">Not kept: {missing.map(({ title }) => `“${title}”`).join(', ')}.</p>
      )}
      {sets.size > 0 && (
        <p className="soft">
          Some lessons need a data set that is not kept yet: {[...sets].join(', ')}. Keep it below.
        </p>
      )}
    </>
  );
}
