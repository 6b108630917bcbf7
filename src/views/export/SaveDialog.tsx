import { useAct } from '../../session/part';
import { setSaving } from '../../session/verbs';
import { Dialog } from '../../ui/Dialog';
import SaveList from './SaveList';

/** Saving a figure or a table of the view that is on the screen. */
export default function SaveDialog({ opened }: { opened: boolean }) {
  const act = useAct();
  return (
    <Dialog
      opened={opened}
      onClose={() => act(setSaving(false))}
      title="Save a figure or a table"
      size={640}
      data-testid="saving"
    >
      <SaveList />
    </Dialog>
  );
}
