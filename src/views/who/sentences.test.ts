import { expect, it } from 'vitest';
import { alikeWords, nameProblem } from './sentences';

it('a name that cannot be taken is told why, any other is taken', () => {
  expect(nameProblem('')).toBeNull();
  expect(nameProblem('   ')).toBeNull();
  expect(nameProblem('Ana')).toBeNull();
  expect(nameProblem('\u200b\u202e')).toBe('Nothing of this can be seen. Write a letter or two.');
  expect(nameProblem('a'.repeat(52))).toBe('At most 40 letters, please; these are 52.');
});

it('who has the name of somebody else is told what they are called', () => {
  expect(alikeWords('Ana', 'Ana')).toBe('');
  expect(alikeWords('Ana', 'Ana (2)')).toBe('Somebody else is called Ana, so this one is Ana (2).');
});
