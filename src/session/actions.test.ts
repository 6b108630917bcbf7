import { describe, expect, it } from 'vitest';
import { actions, matches } from './actions';

const press = (key: string, over: Partial<Parameters<typeof matches>[1]> = {}) => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...over,
});

describe('keys', () => {
  it('undo and redo differ by Shift alone, on both kinds of keyboard', () => {
    expect(matches(actions.undo.keys, press('z', { ctrlKey: true }))).toBe(true);
    expect(matches(actions.undo.keys, press('z', { metaKey: true }))).toBe(true);
    expect(matches(actions.undo.keys, press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matches(actions.redo.keys, press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
  });

  it('a plain key does not answer to a chord', () => {
    expect(matches(actions.findPerson.keys, press('/'))).toBe(true);
    expect(matches(actions.findPerson.keys, press('/', { ctrlKey: true }))).toBe(false);
    expect(matches(actions.help.keys, press('?', { shiftKey: true }))).toBe(true);
  });

  it('no two actions share a key', () => {
    const keys = Object.values(actions).map((a) => a.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('every action has an id of its own and says what it does', () => {
    const all = Object.values(actions);
    expect(new Set(all.map((a) => a.id)).size).toBe(all.length);
    for (const action of all) expect(action.label).toMatch(/^[A-Z].+/);
  });
});
