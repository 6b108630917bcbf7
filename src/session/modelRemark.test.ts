import { expect, it } from 'vitest';
import { saidWords } from '../views/shared/saidWords';
import { modelRemark } from './modelRemark';

const dataset = {
  modelHash: 'a'.repeat(64),
  earlier: [{ hash: 'b'.repeat(64), change: 'Nobody’s scale is negative.', test: null }],
};

it.each([
  ['nothing of the same model', 'a'.repeat(64), null],
  ['nothing of the first digits of the same model, as a link has them', 'a'.repeat(12), null],
  ['nothing where no model is named', null, null],
  ['nothing where a kept log names none', '', null],
  [
    'what changed since an earlier state of the model',
    'b'.repeat(12),
    'This link was made with an earlier state of this model. The reviews were replayed with the present one; what has changed since: Nobody’s scale is negative.',
  ],
  [
    'that a hash that nobody knows is another model',
    'c'.repeat(64),
    'This link was made with another version of the model. The reviews were replayed with the present one, so numbers differ.',
  ],
])('says %s', (_, hash, said) => {
  expect(saidWords(modelRemark(hash, dataset, 'link')) || null).toBe(said);
});
