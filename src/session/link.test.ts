import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from './link';

const review = fc.record({
  person: fc.string(),
  item: fc.string(),
  rating: fc.option(fc.double({ min: 0.5, max: 5, noNaN: true })),
  aspects: fc.array(fc.option(fc.integer())),
  text: fc.string({ unit: 'grapheme' }),
});

describe('links', () => {
  it('restore exactly what they were made from', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(review), fc.string({ minLength: 1 }), async (reviews, person) => {
        const log = reviews.map((r, k) => ({ key: `s${k}`, ...r }));
        const { problem, ...read } = await decodeLink(
          `#${await encodeLink({ person, item: null, log, model: 'abc' })}`,
        );
        expect(problem).toBeNull();
        expect(read).toEqual({ person, item: null, log, model: 'abc' });
      }),
    );
  });

  it('keep person and item when the reviews are damaged, and say so', async () => {
    const link = await encodeLink({
      person: 'p',
      item: 'i',
      model: null,
      log: [{ key: 's1', person: 'p', item: 'i', rating: 4, aspects: [], text: 'x' }],
    });
    const read = await decodeLink(link.replace(/log=.{6}/, 'log=AAAAAA'));
    expect(read.person).toBe('p');
    expect(read.item).toBe('i');
    expect(read.log).toEqual([]);
    expect(read.problem).toContain('damaged');
  });
});
