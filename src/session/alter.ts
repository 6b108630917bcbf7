import { alterationIn, seedIn, withoutAlterations } from '../engine/alterations';
import { mutedIn } from '../engine/edits';
import { type Modality, SIDES } from '../vocabulary';
import { addEdit, restoreLog, useSession } from './store';

/** What is done to the model as a whole. Every one is an entry of the log. */

const log = () => useSession.getState().history.present;

/** Takes a modality from everybody, or gives it back. */
export function muteEverywhere(modality: Modality): void {
  addEdit({ edit: 'mute', key: null, modality, muted: !mutedIn(log()).has(modality) });
}

/** Holds the update gates of both cells at 1; where both are held so, gives them back. */
export function freezeUpdate(): void {
  const alteration = alterationIn(log());
  const frozen = SIDES.every((side) => alteration?.[side].gates.update === 1);
  addEdit({ edit: 'freeze', side: 'both', gate: 'update', to: frozen ? null : 1 });
}

/** Hides the counterparts from the cells, or shows them again. */
export function hideCounterpart(): void {
  addEdit({ edit: 'counterpart', with: alterationIn(log())?.counterpart === 'initial' ? null : 'initial' });
}

/** Another order of everything with each call; the same ones in the same sequence. */
export const shuffle = (): void => addEdit({ edit: 'shuffle', seed: (seedIn(log()) ?? 0) + 1 });

/** The model and the order as they were; reviews and edits of single interactions stay. One step that can be undone. */
export const takeBackAlterations = (): void => restoreLog(withoutAlterations(log()));
