/** What counts of a press of a key; a KeyboardEvent has all but the last. */
export interface Press
  extends Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> {
  /** Whether AltGr is down. Windows then says Ctrl and Alt too. */
  readonly altGraph: boolean;
}

/** The keyboard that is pressed. */
export interface Board {
  /** Whether ⌘ is the key for commands, and Option writes signs. */
  readonly apple: boolean;
  /** Letters by physical key, where the browser tells. */
  readonly layout?: { get(code: string): string | undefined } | undefined;
}

export const isApple = (userAgent: string): boolean => /Mac|iPhone|iPad/.test(userAgent);

/** Where signs are that are pressed without Shift, for layouts that write other letters there. */
const SIGN_CODES: Readonly<Record<string, string>> = {
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '[': 'BracketLeft',
  ']': 'BracketRight',
};

/** A letter of another alphabet: Cyrillic, Greek, Hebrew, kana. */
const isForeign = (key: string): boolean => /^\p{L}$/u.test(key) && !/\p{Script=Latin}/u.test(key);

/** The Latin letter that a press means: the one it writes, or where it writes none the one of the physical key. */
function letterOf({ key, code, altKey }: Press, { apple, layout }: Board): string {
  const written = key.toLowerCase();
  if (/^[a-z]$/.test(written)) return written;
  // Option+N begins an ñ and says "Dead", Option+A says "å".
  if (!(apple && altKey) && !isForeign(key)) return written;
  const printed = layout?.get(code)?.toLowerCase() ?? '';
  return /^[a-z]$/.test(printed) ? printed : (/^Key([A-Z])$/.exec(code)?.[1].toLowerCase() ?? '');
}

/** True when a press is the one that an action names: `Mod` is Ctrl or ⌘, `Ctrl` is Ctrl where Mod is, and nothing elsewhere. */
export function matches(keys: string, press: Press, board: Board): boolean {
  const { apple } = board;
  const parts = keys.split('+');
  const name = parts.at(-1) ?? '';
  const asks = (part: string) => parts.includes(part);
  const { key, code, shiftKey } = press;
  // AltGr only chooses what is written, as Shift does.
  const level = press.altGraph && !apple;
  const ctrl = press.ctrlKey && !level;
  const alt = press.altKey && !level;
  const [mod, other] = apple ? [press.metaKey, ctrl] : [ctrl, press.metaKey];
  if (other || mod !== (asks('Mod') || asks('Ctrl')) || (apple && asks('Ctrl'))) return false;
  const isSign = name.length === 1 && !/[a-z\d]/i.test(name);
  // Option chooses signs on a Mac: [ is Option+5 on a German one.
  if (alt !== asks('Alt') && !(apple && isSign)) return false;
  if (isSign) return key === name || (isForeign(key) && !shiftKey && code === SIGN_CODES[name]);
  if (level) return false;
  if (/^\d$/.test(name)) {
    // Alt and digits of the number pad write a character on Windows.
    if (alt && code.startsWith('Numpad')) return false;
    // Some layouts write digits with Shift only.
    return key === name || (code === `Digit${name}` && !shiftKey && !(key in SIGN_CODES));
  }
  if (shiftKey !== asks('Shift')) return false;
  return name.length === 1 ? letterOf(press, board) === name.toLowerCase() : key === name;
}

/** A key that does something without Ctrl, ⌘ or Alt. */
export const isPlain = (keys: string): boolean => !/Mod|Ctrl|Alt/.test(keys);

/** A key that writes a character, and so may be pressed by speech or by mistake. */
export const isCharacter = (keys: string): boolean => keys.length === 1;

/** What has the focus, as far as keys matter to it. */
export interface Focus {
  /** Something to write in, a list to choose from by its letters, or neither. */
  readonly kind: 'text' | 'choice' | 'other';
  /** Whether arrow keys change it: a slider, one of several choices. */
  readonly arrows?: boolean;
  /** Whether it, or a window that it stands in, closes with Escape. */
  readonly closes: boolean;
  /** Whether there is something in it to undo, and to redo. */
  readonly undoes: boolean;
  readonly redoes: boolean;
}

/** True when a key belongs to what has the focus and not to the page. */
export function belongsToFocus(
  keys: string,
  { kind, arrows = false, closes, undoes, redoes }: Focus,
): boolean {
  if (keys === 'Escape') return closes;
  if (arrows && keys.startsWith('Arrow')) return true;
  if (kind === 'choice') return isCharacter(keys);
  if (kind !== 'text') return false;
  if (keys === 'Mod+Z') return undoes;
  if (keys === 'Mod+Shift+Z' || keys === 'Ctrl+Y') return redoes;
  // Option and AltGr write letters, and Alt does more of the like elsewhere.
  return isPlain(keys) || keys.includes('Alt');
}
