import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TOKENISER_REVISION } from '../src/model/revision';
import { wordsOf } from '../src/model/tokens';
import { cleanText } from './clean-text';
import { parseReviews } from './reviews';

describe('cleanText', () => {
  it.each([
    [
      'entities are decoded',
      'salt &amp; pepper, &#34;caf&eacute;&#34; it&#8217;s',
      'salt & pepper, "café" it’s',
    ],
    ['a hard blank is a blank', 'malty&nbsp;sweet&nbsp end', 'malty sweet  end'],
    ['what was encoded twice is decoded twice', 'a &amp;quot;b&amp;quot; &amp;nbsp;c', 'a "b"  c'],
    [
      'tags go, their text stays',
      'see <a href="http://x.y/?a=1&amp;b=2">here</a>, <b>bold</b>!',
      'see here, bold!',
    ],
    ['a line break is a blank', 'one<br>two<br/>three<BR />four<br \\>five', 'one two three four five'],
    ['paragraphs do not run into one another', '<p>one</p><p>two</p>', ' one two '],
    ['mark-up inside a word does not split it', 'un<i>believ</i>able', 'unbelievable'],
    [
      'scripts, styles and comments go whole',
      'a<script>var b = "c";</script><style>d {}</style><!-- e -->f',
      'a f',
    ],
    ['a heart is no tag', 'I <3 it', 'I <3 it'],
    ['nor is a comparison', 'a < b and b > c, x<y', 'a < b and b > c, x<y'],
    ['nor an aside in pointed brackets', 'so <sighs> it was', 'so <sighs> it was'],
    [
      'a bracket that never closes swallows nothing',
      'fine <perfection, dark and <b rich',
      'fine <perfection, dark and <b rich',
    ],
    ['an ampersand is no entity', 'AT&T, R&D, fruit &notes of oak, &c', 'AT&T, R&D, fruit &notes of oak, &c'],
    ['an entity that is not known stays', 'a &sweet; b', 'a &sweet; b'],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('leaves no mark-up behind that a second look would take away', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '&',
      ';',
      'amp',
      'lt',
      'gt',
      'nbsp',
      '#38',
      '#60',
      'br',
      '/',
      'b',
      'script',
      '!--',
      '-->',
      ' ',
      '"',
      '=',
      'x',
      '3',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const clean = cleanText(pieces.join(''));
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 5000 },
    );
  });

  it('changes no text without pointed brackets and ampersands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[<&]/.test(text));
        expect(cleanText(text)).toBe(text);
      }),
    );
  });

  it('is what review files are read with: no word “nbsp”, “amp”, “quot”, “href” or “br” reaches the vocabulary', () => {
    const text = 'rich&nbsp;malt &amp; hops<br>see <a href=\\"#\\">this</a> &quot;ale&quot;';
    const [review] = parseReviews('r.jsonl', `{"user":"a","item":"x","text":"${text}"}`, {
      rating: null,
      aspects: null,
    });
    expect(review.text).toBe('rich malt & hops see this "ale"');
    expect(wordsOf(review.text, TOKENISER_REVISION)).toEqual(['rich', 'malt', 'hops', 'see', 'this', 'ale']);
  });
});
