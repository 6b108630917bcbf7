import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCES = ['src/ui', 'src/views'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css)$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
);
const using = (pattern: RegExp): string[] =>
  SOURCES.filter(({ text }) => pattern.test(text))
    .map(({ name }) => name)
    .sort();

/** Where liking is meant, and what is liked there. */
const LIKING = {
  'src/views/shared/RatingChip.tsx': 'a rating',
  'src/views/profile/KeywordProfile.tsx': 'a word, by how those who use it rate',
  'src/views/recommended/Everyone.tsx': 'how many like it',
  'src/views/recommended/SumBar.tsx': 'what moves a choice score',
  'src/views/shared/sums/SplitPart.tsx': 'what moves a choice score or a predicted rating',
  'src/views/timeline/sentences.ts': 'a rating',
  'src/views/timeline/WaterfallCard.tsx': 'what moves a choice score',
};

describe('a colour has one meaning', () => {
  it('liking is coloured where liking is meant, and nowhere else', () => {
    expect(using(/\b(?:liking|polarityColor)\(/).filter((name) => name !== 'src/ui/colors.ts')).toEqual(
      Object.keys(LIKING).sort(),
    );
    // The legend of the profiles names both ends, and so does that of a sum of terms where it is saved.
    expect(using(/--(?:dis)?liked\b/)).toEqual([
      'src/ui/figure/bars.ts',
      'src/ui/theme.css',
      'src/views/profile/ColourKey.tsx',
    ]);
    expect(using(/'(?:dis)?liked'/)).toEqual(['src/ui/colors.ts']);
  });

  it('numbers of a vector have the two greys of theirs', () => {
    // With the keys that are saved beside them.
    expect(using(/var\(--(?:above|below)\)/)).toEqual([
      'src/ui/Bars.tsx',
      'src/views/change/StateStrip.tsx',
      'src/views/dimensions/Moves.tsx',
      'src/views/microscope/StationPanel.tsx',
    ]);
  });

  it('no other colours are made up beside the tokens', () => {
    const hues = /#[0-9a-f]{3,8}\b|\b(?:hsl|oklch|lab)\(/i;
    // The accent of the library, in its ten shades; black and white of what is exported, and of paper.
    expect(using(hues)).toEqual([
      'src/ui/parts.css',
      'src/ui/theme.css',
      'src/views/App.tsx',
      'src/views/export/inlineStyles.ts',
      'src/views/microscope/Microscope.module.css',
      'src/views/sheet/Sheet.module.css',
    ]);
  });

  it('words for colours stand where liking is explained', () => {
    expect(using(/\b(?:blue|orange)\b(?!-grey)/i)).toEqual([
      'src/ui/Term.tsx',
      'src/ui/colors.ts',
      'src/views/recommended/Recommended.tsx',
    ]);
  });
});

/** Tokens of both schemes. */
function tokensOf(selector: string): Record<string, string> {
  const css = readFileSync('src/ui/theme.css', 'utf8');
  const block = css.slice(css.indexOf(`${selector} {`), css.indexOf('\n}', css.indexOf(`${selector} {`)));
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

describe.each([
  ['light', ':root'],
  ['dark', '[data-mantine-color-scheme="dark"]'],
])('in %s colours', (_, selector) => {
  const tokens = tokensOf(selector);

  it('what tells something is seen on what it lies on: at least 3 to 1', () => {
    const marks = ['person', 'item', 'liked', 'disliked', 'above', 'below'];
    for (const mark of marks)
      for (const ground of ['paper', 'strip', 'track'])
        expect([mark, ground, contrast(tokens[mark], tokens[ground]) >= 3]).toEqual([mark, ground, true]);
  });

  it('above and below zero can be told apart without any hue', () => {
    expect(contrast(tokens.above, tokens.below)).toBeGreaterThan(2.5);
  });
});
