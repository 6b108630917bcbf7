import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * A token of theme.css; drawings that grow and shrink with their box may have a multiple of one, and what is shown to a class
 * grows with the screen.
 */
const TOKEN =
  /^(?:var\(--size-(?:note|small|body|lead|title|display)\)|var\(--(?:present|play)-text\)|calc\([\d.]+ \* var\(--size-note\)\)|inherit)$/;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:css|tsx?)$/.test(name) && !/\.test\./.test(name))
  .map((name) => [name, readFileSync(join('src', name), 'utf8')] as const);

/** What a pattern finds in files of an ending, and where. */
const found = (ending: RegExp, pattern: RegExp) =>
  files
    .filter(([name]) => ending.test(name))
    .flatMap(([name, text]) => [...text.matchAll(pattern)].map((match) => `${name}: ${match[1].trim()}`));
const others = (all: readonly string[]) => all.filter((one) => !TOKEN.test(one.slice(one.indexOf(': ') + 2)));

describe('text has one of six sizes', () => {
  it('in stylesheets', () => {
    const all = found(/\.css$/, /(?<![\w-])font(?:-size)?:([^;]+);/g);
    expect(all.length).toBeGreaterThan(50);
    expect(others(all)).toEqual([]);
  });

  it('in components, their drawings and charts', () => {
    const all = found(/\.tsx$/, /fontSize[=:]\s*[{'"]*([^'"}\s]+)/g);
    expect(all.length).toBeGreaterThan(3);
    expect(others(all)).toEqual([]);
  });

  it('and a canvas asks the page for it', () => {
    expect(found(/\.tsx?$/, /\.font = [`'"]([^`'"]*\d(?:px|rem|pt))/g)).toEqual([]);
  });
});
