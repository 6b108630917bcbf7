import type { TimelineEntry } from '../../engine/questions/timeline';
import { useAct, useSession } from '../../session/part';
import { pick, sideIn, useTimeline } from '../../session/timeline';
import { Drawing } from '../../ui/figure/Drawing';
import { count, plural, wholePercent } from '../../ui/format';
import { faded, heaviestHalf } from '../shared/half';
import { halfFigure } from './figures';
import { likedAt } from './sentences';
import classes from './Timeline.module.css';

/** More would leave no room for a name. */
const MOST = 5;

/**
 * What is left of all reviews as one bar: the heaviest, that hold half of it, one by one, and the others together. Laid out by
 * hand, as each part is a button.
 */
export function HalfBar({ entries }: { entries: readonly TimelineEntry[] }) {
  const act = useAct();
  const side = useSession(sideIn);
  const picked = useTimeline((s) => s.picked);
  const dataset = useSession((s) => s.start?.dataset);
  const happened = entries.filter((one) => one.happened);
  if (!dataset || happened.length < 2 || faded(happened)) return null;
  const half = heaviestHalf(happened);
  const shown = half.slice(0, MOST);
  const shareOf = (some: readonly TimelineEntry[]) => some.reduce((sum, { share }) => sum + share, 0);
  const more = half.slice(MOST);
  const inHalf = shareOf(half);
  const together = [
    { what: `${count(more.length)} more make the half`, n: more.length, share: shareOf(more) },
    {
      what: plural(happened.length - half.length, 'other review'),
      n: happened.length - half.length,
      share: 1 - inHalf,
    },
  ].filter(({ n }) => n > 0);
  const nameOf = (one: TimelineEntry) => (side === 'user' ? one.itemName : one.personLabel);
  return (
    <Drawing
      title="The reviews that hold half of what is left"
      summary={shown.map((one) => `${nameOf(one)} ${wholePercent(one.share)}`).join(', ')}
      rows={shown}
      columns={[
        { head: 'review', value: nameOf },
        { head: 'share of what is left', value: ({ share }) => share },
      ]}
      bars={() => halfFigure({ shown, together, nameOf, dataset })}
    >
      <ol className={classes.half} data-testid="half">
        {shown.map((one) => (
          <li key={one.key} style={{ flexGrow: one.share }}>
            <button
              type="button"
              className="plain-button"
              aria-pressed={one.key === picked}
              title={`${nameOf(one)}: ${wholePercent(one.share)} of what is left`}
              onClick={() => act(pick(one.key))}
              style={
                {
                  '--part': likedAt(one.rating, dataset),
                } as React.CSSProperties
              }
            >
              <span className={classes.name}>{nameOf(one)}</span>
              <span>{wholePercent(one.share)}</span>
            </button>
          </li>
        ))}
        {together.map(({ what, share }) => (
          <li key={what} style={{ flexGrow: share }} data-rest="true">
            <span className={classes.name}>{what}</span>
            <span>{wholePercent(share)}</span>
          </li>
        ))}
      </ol>
    </Drawing>
  );
}
