import { isApple } from '../../session/keys';
import type { Action } from '../../session/part';

const MARKS = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };

/** Keys of an action as a machine names them. */
export const namedKeys = (keys: string, apple: boolean): string =>
  apple
    ? keys.replace(/(Mod|Alt|Shift)\+/g, (_, part: keyof typeof MARKS) => MARKS[part])
    : keys.replace('Mod', 'Ctrl');

/** Keys of an action as this machine names them. */
export const shownKeys = (keys: string): string => namedKeys(keys, isApple(navigator.userAgent));

/** What an action does and its keys, for whoever points at its button. */
export const hintOf = ({ label, keys }: Action): string => (keys ? `${label} (${shownKeys(keys)})` : label);
