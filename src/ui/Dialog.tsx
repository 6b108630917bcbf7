import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/** Whether a window is open, and what closes it. */
export type Opened = Pick<ModalProps, 'opened' | 'onClose'>;

/** A window in front of the page. It may be open when it is first drawn. */
export function Dialog({ opened, ...others }: ModalProps) {
  const [shown, setShown] = useState(false);
  // One that begins open would not know where the focus was.
  useEffect(() => setShown(opened), [opened]);
  return (
    <Modal
      opened={shown}
      transitionProps={{ duration: 0 }}
      styles={{ title: { fontSize: 'var(--size-lead)', fontWeight: 650 } }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      {...others}
    />
  );
}
