import { expect, it } from 'vitest';
import { missingSentence } from './sentences';

it('says why nothing is said of how good the model is, with as much of a hash as one compares', () => {
  expect(missingSentence({ is: 'absent' })).toBe('This data set comes without evidence.');
  expect(missingSentence({ is: 'outdated' })).toBe(
    'The evidence beside this data set is of an earlier form, whose figures were measured in another way.',
  );
  expect(missingSentence({ is: 'of-other-set', id: 'films' })).toContain('another one, “films”');
  expect(missingSentence({ is: 'of-other-model', measured: 'f'.repeat(64), ships: 'a'.repeat(64) })).toBe(
    'The evidence was measured with another model (ffffffffffff) than the one that ships (aaaaaaaaaaaa).',
  );
});
