import type { Focus } from './keys';

type Field = HTMLElement;

/** Input types that nothing is written in. */
const NO_TEXT = /^(range|checkbox|radio|button|submit|reset|color|file|image)$/;

const textField = (target: EventTarget | null): Field | null => {
  if (target instanceof HTMLTextAreaElement) return target.readOnly ? null : target;
  if (target instanceof HTMLInputElement) return NO_TEXT.test(target.type) || target.readOnly ? null : target;
  return target instanceof HTMLElement && target.isContentEditable ? target : null;
};

/** What arrow keys change. */
const ARROWS = 'select, [type="radio"], [type="range"], [role="slider"], [role="radio"], [role="tab"]';

const textOf = (field: Field): string => ('value' in field ? String(field.value) : (field.textContent ?? ''));

/** Tells what keys are pressed on. */
export interface FocusWatch {
  /** Remembers what is written, so that an empty field is known to have something to undo. */
  readonly noteInput: (event: Event) => void;
  /** What a key was pressed on. */
  readonly focusOf: (target: EventTarget | null) => Focus;
}

export function watchFocus(): FocusWatch {
  // What people wrote last, and whether they did so by undoing. A text that the page itself changed is another.
  const written = new WeakMap<Field, { readonly text: string; readonly undone: boolean }>();
  return {
    noteInput(event) {
      const field = textField(event.target);
      const undone = (event as InputEvent).inputType === 'historyUndo';
      if (field) written.set(field, { text: textOf(field), undone });
    },
    focusOf(target) {
      const closes =
        target instanceof Element &&
        target.closest('[role="dialog"], [aria-haspopup][aria-expanded="true"]') !== null;
      const field = textField(target);
      if (!field) {
        const kind = target instanceof HTMLSelectElement ? 'choice' : 'other';
        const arrows = target instanceof Element && target.closest(ARROWS) !== null;
        return { kind, arrows, closes, undoes: false, redoes: false };
      }
      const text = textOf(field);
      const last = written.get(field);
      const own = last?.text === text;
      return {
        kind: 'text',
        closes,
        undoes: text !== '' || (own && !last.undone),
        redoes: text !== '' || (own && last.undone),
      };
    },
  };
}
