import { type Timer, within } from '../engine/timeLimit';

/** A browser that asks whether the page may copy is given so long for the answer, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Copies a text; false where the browser does not let the page. Over plain http there is no clipboard to ask, only the
 * command of old.
 */
export async function copyText(text: string, timer?: Timer): Promise<boolean> {
  try {
    await within(navigator.clipboard.writeText(text), PATIENCE, 'was not copied', timer);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.cssText = 'position:fixed;opacity:0';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
