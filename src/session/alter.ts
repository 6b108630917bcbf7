import { alterationIn, seedIn, withoutAlterations } from '../engine/alterations';
import { mutedIn } from '../engine/edits';
import { type Modality, SIDES } from '../vocabulary';
import type { Session, Verb } from './session';
import { addEdit, restoreLog } from './verbs';

/** What is done to the model as a whole. Every one is an entry of the log. */

const logOf = ({ store }: Session) => store.getState().history.present;

/** Takes a modality from everybody, or gives it back. */
export const muteEverywhere =
  (modality: Modality): Verb =>
  (session) => {
    const muted = !mutedIn(logOf(session)).has(modality);
    session.act(addEdit({ edit: 'mute', key: null, modality, muted }));
  };

/** Holds the update gates of both cells at 1; where both are held so, gives them back. */
export const freezeUpdate: Verb = (session) => {
  const alteration = alterationIn(logOf(session));
  const frozen = SIDES.every((side) => alteration?.[side].gates.update === 1);
  session.act(addEdit({ edit: 'freeze', side: 'both', gate: 'update', to: frozen ? null : 1 }));
};

/** Hides the counterparts from the cells, or shows them again. */
export const hideCounterpart: Verb = (session) => {
  const hidden = alterationIn(logOf(session))?.counterpart === 'initial';
  session.act(addEdit({ edit: 'counterpart', with: hidden ? null : 'initial' }));
};

/** Another order of everything with each call; the same ones in the same sequence. */
export const shuffle: Verb = (session) =>
  session.act(addEdit({ edit: 'shuffle', seed: (seedIn(logOf(session)) ?? 0) + 1 }));

/** The model and the order as they were; reviews and edits of single interactions stay. One step that can be undone. */
export const takeBackAlterations: Verb = (session) =>
  session.act(restoreLog(withoutAlterations(logOf(session))));
