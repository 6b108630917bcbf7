import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionLines, fileName, slug } from './caption';
import { FROM } from './testing/provenance';
import { unique } from './titles';

describe('the caption', () => {
  it('says what it is, where it comes from and how to get there again', () => {
    expect(captionLines({ title: 'The first 20', summary: '17 rose.' }, FROM)).toEqual([
      'The first 20',
      '17 rose.',
      'DReX Lab · Beers · model fc3e74ab8af0 · webgpu (Some GPU) · 1 entry written or changed here · 2026-05-04',
      FROM.link,
    ]);
  });

  it('says when it is not the present', () => {
    const remarks = ['A past moment, just after “Shiner Bock”, not the present.'];
    expect(captionLines({ title: 'Map', summary: null }, { ...FROM, remarks })[1]).toBe(remarks[0]);
  });
});

describe('names of files', () => {
  it('have small letters, digits and hyphens', () => {
    expect(slug('4.42 for Westvleteren 12 (XII), as a sum')).toBe('4-42-for-westvleteren-12-xii-as-a-sum');
    expect(slug('Château d’Été')).toBe('chateau-d-ete');
    expect(slug('←')).toBe('untitled');
    expect(fileName(FROM, 'The first 20', 'svg')).toBe('drex-beers-timeline-the-first-20.svg');
  });

  it('are short and end in a whole word, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        expect(slug(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug(title).length).toBeLessThanOrEqual(61);
      }),
    );
    const long = slug('one two three four five six seven eight nine ten eleven twelve thirteen');
    expect(long).toMatch(/-(eleven|twelve)$/);
  });
});

describe('titles and sentences', () => {
  it('titles of the same kind differ', () => {
    const all = ['a', 'b', 'a', 'a'].map((title) => ({ kind: 'figure', title }));
    const titles = unique([...all, { kind: 'table', title: 'a' }]).map(({ title }) => title);
    expect(titles).toEqual(['a', 'b', 'a (2)', 'a (3)', 'a']);
  });
});
