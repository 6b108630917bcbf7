import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNKNOWN_ID } from './config';
import { ALONE_PART, effectsOf, MASKED_PART, sharesOf, versionCount, versionsOf } from './effects';

describe('the versions of a review', () => {
  it('are itself, silence, each word masked, and each word alone', () => {
    expect(versionsOf([7, 8]).map((ids) => [...ids])).toEqual([
      [7, 8],
      [1, 1],
      [1, 8],
      [7, 1],
      [7, 1],
      [1, 8],
    ]);
  });

  it('mask one word or all but one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 99 }), { minLength: 1 }), (ids) => {
        const [whole, silent, ...others] = versionsOf(ids);
        expect(others.length + 2).toBe(versionCount(ids.length));
        expect([...whole]).toEqual(ids);
        expect(silent.every((id) => id === UNKNOWN_ID)).toBe(true);
        others.forEach((version, k) => {
          const masked = version.filter((id) => id === UNKNOWN_ID).length;
          expect(masked).toBe(k < ids.length ? 1 : ids.length - 1);
        });
      }),
    );
  });
});

describe('the effect of a word', () => {
  it('weighs masking it by three quarters and saying it alone by one', () => {
    // whole 4, silent 3; without the words 3.6 and 4.2; alone 3.8 and 3.
    const effects = effectsOf([4, 3, 3.6, 4.2, 3.8, 3]);
    expect(effects[0]).toBeCloseTo(0.75 * 0.4 + 0.25 * 0.8, 12);
    expect(effects[1]).toBeCloseTo(0.75 * 0.2, 12);
    const shares = sharesOf(effects);
    expect(shares[0]).toBeCloseTo(0.5 / 0.65, 12);
    expect(shares[0] + shares[1]).toBeCloseTo(1, 12);
  });

  it('is no share of anything where no word moves the rating', () => {
    expect([...sharesOf(effectsOf([4, 4, 4, 4]))]).toEqual([0]);
    expect([...sharesOf(effectsOf([4, 4]))]).toEqual([]);
  });

  it('has the parts that the prose names', () => {
    const glyphs: Record<number, string> = { 0.25: '¼', 0.5: '½', 0.75: '¾' };
    for (const file of ['docs/ARCHITECTURE.md', 'pretrain/README.md']) {
      const prose = readFileSync(file, 'utf8').replace(/\s+/g, ' ');
      expect(prose, file).toContain(
        `${glyphs[MASKED_PART]} of the change of the predicted rating when the word is masked`,
      );
      expect(prose, file).toContain(`${glyphs[ALONE_PART]} of the change when it alone is said`);
    }
  });
});
