import { isAltered } from '../../engine/alterations';
import { useConsequences } from '../../session/dissect';
import { useSession } from '../../session/part';
import { LIST_LENGTH } from '../../session/view';
import { aOf, distance, exact } from '../../ui/format';
import { ownCounted } from '../../ui/predicted';
import { StateStrip } from '../change/StateStrip';
import { choiceSentence, ratingAgainst, topSentence } from '../change/sentences';
import { WordsAndRanks } from '../change/WordsAndRanks';
import { alterationWords } from '../shared/alterationWords';
import { FailureCard } from '../shared/FailureCard';
import { useItemNoun, useKind, useUsersNoun } from '../shared/useKind';
import classes from './Dissect.module.css';
import { TestPart } from './TestPart';

const norm = (state: readonly number[]): number => Math.hypot(...state);

/** What the alterations change for the person and the item that are chosen, against the same log without them. */
export function Consequences() {
  const { answer: comparison, failure } = useConsequences();
  const log = useSession((s) => s.history.present);
  const noun = useItemNoun();
  const person = useSession((s) => s.view?.person.summary.label);
  const kind = useKind();
  const people = useUsersNoun().many;
  const item = useSession((s) => s.view?.item?.summary.name);
  if (failure) return <FailureCard title="The consequences could not be worked out" error={failure} />;
  if (!isAltered(log))
    return (
      <div>
        <h3>What follows</h3>
        <p className="soft">
          Nothing is altered. Try the update gates at 1: nothing is ever learned from a review. Or hide the
          counterparts: how much does the other side matter?
        </p>
      </div>
    );
  if (!comparison) return <p className="soft">Replaying with the alterations…</p>;
  const { before, after, distance: moved } = comparison.person;
  const prediction = comparison.item?.prediction;
  return (
    <div className={classes.consequences} data-testid="consequences" aria-live="polite">
      <h3>With {alterationWords(log, noun.many, people).join(', ')}</h3>
      <p>
        The state of “{person}” lies{' '}
        <strong data-testid="dissect-moved" data-value={moved} title={exact(moved)}>
          {distance(moved)}
        </strong>{' '}
        from where it was; its length is {distance(norm(after))}, before {distance(norm(before))}.{' '}
        {topSentence(comparison, LIST_LENGTH, 'is')}{' '}
        {comparison.item && prediction && item ? (
          <span>
            Of {item} the model expects a rating of {ratingAgainst(comparison.item, 'is')}.{' '}
            {choiceSentence(comparison.item, 'is')} {ownCounted(kind, prediction.after)}
          </span>
        ) : (
          `Choose ${aOf(noun.one)} in Explore to see its choice score and its rating change.`
        )}
      </p>
      <StateStrip title={`The ${kind}’s state, as trained and altered`} change={comparison.person} />
      <TestPart />
      <WordsAndRanks change={comparison} title={`Words of the ${kind}, as trained → altered`} />
    </div>
  );
}
