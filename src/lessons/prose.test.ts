import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesOf, piecesOf } from './prose';

describe('what a lesson says', () => {
  it('is taken apart into words, values and what matters', () => {
    expect(piecesOf('It *fell* from {before} to {after-all}.')).toEqual([
      { is: 'words', text: 'It ' },
      { is: 'strong', text: 'fell' },
      { is: 'words', text: ' from ' },
      { is: 'value', name: 'before' },
      { is: 'words', text: ' to ' },
      { is: 'value', name: 'after-all' },
      { is: 'words', text: '.' },
    ]);
    expect(namesOf('{a}{b} and {a}')).toEqual(['a', 'b', 'a']);
  });

  it('keeps as words what is no mark', () => {
    for (const text of ['2 * 3 is 6', '{ }', '{Big}', '**', '<b>no markup</b>', '{9}', 'a*'])
      expect(piecesOf(text)).toEqual([{ is: 'words', text }]);
    expect(piecesOf('')).toEqual([]);
  });

  it('loses nothing: put together again it is what was said', () => {
    const part = fc.constantFrom('{a}', '{b-2}', '*so*', '*', '{', '}', ' ', 'word', '\n', '<i>', '{A}');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const said = parts.join('');
        const again = piecesOf(said).map((piece) =>
          piece.is === 'value' ? `{${piece.name}}` : piece.is === 'strong' ? `*${piece.text}*` : piece.text,
        );
        expect(again.join('')).toBe(said);
      }),
    );
  });
});
