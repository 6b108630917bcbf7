import { watchFocus } from './focus';
import { belongsToFocus, isApple, isCharacter, isPlain, matches, type Press } from './keys';
import type { Action } from './part';
import { isClosed } from './play';
import type { Verb } from './session';

/** Only some browsers tell which letter stands on which key. */
interface Keyboard {
  getLayoutMap?(): Promise<ReadonlyMap<string, string>>;
}

/** What an input method takes: it writes a character out of several keys. */
const isComposing = ({ isComposing: under, keyCode }: KeyboardEvent): boolean => under || keyCode === 229;

const pressOf = (event: KeyboardEvent): Press => ({
  key: event.key,
  code: event.code,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  altKey: event.altKey,
  shiftKey: event.shiftKey,
  altGraph: event.getModifierState('AltGraph'),
});

/** Listens for the keys of actions. Returns a function that stops it. */
export const listenForKeys =
  (actions: readonly Action[]): Verb<() => void> =>
  ({ store, around, of, act }) => {
    const { noteInput, focusOf } = watchFocus();
    const apple = isApple(navigator.userAgent);
    let layout: ReadonlyMap<string, string> | undefined;
    // Refused inside a frame; then the usual places of the letters are taken.
    (navigator as { keyboard?: Keyboard }).keyboard
      ?.getLayoutMap?.()
      .then((map) => {
        layout = map;
      })
      .catch(() => {});
    // Taken before anything answers to the key: what it closes has lost its marks after that.
    let focus = focusOf(null);
    const look = (event: KeyboardEvent) => {
      focus = focusOf(event.target);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return;
      const state = store.getState();
      const press = pressOf(event);
      const covered = state.helpOpen || state.galleryOpen || state.savingOpen;
      const means = (keys: string | null | undefined): boolean =>
        Boolean(keys) &&
        matches(keys as string, press, { apple, layout }) &&
        !belongsToFocus(keys as string, focus) &&
        (state.plainKeys || !isCharacter(keys as string)) &&
        !(covered && isPlain(keys as string));
      for (const action of actions) {
        if (!means(action.keys) && !means(action.also)) continue;
        if (!action.enabled(state, of) || act(isClosed(action))) continue;
        event.preventDefault();
        const from = state.screen;
        act(action.perform);
        // A key means the view, wherever it was pressed; a button of the header keeps the focus.
        if (store.getState().screen !== from) around.arrive({ at: null, byKey: true });
        return;
      }
    };
    window.addEventListener('keydown', look, true);
    window.addEventListener('keydown', onKey);
    window.addEventListener('input', noteInput, true);
    return () => {
      window.removeEventListener('keydown', look, true);
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('input', noteInput, true);
    };
  };
