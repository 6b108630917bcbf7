import { isApple } from '../../session/keys';
import type { Action } from '../../session/part';

const MARKS = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };

const NAMES: Readonly<Record<string, string>> = {
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  ArrowRight: '→',
  ArrowLeft: '←',
};

/** Keys of an action as a machine names them. */
export function namedKeys(keys: string, apple: boolean): string {
  if (keys in NAMES) return NAMES[keys];
  return apple
    ? keys.replace(/(Mod|Alt|Shift)\+/g, (_, part: keyof typeof MARKS) => MARKS[part])
    : keys.replace('Mod', 'Ctrl');
}

/** Keys of an action as this machine names them. */
export const shownKeys = (keys: string): string => namedKeys(keys, isApple(navigator.userAgent));

/** What an action does and its keys, for whoever points at its button. */
export const hintOf = ({ label, keys }: Action): string => (keys ? `${label} (${shownKeys(keys)})` : label);
