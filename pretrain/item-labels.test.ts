import { describe, expect, it } from 'vitest';
import { factInLabel, labelItems, unrepeated } from './item-labels';

const vocabulary = {
  word: ['<pad>', '<unk>', 'film', 'ship', 'desert', 'war'],
  reviews: Int32Array.from([0, 0, 4, 2, 1, 2]),
  keyword: Uint8Array.from([0, 0, 1, 1, 1, 1]),
};
/** Two reviews of each of three items; every review says "film". */
const data = {
  itemIds: ['10', '11', '12'],
  items: Int32Array.from([0, 0, 1, 1, 2, 2]),
  tokens: [[2, 3], [2, 3, 5], [2, 4], [2], [2], [2]].map((ids) => Int32Array.from(ids)),
};

describe('labels of items without a name', () => {
  it('name what sets an item apart, and not what all share', () => {
    const labels = labelItems(data, vocabulary, [['A. Director', '1997'], [], []]);
    expect(labels).toEqual(['A. Director, 1997 · ship, war', 'Desert', '12']);
  });

  it('leave out the word of a single reviewer where there are more', () => {
    const third = { ...data, items: Int32Array.of(0, 0, 0, 1, 2, 2) };
    expect(labelItems(third, vocabulary, [[], [], []])[0]).toBe('Ship');
  });

  it('say nothing twice, neither a word in another form nor what the facts say', () => {
    const words = ["hitchcock's", 'hitchcock', 'rope', 'ropes', 'glass', "stewart's", 'stewart'];
    expect(unrepeated(words, ['Alfred Hitchcock', '1948'])).toEqual(['rope', 'glass', "stewart's"]);
    expect(labelItems(data, vocabulary, [['The Ships', '1997'], [], []])[0]).toBe('The Ships, 1997 · war');
  });

  it('end in the id where two are the same', () => {
    const alike = { ...data, tokens: data.tokens.map(() => Int32Array.of(2)) };
    expect(labelItems(alike, vocabulary, [['X'], ['X'], ['Y']])).toEqual(['X (10)', 'X (11)', 'Y']);
  });

  it('take the year of a date and the first of several values', () => {
    expect(factInLabel('Dec 16, 1985')).toBe('1985');
    expect(factInLabel('Comedy, Kids and Family')).toBe('Comedy');
    expect(factInLabel('Jake Kasdan')).toBe('Jake Kasdan');
  });
});
