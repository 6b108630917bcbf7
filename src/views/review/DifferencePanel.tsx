import { useEffect, useRef } from 'react';
import { LIST_LENGTH, useSession } from '../../session/store';
import { exact, milliseconds, moveOf, rating } from '../../ui/format';
import { Term } from '../../ui/Term';
import { RankSlopes } from './RankSlopes';
import classes from './Review.module.css';
import { StateMove } from './StateMove';
import { differenceTitle } from './sentences';
import { WordChanges } from './WordChanges';

/** What one simulated review changed. */
export function DifferencePanel() {
  const d = useSession((s) => s.view?.change);
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
      <h2 aria-live="polite">{differenceTitle(d, LIST_LENGTH)}</h2>
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
        <span>Predicted rating before this review</span>
        <strong title={exact(before.raw)}>{rating(before.rating)}</strong>
        <span>→ and with it counted</span>
        <strong title={exact(after.raw)}>{rating(after.rating)}</strong>
        <span className="soft">
          person’s <Term name="bias" /> {moveOf(before.userBias, after.userBias).change}, item’s bias{' '}
          {moveOf(before.itemBias, after.itemBias).change}, <Term name="match" />{' '}
          {moveOf(before.dot + before.mlp, after.dot + after.mlp).change}
        </span>
      </div>
      <div className={classes.moves}>
        <WordChanges title="Words of the person" changes={d.personWords} />
        <WordChanges title="Words of the item" changes={d.itemWords} />
      </div>
      <h3>Places before and after, among what the person has not reviewed</h3>
      <RankSlopes ranks={d.ranks} />
    </section>
  );
}
