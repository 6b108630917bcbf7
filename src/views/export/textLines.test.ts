import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml } from './markup';
import { wrap } from './textLines';

/** Every letter is one wide. */
const letters = (text: string): number => text.length;

describe('text in lines', () => {
  it('fits, and loses nothing but spaces', () => {
    const text = fc
      .array(fc.stringMatching(/^[a-z&=/]{1,30}$/), { maxLength: 20 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (all, width) => {
        const lines = wrap(all, width, letters);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(all.replaceAll(' ', ''));
      }),
    );
  });

  it('breaks at spaces where there are any', () => {
    expect(wrap('the first of twenty', 9, letters)).toEqual(['the first', 'of twenty']);
    expect(wrap('a link#is=long', 6, letters)).toEqual(['a', 'link#i', 's=long']);
  });
});

describe('text in XML', () => {
  it('is escaped, and holds no character that XML forbids', () => {
    expect(escapeXml('a < b & "c"\u0000\u001b')).toBe('a &lt; b &amp; &quot;c&quot;');
  });
});
