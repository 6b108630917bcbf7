import { useEffect, useRef } from 'react';
import type { Difference } from '../../engine/api';
import { useSession } from '../../session/store';
import { exact, milliseconds, rating, signed } from '../../ui/format';
import { Term } from '../../ui/Term';
import { RankSlopes } from './RankSlopes';
import classes from './Review.module.css';
import { StateMove } from './StateMove';
import { slopesOf } from './slopes';
import { WordChanges } from './WordChanges';

function headline(d: Difference): string {
  const change = d.prediction.after.rating - d.prediction.before.rating;
  const moved = slopesOf(d.ranks).filter(
    ({ direction }) => direction === 'rose' || direction === 'fell',
  ).length;
  const stars =
    Math.abs(change) < 0.005
      ? 'left the prediction where it was'
      : `moved the prediction by ${signed(change)} stars`;
  const top =
    moved === 0 ? 'left the order at the top' : `changed ${moved} of ${d.ranks.length} places at the top`;
  return `This review ${stars} and ${top}`;
}

/** What one simulated review changed. */
export function DifferencePanel() {
  const d = useSession((s) => s.difference);
  const elapsed = useSession((s) => s.elapsed);
  const panel = useRef<HTMLElement>(null);
  const key = d?.event.key;
  // What a review did is below the form that made it: bring it into sight once, when it is new.
  useEffect(() => {
    if (key) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [key]);
  if (!d) return null;
  const { before, after } = d.prediction;
  return (
    <section
      ref={panel}
      className={`card ${classes.difference}`}
      aria-label="What changed"
      data-testid="difference"
    >
      <h2 aria-live="polite">{headline(d)}</h2>
      <p className="soft">
        {d.personSummary.label} on {d.itemSummary.name}.
        {elapsed !== null && ` This screen was recomputed in ${milliseconds(elapsed)}.`}
      </p>
      <div className={classes.moves}>
        <StateMove
          title="The person’s embedding"
          change={d.person}
          hue="person"
          of={{ side: 'user', key: d.event.key }}
        />
        <StateMove
          title="The item’s embedding"
          change={d.item}
          hue="item"
          of={{ side: 'item', key: d.event.key }}
        />
      </div>
      <div
        className={classes.prediction}
        data-testid="difference-prediction"
        data-before={before.raw}
        data-after={after.raw}
      >
        <span>Predicted rating of this pair</span>
        <strong title={exact(before.raw)}>{rating(before.rating)}</strong>
        <span>→</span>
        <strong title={exact(after.raw)}>{rating(after.rating)}</strong>
        <span className="soft">
          person’s <Term name="bias" /> {signed(after.userBias - before.userBias)}, item’s bias{' '}
          {signed(after.itemBias - before.itemBias)}, <Term name="match" />{' '}
          {signed(after.dot + after.mlp - before.dot - before.mlp)}
        </span>
      </div>
      <div className={classes.moves}>
        <WordChanges title="Words of the person" changes={d.personWords} />
        <WordChanges title="Words of the item" changes={d.itemWords} />
      </div>
      <h3>Ranks before and after, among all that the person has not reviewed</h3>
      <RankSlopes ranks={d.ranks} />
    </section>
  );
}
