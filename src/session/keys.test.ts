import { describe, expect, it } from 'vitest';
import { actions, openScreen } from './actions';
import { type Board, belongsToFocus, type Focus, isApple, matches, type Press } from './keys';
import type { Action } from './part';

type Held = Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift' | 'altGraph', true>>;

const press = (key: string, code: string, held: Held = {}): Press => ({
  key,
  code,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
  altGraph: held.altGraph ?? false,
});

const PC: Board = { apple: false };
const MAC: Board = { apple: true };

const first = openScreen('explore', 'Explore people and items', '1');
const all: readonly Action[] = [first, ...Object.values(actions)];

/** Ids of the actions that a press means. */
const meant = (one: Press, board: Board): string[] =>
  all
    .filter(({ keys, also }) =>
      [keys, also].some((named) => named !== null && named !== undefined && matches(named, one, board)),
    )
    .map(({ id }) => id);

const { undo, redo, datasets, newPerson, help, moveEarlier, findPerson, earlier, reset } = actions;

/** What is pressed where, and what it means; null: nothing. */
const TABLE: readonly (readonly [string, Board, Press, Action | null])[] = [
  ['PC, QWERTY: Ctrl+Z undoes', PC, press('z', 'KeyZ', { ctrl: true }), undo],
  ['PC, QWERTY: Ctrl+Shift+Z does again', PC, press('Z', 'KeyZ', { ctrl: true, shift: true }), redo],
  ['PC, QWERTY: Ctrl+Y does again too', PC, press('y', 'KeyY', { ctrl: true }), redo],
  ['PC, CapsLock: Ctrl+Z undoes', PC, press('Z', 'KeyZ', { ctrl: true }), undo],
  ['PC, CapsLock: Ctrl+Shift+Z does again', PC, press('z', 'KeyZ', { ctrl: true, shift: true }), redo],
  ['PC: the Windows key is none for commands', PC, press('z', 'KeyZ', { meta: true }), null],
  ['Mac: ⌘Z undoes', MAC, press('z', 'KeyZ', { meta: true }), undo],
  ['Mac: ⌘⇧Z does again', MAC, press('z', 'KeyZ', { meta: true, shift: true }), redo],
  ['Mac: Ctrl+Z is none of the page', MAC, press('z', 'KeyZ', { ctrl: true }), null],
  ['Mac: Ctrl+Y is none of the page', MAC, press('y', 'KeyY', { ctrl: true }), null],
  ['Mac: ⌘Y is the browser’s', MAC, press('y', 'KeyY', { meta: true }), null],
  ['QWERTZ: Z undoes where it is written', PC, press('z', 'KeyY', { ctrl: true }), undo],
  ['QWERTZ: Y does again where it is written', PC, press('y', 'KeyZ', { ctrl: true }), redo],
  ['AZERTY: Z undoes where it is written', PC, press('z', 'KeyW', { ctrl: true }), undo],
  ['AZERTY: W is not Z', PC, press('w', 'KeyZ', { ctrl: true }), null],
  ['AZERTY: a comma on the key M is a comma', PC, press(',', 'KeyM'), earlier],
  ['AZERTY: a digit without Shift', PC, press('&', 'Digit1'), first],
  ['AZERTY: a digit with Shift', PC, press('1', 'Digit1', { shift: true }), first],
  ['Dvorak: Z undoes where it is written', PC, press('z', 'Slash', { ctrl: true }), undo],
  ['Dvorak: D opens the data sets where it is written', PC, press('d', 'KeyH'), datasets],
  ['Dvorak: the key D writes an e', PC, press('e', 'KeyD'), actions.editInteraction],
  ['Dvorak: a comma on the key W is a comma', PC, press(',', 'KeyW'), earlier],
  ['Programmer Dvorak: a bracket on a digit is a bracket', PC, press('[', 'Digit2'), moveEarlier],
  ['CapsLock: a letter is the same letter', PC, press('D', 'KeyD'), datasets],
  ['Shift makes it another key', PC, press('D', 'KeyD', { shift: true }), null],
  ['Russian: Ctrl with the key Z undoes', PC, press('я', 'KeyZ', { ctrl: true }), undo],
  ['Russian: the key D opens the data sets', PC, press('в', 'KeyD'), datasets],
  ['Russian: the key of a comma, where a letter is', PC, press('б', 'Comma'), earlier],
  ['Greek: the key D opens the data sets', PC, press('δ', 'KeyD'), datasets],
  ['Greek: Alt with the key N', PC, press('ν', 'KeyN', { alt: true }), newPerson],
  ['Mac, Russian: ⌘ with the key Z', MAC, press('я', 'KeyZ', { meta: true }), undo],
  ['PC: Alt+N', PC, press('n', 'KeyN', { alt: true }), newPerson],
  ['Mac: Option+N, which begins an ñ', MAC, press('Dead', 'KeyN', { alt: true }), newPerson],
  ['Mac: Option+U writes nothing yet', MAC, press('Dead', 'KeyU', { alt: true }), actions.freezeUpdate],
  ['Mac: Option+A writes å', MAC, press('å', 'KeyA', { alt: true }), actions.muteAllAspects],
  [
    'Mac, AZERTY: Option+A where A is written',
    { apple: true, layout: new Map([['KeyQ', 'a']]) },
    press('‡', 'KeyQ', { alt: true }),
    actions.muteAllAspects,
  ],
  ['Mac: Option+0', MAC, press('º', 'Digit0', { alt: true }), reset],
  ['PC: Alt and the number pad write a character', PC, press('0', 'Numpad0', { alt: true }), null],
  ['the number pad counts', PC, press('1', 'Numpad1'), first],
  ['a digit with Shift is a sign', PC, press('!', 'Digit1', { shift: true }), null],
  ['"?" needs Shift on most keyboards', PC, press('?', 'Slash', { shift: true }), help],
  ['"/" with Shift, as on a German keyboard', PC, press('/', 'Digit7', { shift: true }), findPerson],
  ['"/" with Ctrl is another key', PC, press('/', 'Slash', { ctrl: true }), null],
  [
    'German PC: AltGr+8 is a bracket, Ctrl and Alt or not',
    PC,
    press('[', 'Digit8', { ctrl: true, alt: true, altGraph: true }),
    moveEarlier,
  ],
  ['German Linux: AltGr+8 is a bracket', PC, press('[', 'Digit8', { altGraph: true }), moveEarlier],
  ['German Mac: Option+5 is a bracket', MAC, press('[', 'Digit5', { alt: true }), moveEarlier],
  ['Polish PC: AltGr+N writes ń', PC, press('ń', 'KeyN', { ctrl: true, alt: true, altGraph: true }), null],
  ['PC: AltGr with a letter is none of the page', PC, press('d', 'KeyD', { altGraph: true }), null],
  ['PC: Ctrl+Alt is AltGr on many keyboards', PC, press('n', 'KeyN', { ctrl: true, alt: true }), null],
  ['Ctrl+D is the browser’s', PC, press('d', 'KeyD', { ctrl: true }), null],
  ['an accented Latin letter is itself', PC, press('ü', 'BracketLeft'), null],
];

