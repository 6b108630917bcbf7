import { type KeyboardEvent, useState } from 'react';

/**
 * Opens and closes a popover by its button. Escape closes it from the button too: the focus goes into what has opened only
 * with the next turn of the page, and a key can be faster than that.
 */
export function usePopover() {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return {
    close,
    popover: {
      opened,
      onChange: setOpened,
      withArrow: true,
      trapFocus: true,
      returnFocus: true,
      shadow: 'md',
    },
    button: {
      onClick: () => setOpened(!opened),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Escape' || !opened) return;
        event.stopPropagation();
        close();
      },
    },
  } as const;
}
