import { Modal } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { setGallery, useSession } from '../../session/store';

// What lists the data sets is only needed once somebody looks.
const Gallery = lazy(() => import('./Gallery'));

/** Choosing another data set. */
export function GalleryDialog() {
  const open = useSession((s) => s.galleryOpen);
  return (
    <Modal
      opened={open}
      onClose={() => setGallery(false)}
      title="Data sets"
      size={640}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      data-testid="gallery"
    >
      <Suspense fallback={<p className="soft">Reading the list…</p>}>
        <Gallery />
      </Suspense>
    </Modal>
  );
}
