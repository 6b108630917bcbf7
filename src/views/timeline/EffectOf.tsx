import { useSession } from '../../session/part';
import { usePickedEffect } from '../../session/timeline';
import { LIST_LENGTH } from '../../session/view';
import { distance, exact } from '../../ui/format';
import { ownCounted } from '../../ui/predicted';
import { choiceSentence, ratingAgainst, topSentence } from '../change/sentences';
import { WordsAndRanks } from '../change/WordsAndRanks';
import { useItemNoun, useKind } from '../shared/useKind';
import classes from './Timeline.module.css';

/** What would be different had the interaction not happened: recomputed without it, on both sides. */
export function EffectOf() {
  const effect = usePickedEffect((s) => s.answer);
  const item = useSession((s) => s.view?.item?.summary.name);
  const kind = useKind();
  const noun = useItemNoun().one;
  if (!effect?.cause)
    return (
      <div>
        <h3>If it had not happened</h3>
        <p className="soft">Working it out…</p>
      </div>
    );
  const { key, moved } = effect.cause;
  const prediction = effect.item?.prediction;
  return (
    <div data-testid="effect" data-key={key} data-choice={effect.item?.choice.before.score}>
      <h3>If it had not happened</h3>
      <p className={classes.figure} title={exact(moved.user)}>
        {distance(moved.user)}
      </p>
      <p className="soft">
        is how far the {kind}’s embedding would be from where it is; for the {noun} it is{' '}
        <span title={exact(moved.item)}>{distance(moved.item)}</span>.{' '}
        {prediction && item && effect.item && (
          <>
            {item} would be rated{' '}
            <span title={exact(prediction.before.raw)}>{ratingAgainst(effect.item, 'would be')}</span>.{' '}
            {ownCounted(kind, prediction.before, prediction.after)} {choiceSentence(
              effect.item,
              'would be',
            )}{' '}
          </>
        )}
        {topSentence(effect, LIST_LENGTH, 'would be')}
      </p>
      <WordsAndRanks change={effect} title={`Words of the ${kind}, without it → with it`} />
    </div>
  );
}
