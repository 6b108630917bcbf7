import type { TimelineEntry } from '../../engine/questions/timeline';
import { actions } from '../../session/actions';
import { lookInto } from '../../session/microscope';
import { type Action, useAct, useSession } from '../../session/part';
import { entryOf, sideIn, useDrawn, useTimeline } from '../../session/timeline';
import { selectItem } from '../../session/verbs';
import { day, distance, exact, percent } from '../../ui/format';
import { Waiting } from '../../ui/Status';
import { StateMove } from '../change/StateMove';
import { ActionButton } from '../shared/ActionButton';
import { Num } from '../shared/Num';
import { RatingChip } from '../shared/RatingChip';
import { useItemNoun } from '../shared/useKind';
import { EditForm } from './EditForm';
import { EffectOf } from './EffectOf';
import classes from './Timeline.module.css';

/** The interaction that is looked at closely: what it says, what can be done with it, and its two effects. */
export function Picked() {
  const act = useAct();
  const picked = useTimeline((s) => s.picked);
  const entry = useDrawn(({ answer }) => entryOf(answer, picked));
  const reading = useDrawn(({ answer, asking }) => answer === null && asking);
  const editing = useTimeline((s) => s.editing);
  const side = useSession(sideIn);
  const noun = useItemNoun().one;
  if (reading)
    return (
      <section className="card" aria-label="Interaction">
        <h2>Change history</h2>
        <Waiting>Reading the history…</Waiting>
      </section>
    );
  if (!entry)
    return (
      <section className="card" aria-label="Interaction">
        <h2>Change history</h2>
        <p className="soft">
          Press a mark above. Then delete that interaction, move it, edit it, or mute a part of it; everything
          that depended on it is worked out again, exactly, and all of it can be undone.
        </p>
      </section>
    );
  return (
    <section className="card" aria-label="Interaction" data-testid="picked" data-key={entry.key}>
      <h2>
        {side === 'user' ? entry.itemName : entry.personLabel}{' '}
        {entry.rating !== null && <RatingChip value={entry.rating} />}
      </h2>
      <p className="soft">
        {entry.simulated
          ? 'Written here. '
          : entry.edited
            ? 'From the data set, edited here. '
            : `From the data set${entry.time === null ? '' : `, ${day(entry.time)}`}. `}
        {entry.text ? `“${entry.text}”` : wordsOf(entry)}
      </p>
      <p className={`soft ${classes.ways}`}>
        {side === 'user' && (
          <button type="button" className="link" onClick={() => act(selectItem(entry.item))}>
            Select this {noun}
          </button>
        )}
        {entry.happened && (
          <button type="button" className="link" onClick={() => act(lookInto(entry.key, entry.person))}>
            Step by step
          </button>
        )}
      </p>
      <Verbs entry={entry} />
      {editing && <EditForm entry={entry} />}
      <div className={classes.effects}>
        <div>
          <h3>What remains of it</h3>
          <p className={classes.figure} title={exact(entry.remaining)}>
            {entry.happened ? percent(entry.share) : 'nothing yet'}
          </p>
          <p className="soft">
            {entry.happened ? (
              <>
                ‖c‖ ={' '}
                <Num open={{ of: 'remaining', side, key: entry.key }} value={entry.remaining} as={distance} />
                : the length of what this review still adds to the embedding. What came after it has faded the
                rest.
              </>
            ) : (
              'It comes after the moment that is shown.'
            )}
          </p>
        </div>
        <EffectOf />
      </div>
      <StateMove
        title="How it moved the embedding then"
        change={entry.change}
        of={{ side, key: entry.key }}
      />
    </section>
  );
}

const wordsOf = ({ keywords, words }: TimelineEntry): string =>
  keywords.length > 0
    ? `Keywords: ${keywords.map((k) => k.word).join(', ')}.`
    : words > 0
      ? 'Its text holds no keyword.'
      : 'It has no text.';

/** Every verb is an action: button, key and undo. */
function Verbs({ entry }: { entry: TimelineEntry }) {
  const aspects = useSession((s) => s.start?.dataset.aspects.length ?? 0);
  const muted = new Set(entry.muted);
  const verb = (action: Action, label: string, pressed?: boolean) => (
    <ActionButton key={action.id} of={action} variant={pressed ? 'filled' : 'default'} aria-pressed={pressed}>
      {label}
    </ActionButton>
  );
  return (
    <div className="verbs">
      {verb(actions.editInteraction, 'Edit')}
      {verb(actions.moveEarlier, 'Earlier')}
      {verb(actions.moveLater, 'Later')}
      {verb(actions.deleteInteraction, 'Delete')}
      <span className={classes.gap} />
      {entry.words > 0 && verb(actions.muteText, 'Mute text', muted.has('text'))}
      {entry.rating !== null && verb(actions.muteRating, 'Mute rating', muted.has('rating'))}
      {aspects > 0 &&
        entry.aspects.some((a) => a !== null) &&
        verb(actions.muteAspects, 'Mute aspects', muted.has('aspects'))}
    </div>
  );
}
