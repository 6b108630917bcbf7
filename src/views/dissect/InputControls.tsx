import { Button, Switch } from '@mantine/core';
import { alterationIn, seedIn } from '../../engine/alterations';
import { actions } from '../../session/actions';
import { useAct, useSession } from '../../session/part';
import { addEdit } from '../../session/verbs';
import { ActionButton } from '../shared/ActionButton';
import { hintOf } from '../shared/keys';
import { ModalitySwitches } from '../shared/ModalitySwitches';
import { useUsersNoun } from '../shared/useKind';

/** What the cells get to see: modalities, the counterpart, and in which order. */
export function InputControls() {
  const act = useAct();
  const log = useSession((s) => s.history.present);
  const who = useUsersNoun().one;
  const seed = seedIn(log);
  const hidden = alterationIn(log)?.counterpart === 'initial';
  return (
    <div>
      <h3>What the cells see</h3>
      <p className="soft">
        A hidden counterpart looks new: a {who}’s cell sees every item, and an item’s cell every {who}, in its
        initial state.
      </p>
      <div className="verbs">
        <ModalitySwitches testId="dissect" />
        <Switch
          label="Counterparts"
          checked={!hidden}
          onChange={() => act(actions.hideCounterpart.perform)}
          title={hintOf(actions.hideCounterpart)}
        />
      </div>
      <div className="verbs">
        <span className="soft" data-testid="dissect-order">
          {seed === null
            ? 'Everything happens in its order.'
            : `Everything so far is shuffled, seed ${seed}.`}
        </span>
        <ActionButton of={actions.shuffle} size="compact-xs">
          {seed === null ? 'Shuffle the order' : 'Shuffle again'}
        </ActionButton>
        {seed !== null && (
          <Button size="compact-xs" onClick={() => act(addEdit({ edit: 'shuffle', seed: null }))}>
            Restore the order
          </Button>
        )}
      </div>
    </div>
  );
}
