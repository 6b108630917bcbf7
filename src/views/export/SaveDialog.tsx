import { Dialog, type Opened } from '../../ui/Dialog';
import SaveList from './SaveList';

/** Saving a figure or a table of the view that is on the screen. */
export default function SaveDialog(window: Opened) {
  return (
    <Dialog {...window} title="Save a figure or a table" size={640} data-testid="saving">
      <SaveList />
    </Dialog>
  );
}
