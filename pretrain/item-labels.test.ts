import { describe, expect, it } from 'vitest';
import { factInLabel, labelItems } from './item-labels';

const vocabulary = {
  word: ['<pad>', '<unk>', 'film', 'ship', 'desert', 'war'],
  reviews: Int32Array.from([0, 0, 4, 2, 1, 2]),
  keyword: Uint8Array.from([0, 0, 1, 1, 1, 1]),
};
/** Two reviews of each of three items; every review says "film". */
const data = { itemIds: ['10', '11', '12'], items: Int32Array.from([0, 0, 1, 1, 2, 2]) };
const keywords = {
  interaction: Int32Array.from([0, 0, 1, 1, 2, 2, 3, 4, 5]),
  word: Int32Array.from([2, 3, 2, 3, 2, 4, 2, 2, 2]),
  attention: Float32Array.from([0.9, 0.1, 0.9, 0.1, 0.8, 0.2, 1, 1, 1]),
};
const remaining = new Float32Array(6).fill(1);

describe('labels of items without a name', () => {
  it('name what sets an item apart, however heavy the word that all share', () => {
    const labels = labelItems(data, keywords, vocabulary, remaining, [['A. Director', '1997'], [], []]);
    expect(labels).toEqual(['A. Director, 1997 · ship', 'desert', '12']);
  });

  it('end in the id where two are the same', () => {
    const labels = labelItems(data, keywords, vocabulary, remaining, [['X'], ['X'], ['X']]);
    expect(labels[2]).toBe('X');
    const alone = { ...keywords, word: new Int32Array(9).fill(2) };
    expect(labelItems(data, alone, vocabulary, remaining, [['X'], ['X'], ['Y']])).toEqual([
      'X (10)',
      'X (11)',
      'Y',
    ]);
  });

  it('take the year of a date and the first of several values', () => {
    expect(factInLabel('Dec 16, 1985')).toBe('1985');
    expect(factInLabel('Comedy, Kids and Family')).toBe('Comedy');
    expect(factInLabel('Jake Kasdan')).toBe('Jake Kasdan');
  });
});
