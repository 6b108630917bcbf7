import { type ComponentType, useEffect, useState } from 'react';
import { closeTable, useTableFile } from '../session/ownTable';
import { useSession, useVerb } from '../session/part';
import type { Verb } from '../session/session';
import { setGallery, setHelp, setSaving } from '../session/verbs';
import type { Opened } from '../ui/Dialog';
import { lazyPart } from '../ui/Part';

/** A window whose code is loaded when it is first opened. */
function dialog(
  load: () => Promise<{ default: ComponentType<Opened> }>,
  useIsOpen: () => boolean,
  close: Verb,
) {
  const Loaded = lazyPart(load, { useClose: () => useVerb(close) });
  return () => {
    const open = useIsOpen();
    const onClose = useVerb(close);
    const [needed, setNeeded] = useState(false);
    useEffect(() => {
      if (open) setNeeded(true);
    }, [open]);
    return needed && <Loaded opened={open} onClose={onClose} />;
  };
}

export const Gallery = dialog(
  () => import('./gallery/Gallery'),
  () => useSession((s) => s.galleryOpen),
  setGallery(false),
);
export const Help = dialog(
  () => import('./header/Help'),
  () => useSession((s) => s.helpOpen),
  setHelp(false),
);
export const SaveDialog = dialog(
  () => import('./export/SaveDialog'),
  () => useSession((s) => s.savingOpen),
  setSaving(false),
);
export const OwnTableDialog = dialog(
  () => import('./ownTable/OwnTable'),
  () => useTableFile(({ file }) => file !== null),
  closeTable,
);
