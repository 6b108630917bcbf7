import {
  addReview,
  draftItem,
  newPerson,
  type SessionState,
  setHelp,
  stepHistory,
  useSession,
} from './store';

/** One thing a person can do: buttons, keyboard and help all come from this. */
export interface Action {
  readonly id: string;
  readonly label: string;
  /** As shown in the help, `Mod` meaning Ctrl or ⌘. */
  readonly keys: string | null;
  readonly enabled: (state: SessionState) => boolean;
  readonly perform: () => void;
}

export const actions = {
  undo: {
    id: 'undo',
    label: 'Undo',
    keys: 'Mod+Z',
    enabled: (s) => s.history.past.length > 0,
    perform: () => stepHistory('undo'),
  },
  redo: {
    id: 'redo',
    label: 'Redo',
    keys: 'Mod+Shift+Z',
    enabled: (s) => s.history.future.length > 0,
    perform: () => stepHistory('redo'),
  },
  addReview: {
    id: 'add-review',
    label: 'Add review',
    keys: 'Mod+Enter',
    enabled: (s) => s.view !== null && s.person !== null && draftItem(s) !== null,
    perform: addReview,
  },
  newPerson: {
    id: 'new-person',
    label: 'A new person',
    keys: 'Alt+N',
    enabled: (s) => s.start !== null,
    perform: newPerson,
  },
  findPerson: {
    id: 'find-person',
    label: 'Find a person',
    keys: '/',
    enabled: (s) => s.start !== null,
    perform: () => document.querySelector<HTMLInputElement>('[data-testid="person-search"]')?.focus(),
  },
  help: {
    id: 'help',
    label: 'Keyboard and words',
    keys: '?',
    enabled: () => true,
    perform: () => setHelp(true),
  },
} as const satisfies Record<string, Action>;

/** True when a pressed key is the one an action names. */
export function matches(
  keys: string,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'code'>,
): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = event.ctrlKey || event.metaKey;
  if (parts.includes('Mod') !== mod || parts.includes('Alt') !== event.altKey) return false;
  // "?" needs Shift on most keyboards, so Shift only counts where a letter is named.
  if (/^[A-Z]$/.test(key)) return event.code === `Key${key}` && parts.includes('Shift') === event.shiftKey;
  return event.key === key;
}

/** Listens for the keys of all actions; plain keys rest while somebody types. Returns a function that stops it. */
export function listenForKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement | null;
    const typing = target?.closest('input, textarea, [contenteditable]') !== null && target !== null;
    for (const action of Object.values(actions) as Action[]) {
      if (!action.keys || !matches(action.keys, event)) continue;
      if (typing && (!action.keys.includes('Mod') || action.keys.endsWith('Z'))) continue;
      if (!action.enabled(useSession.getState())) continue;
      event.preventDefault();
      action.perform();
      return;
    }
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
