import { setSaving } from '../../session/store';
import { Dialog } from '../../ui/Dialog';
import SaveList from './SaveList';

/** Saving a figure or a table of the view that is on the screen. */
export default function SaveDialog({ opened }: { opened: boolean }) {
  return (
    <Dialog
      opened={opened}
      onClose={() => setSaving(false)}
      title="Save a figure or a table"
      size={640}
      data-testid="saving"
    >
      <SaveList />
    </Dialog>
  );
}
