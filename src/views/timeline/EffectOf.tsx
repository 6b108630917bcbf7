import { useSession } from '../../session/part';
import { usePickedEffect } from '../../session/timeline';
import { LIST_LENGTH } from '../../session/view';
import { distance, exact, moveOf, rating } from '../../ui/format';
import { ownCounted } from '../../ui/predicted';
import { changesAtTop } from '../change/slopes';
import { WordsAndRanks } from '../change/WordsAndRanks';
import { choiceSentence, topSentence } from './sentences';
import classes from './Timeline.module.css';

/** What would be different had the interaction not happened: recomputed without it, on both sides. */
export function EffectOf() {
  const effect = usePickedEffect((s) => s.answer);
  const item = useSession((s) => s.view?.item?.summary.name);
  if (!effect?.cause)
    return (
      <div>
        <h3>If it had not happened</h3>
        <p className="soft">Working it out…</p>
      </div>
    );
  const { key, moved } = effect.cause;
  const prediction = effect.item?.prediction;
  const sameRating = prediction && moveOf(prediction.before.rating, prediction.after.rating).same;
  return (
    <div data-testid="effect" data-key={key} data-choice={effect.item?.choice.before.score}>
      <h3>If it had not happened</h3>
      <p className={classes.figure} title={exact(moved.user)}>
        {distance(moved.user)} apart
      </p>
      <p className="soft">
        lie the person’s embedding as it is and as it would be. For the item it is{' '}
        <span title={exact(moved.item)}>{distance(moved.item)}</span>.{' '}
        {prediction && item && effect.item && (
          <>
            {item} would be rated{' '}
            <strong title={exact(prediction.before.raw)}>{rating(prediction.before.rating)}</strong>
            {sameRating ? ', as it is' : `, not ${rating(prediction.after.rating)}`}.{' '}
            {ownCounted(prediction.before, prediction.after)} {choiceSentence(effect.item)}{' '}
          </>
        )}
        {topSentence(changesAtTop(effect.ranks, LIST_LENGTH), LIST_LENGTH)}
      </p>
      <WordsAndRanks change={effect} title="Words of the person, without it → with it" />
    </div>
  );
}
