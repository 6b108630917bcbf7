import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDERS = ['src', 'pretrain', 'scripts', 'bench', 'e2e'];
const OWN = /\.(?:ts|tsx|mjs|css)$/;

const files = [...FOLDERS.flatMap(filesIn), 'playwright.config.ts'].map((name) => ({
  name,
  text: readFileSync(name, 'utf8'),
}));

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => OWN.test(name)).map((name) => join(folder, name));
}

it('no file is longer than 400 lines, and one of more than 300 says in a comment at its head why it is long', () => {
  const long = files.filter(({ name, text }) => {
    const why = /\/\*[\s\S]*?\*\//.exec(text)?.[0] ?? '';
    const lines = text.split('\n').length - 1;
    return lines > (/\blong(?:er)?\b/i.test(why) ? 400 : 300) && !/\.test\.|\/testing\/|^e2e\//.test(name);
  });
  expect(long.map(({ name }) => name)).toEqual([]);
});

it('what one file exports, another one uses', () => {
  const used = new Map<string, number>();
  for (const { text } of files)
    for (const word of new Set(text.match(/\w+/g))) used.set(word, (used.get(word) ?? 0) + 1);
  const alone = files.flatMap(({ name, text }) =>
    Array.from(text.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm), ([, one]) => one)
      .filter((one) => used.get(one) === 1)
      .map((one) => `${name}: ${one}`),
  );
  expect(alone).toEqual([]);
});

it('no two modules differ by capitals alone: where a file system takes them for one, an import finds the other', () => {
  const modules = files.map(({ name }) => name.replace(/\.tsx?$/, ''));
  const folded = modules.map((name) => name.toLowerCase());
  expect(modules.filter((_, k) => folded.indexOf(folded[k]) !== k)).toEqual([]);
});

it('what puts a module in the place of another one is tested alone', () => {
  const config = readFileSync('vite.config.ts', 'utf8');
  const mocking = files.filter(({ name, text }) => name.endsWith('.test.ts') && /^vi\.mock\(/m.test(text));
  expect(mocking.length).toBeGreaterThan(0);
  for (const { name } of mocking) {
    const [, stem] = /(\w+)\.test\.ts$/.exec(name) ?? [];
    expect(config, `${name} belongs to MOCKING`).toMatch(new RegExp(`MOCKING = \\[[^;]*\\b${stem}\\b`));
  }
});
