import { useSession } from '../../session/part';
import { given } from '../../ui/format';
import { Term } from '../../ui/Term';
import { likedAt } from './sentences';
import classes from './Timeline.module.css';

/** What the rows of the marks measure, in which units, and what their colours mean: a part of the figure, saved with it. */
export function MarksKey({ sizing }: { sizing: 'left' | 'without' }) {
  const dataset = useSession((s) => s.start?.dataset);
  if (!dataset) return null;
  const { min, max } = dataset.rating;
  const mean = Math.round(10 * dataset.meanRating) / 10;
  return (
    <p className="soft" style={{ marginTop: 8 }}>
      {sizing === 'left' ? (
        <>
          <b>left</b>: share of all that is left today, as an area
        </>
      ) : (
        <>
          <b>without it</b>: how far the embedding would be from where it is, as an area
        </>
      )}{' '}
      · <b>moved</b>: how far the state moved, in its own units · <b>kept</b>: mean{' '}
      <Term name="update gate" />, 0 to 1 · <b>seen</b>: mean <Term name="reset gate" />, 0 to 1 · reviews
      from the oldest to the newest · colour: rating{' '}
      {[min, mean, max].map((value) => (
        <span key={value} className={classes.key}>
          <span style={{ background: likedAt(value, dataset) }} /> {given(value)}
          {value === mean && ', the mean'}
        </span>
      ))}
    </p>
  );
}
