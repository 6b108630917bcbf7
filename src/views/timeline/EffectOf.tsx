import { useSession } from '../../session/store';
import { useTimeline } from '../../session/timeline';
import { Fold } from '../../ui/Fold';
import { exact, rating, signed } from '../../ui/format';
import { RankSlopes } from '../review/RankSlopes';
import { slopesOf } from '../review/slopes';
import { WordChanges } from '../review/WordChanges';
import classes from './Timeline.module.css';

/** What would be different had the interaction not happened: recomputed without it, on both sides. */
export function EffectOf() {
  const effect = useTimeline((s) => s.effect);
  const item = useSession((s) => s.view?.item?.summary.name);
  if (!effect)
    return (
      <div>
        <h3>If it had not happened</h3>
        <p className="soft">Working it out…</p>
      </div>
    );
  const moved = slopesOf(effect.ranks).filter(
    ({ direction }) => direction === 'rose' || direction === 'fell',
  );
  const { prediction } = effect;
  return (
    <div data-testid="effect" data-key={effect.key}>
      <h3>If it had not happened</h3>
      <p className={classes.figure} title={exact(effect.moved.person)}>
        {effect.moved.person.toFixed(3)} apart
      </p>
      <p className="soft">
        lies the person’s embedding from the one without it, and the item’s by{' '}
        <span title={exact(effect.moved.item)}>{effect.moved.item.toFixed(3)}</span>.{' '}
        {prediction && item && (
          <>
            {item} would be rated{' '}
            <strong
              data-testid="effect-prediction"
              data-before={prediction.before.raw}
              data-after={prediction.after.raw}
              title={exact(prediction.before.raw)}
            >
              {rating(prediction.before.rating)}
            </strong>{' '}
            and not {rating(prediction.after.rating)} (
            {signed(prediction.after.rating - prediction.before.rating)} through it).{' '}
          </>
        )}
        {moved.length === 0
          ? 'The order at the top would be the same.'
          : `${moved.length} of ${effect.ranks.length} places at the top would differ.`}
      </p>
      <Fold summary="Words and ranks" className={classes.table}>
        <WordChanges title="Words of the person, without it → with it" changes={effect.personWords} />
        <RankSlopes ranks={effect.ranks} />
      </Fold>
    </div>
  );
}
