import { Switch } from '@mantine/core';
import { mutedIn } from '../../engine/edits';
import { actions } from '../../session/actions';
import { useAct, useSession } from '../../session/part';
import { hintOf } from './keys';

const SWITCHES = [
  { action: actions.muteAllText, label: 'Texts', modality: 'text' },
  { action: actions.muteAllRatings, label: 'Ratings', modality: 'rating' },
  { action: actions.muteAllAspects, label: 'Aspects', modality: 'aspects' },
] as const;

/** What reviews may hold, each taken from everybody or given back. */
export function ModalitySwitches({ testId }: { testId: string }) {
  const act = useAct();
  const muted = mutedIn(useSession((s) => s.history.present));
  const aspects = useSession((s) => s.start?.dataset.aspects.length ?? 0);
  return SWITCHES.map(
    ({ action, label, modality }) =>
      (modality !== 'aspects' || aspects > 0) && (
        <Switch
          key={modality}
          label={label}
          checked={!muted.has(modality)}
          onChange={() => act(action.perform)}
          title={hintOf(action)}
          data-testid={`${testId}-${modality}`}
        />
      ),
  );
}
