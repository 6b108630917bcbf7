import { expect, it } from 'vitest';
import { namedKeys } from './keys';

it('keys are called as on the machine', () => {
  expect(namedKeys('Mod+Shift+Z', true)).toBe('⌘⇧Z');
  expect(namedKeys('Alt+N', true)).toBe('⌥N');
  expect(namedKeys('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
  expect(namedKeys('Alt+N', false)).toBe('Alt+N');
  expect(namedKeys('d', true)).toBe('d');
});
