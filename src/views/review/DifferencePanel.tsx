import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { partsOf } from '../../engine/choice';
import { lookInto } from '../../session/microscope';
import { useAct, useSession } from '../../session/part';
import { removeReview } from '../../session/verbs';
import { LIST_LENGTH } from '../../session/view';
import { Fold } from '../../ui/Fold';
import { exact, hundredths, milliseconds, moveOf, rating } from '../../ui/format';
import { Term } from '../../ui/Term';
import { RankSlopes } from '../change/RankSlopes';
import { StateMove } from '../change/StateMove';
import { WordChanges } from '../change/WordChanges';
import { useItemNoun, useKind } from '../shared/useKind';
import classes from './Review.module.css';
import { differenceTitle } from './sentences';

/** What one review that was written here changed. */
export default function DifferencePanel() {
  const act = useAct();
  const kind = useKind();
  const noun = useItemNoun().one;
  const change = useSession((s) => s.view?.change);
  const written = useSession((s) => s.view?.written);
  const summary = useSession((s) => s.view?.person.summary);
  const of = summary?.id ?? '';
  const elapsed = useSession((s) => s.elapsed);
  const title = useRef<HTMLHeadingElement>(null);
  const key = change?.cause?.key;
  // What a review did is below the form that made it: on a small screen its first line comes into sight, once.
  useEffect(() => {
    if (!key) return;
    const frame = requestAnimationFrame(() => title.current?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [key]);
  if (!change?.cause || !change.item) return null;
  const { person, item, ranks, cause } = change;
  const { before, after } = item.prediction;
  const { choice } = item;
  const parts = partsOf(choice.before);
  const moved = partsOf(choice.after).map((part, k) => moveOf(parts[k], part).change);
  const names = written?.find((one) => one.key === cause.key);
  const yours = summary?.simulated && names?.person === summary.label;
  return (
    <section
      className={`card ${classes.difference}`}
      aria-label="What changed"
      data-testid="difference"
      data-key={cause.key}
    >
      <h2 ref={title} aria-live="polite">
        {differenceTitle({ prediction: item.prediction, ranks }, LIST_LENGTH)}
      </h2>
      <p className="soft">
        {yours ? `Your review of ${names?.item}` : `${names?.person} on ${names?.item}`}.
        {elapsed !== null && ` This screen was recomputed in ${milliseconds(elapsed)}.`}{' '}
        <button type="button" className="text-button" onClick={() => act(removeReview(cause.key))}>
          Delete this review
        </button>
      </p>
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
          {kind}’s <Term name="bias" /> {moveOf(before.userBias, after.userBias).change}, {noun}’s bias{' '}
          {moveOf(before.itemBias, after.itemBias).change}, <Term name="match" />{' '}
          {moveOf(before.dot + before.mlp, after.dot + after.mlp).change}
        </span>
      </div>
      <h3 className={classes.places}>The list before and after</h3>
      <RankSlopes ranks={ranks} />
      <Fold summary="How? What moved inside">
        <div className={`pair ${classes.moves}`}>
          <StateMove
            title={`The ${kind}’s embedding`}
            change={{ ...person, ...cause.gates.user }}
            of={{ side: 'user', key: cause.key }}
          />
          <StateMove
            title={`The ${noun}’s embedding`}
            change={{ ...item, ...cause.gates.item }}
            of={{ side: 'item', key: cause.key }}
          />
        </div>
        <div className={classes.prediction}>
          <span>
            <Term name="choice score">Choice score</Term> before this review
          </span>
          <strong title={exact(choice.before.score)}>{hundredths(choice.before.score)}</strong>
          <span>→ and with it counted</span>
          <strong title={exact(choice.after.score)}>{hundredths(choice.after.score)}</strong>
          <span className="soft">
            popularity {moved[0]}, match of states {moved[1]}, keyword match {moved[2]}
          </span>
        </div>
        <div className={`pair ${classes.moves}`}>
          <WordChanges title={`Words of the ${kind}`} changes={person.words} />
          <WordChanges title={`Words of the ${noun}`} changes={item.words} />
        </div>
        <Button onClick={() => act(lookInto(cause.key, of))} data-testid="difference-steps">
          Follow this review step by step
        </Button>
      </Fold>
    </section>
  );
}
