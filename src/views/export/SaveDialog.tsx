import { Modal } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { setSaving, useSession } from '../../session/store';

// What reads the page and writes files is only needed once somebody saves.
const SaveList = lazy(() => import('./SaveList'));

/** Saving a figure or a table of the view that is on the screen. */
export function SaveDialog() {
  const open = useSession((s) => s.savingOpen);
  return (
    <Modal
      opened={open}
      onClose={() => setSaving(false)}
      title="Save a figure or a table"
      size={640}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      data-testid="saving"
    >
      <Suspense fallback={<p className="soft">Looking at the view…</p>}>
        <SaveList />
      </Suspense>
    </Modal>
  );
}
