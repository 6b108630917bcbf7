import { type ComponentType, useEffect, useState } from 'react';
import { type SessionState, setGallery, setHelp, setSaving, useSession } from '../session/store';
import { lazyPart } from '../ui/Part';

interface Opened {
  readonly opened: boolean;
}

/** A window whose code is loaded when it is first opened. */
function dialog(
  load: () => Promise<{ default: ComponentType<Opened> }>,
  isOpen: (state: SessionState) => boolean,
  onClose: () => void,
) {
  const Loaded = lazyPart(load, { onClose });
  return () => {
    const open = useSession(isOpen);
    const [needed, setNeeded] = useState(false);
    useEffect(() => {
      if (open) setNeeded(true);
    }, [open]);
    return needed && <Loaded opened={open} />;
  };
}

export const Gallery = dialog(
  () => import('./gallery/Gallery'),
  (s) => s.galleryOpen,
  () => setGallery(false),
);
export const Help = dialog(
  () => import('./header/Help'),
  (s) => s.helpOpen,
  () => setHelp(false),
);
export const SaveDialog = dialog(
  () => import('./export/SaveDialog'),
  (s) => s.savingOpen,
  () => setSaving(false),
);
