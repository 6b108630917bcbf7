import { Button, Switch } from '@mantine/core';
import { alterationIn, seedIn } from '../../engine/alterations';
import { mutedIn } from '../../engine/edits';
import { type Action, actions } from '../../session/actions';
import { addEdit, useSession } from '../../session/store';
import type { Modality } from '../../vocabulary';
import { shownKeys } from '../shared/keys';
import classes from './Dissect.module.css';

const hint = ({ label, keys }: Action): string => `${label} (${shownKeys(keys ?? '')})`;

/** What the cells get to see: modalities, the counterpart, and in which order. */
export function InputControls() {
  const log = useSession((s) => s.history.present);
  const aspects = useSession((s) => s.start?.dataset.aspects.length ?? 0);
  const muted = mutedIn(log);
  const seed = seedIn(log);
  const hidden = alterationIn(log)?.counterpart === 'initial';
  const given = (action: Action, label: string, modality: Modality) => (
    <Switch
      label={label}
      checked={!muted.has(modality)}
      onChange={action.perform}
      title={hint(action)}
      data-testid={`dissect-${modality}`}
    />
  );
  return (
    <div>
      <h3>What the cells see</h3>
      <p className="soft">
        Hidden, a counterpart looks new: the cell of a person meets every item, and that of an item every
        person, in the initial state.
      </p>
      <div className={classes.switches}>
        {given(actions.muteAllText, 'Texts', 'text')}
        {given(actions.muteAllRatings, 'Ratings', 'rating')}
        {aspects > 0 && given(actions.muteAllAspects, 'Aspects', 'aspects')}
        <Switch
          label="Counterparts"
          checked={!hidden}
          onChange={actions.hideCounterpart.perform}
          title={hint(actions.hideCounterpart)}
          data-testid="dissect-counterpart"
        />
      </div>
      <div className={classes.order}>
        <span className="soft" data-testid="dissect-order">
          {seed === null
            ? 'Everything happens in its order.'
            : `Everything so far is shuffled, seed ${seed}.`}
        </span>
        <Button
          size="compact-xs"
          variant="default"
          onClick={actions.shuffle.perform}
          title={hint(actions.shuffle)}
          data-testid="shuffle"
        >
          {seed === null ? 'Shuffle the order' : 'Shuffle again'}
        </Button>
        {seed !== null && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => addEdit({ edit: 'shuffle', seed: null })}
            data-testid="unshuffle"
          >
            Back in order
          </Button>
        )}
      </div>
    </div>
  );
}