describe('a key means what it writes', () => {
  it.each(TABLE)('%s', (_, board, one, action) => {
    expect(meant(one, board)).toEqual(action ? [action.id] : []);
  });

  it('machines with ⌘ are known', () => {
    expect(isApple('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe(true);
    expect(isApple('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe(false);
  });
});

describe('a key that a field needs belongs to the field', () => {
  const focus = (over: Partial<Focus> = {}): Focus => ({
    kind: 'text',
    closes: false,
    undoes: false,
    redoes: false,
    ...over,
  });
  const page = focus({ kind: 'other' });
  const list = focus({ kind: 'choice' });

  it.each(['d', '1', '/', '?', '[', 'Backspace', 'Delete', 'Alt+N', 'Alt+0'])(
    '%s is text, or changes it, while somebody writes',
    (keys) => {
      expect(belongsToFocus(keys, focus())).toBe(true);
      expect(belongsToFocus(keys, page)).toBe(false);
    },
  );

  it('what stands in front closes first', () => {
    expect(belongsToFocus('Escape', focus({ closes: true }))).toBe(true);
    expect(belongsToFocus('Escape', focus({ kind: 'other', closes: true }))).toBe(true);
    expect(belongsToFocus('Escape', focus())).toBe(false);
  });

  it('undo and redo are the field’s as long as there is something in it to undo or to redo', () => {
    for (const [keys, own] of [
      ['Mod+Z', 'undoes'],
      ['Mod+Shift+Z', 'redoes'],
      ['Ctrl+Y', 'redoes'],
    ] as const) {
      expect(belongsToFocus(keys, focus({ [own]: true }))).toBe(true);
      expect(belongsToFocus(keys, focus())).toBe(false);
      expect(belongsToFocus(keys, list)).toBe(false);
    }
  });

  it('commands work while somebody writes', () => {
    expect(belongsToFocus('Mod+Enter', focus())).toBe(false);
    expect(belongsToFocus('Mod+S', focus())).toBe(false);
  });

  it('arrow keys change a slider and choose among several, and no other key does', () => {
    const slider = focus({ kind: 'other', arrows: true });
    expect(belongsToFocus('ArrowRight', slider)).toBe(true);
    expect(belongsToFocus('PageDown', slider)).toBe(false);
    expect(belongsToFocus('ArrowRight', page)).toBe(false);
    expect(belongsToFocus('PageDown', focus())).toBe(true);
  });

  it('a list is chosen from by its letters', () => {
    expect(belongsToFocus('d', list)).toBe(true);
    expect(belongsToFocus('Alt+N', list)).toBe(false);
  });
});
