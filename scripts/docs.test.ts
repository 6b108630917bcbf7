import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/** Documents that speak of the code by its names. */
const DOCUMENTS = ['README.md', 'docs/ARCHITECTURE.md', 'docs/LESSONS.md', 'pretrain/README.md'];
const CODE = ['src', 'pretrain', 'scripts', 'e2e', 'bench'];
/** Made by a build, so no part of the repository. */
const MADE = new Set(['dist/']);

const read = (file: string): string => readFileSync(file, 'utf8');
/** Markdown without its blocks of code, which are commands and formulas. */
const prose = (document: string): string => read(document).replace(/^```.*?^```/gms, '');

/** The anchor that GitHub makes of a heading. */
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
const anchorsOf = (document: string) =>
  new Set(Array.from(prose(document).matchAll(/^#+ (.+)$/gm), ([, heading]) => slug(heading)));

/** `folder/`, `folder/file.ts` or `folder/file.ts: name, other name` in code quotes. */
const NAMED = /`((?:[\w.-]+\/)*[\w.-]+(?:\/|\.(?:tsx?|css|m?js|json|md|py|grit)))(?:: ([\w, ]+))?`/g;
const LINK = /\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g;

it.each(DOCUMENTS)('%s names files, and names in them, that are there', (document) => {
  const bases = ['', 'src', dirname(document)];
  const missing = Array.from(prose(document).matchAll(NAMED)).flatMap(([, path, names]) => {
    if (MADE.has(path)) return [];
    const found = bases.map((base) => join(base, path)).find((one) => existsSync(one));
    if (!found) return [path];
    const words = new Set(names && read(found).match(/\w+/g));
    return (names?.split(', ') ?? []).filter((name) => !words.has(name)).map((name) => `${path}: ${name}`);
  });
  expect(missing).toEqual([]);
});

it.each(DOCUMENTS)('%s links to files and headings that are there', (document) => {
  const dead = Array.from(prose(document).matchAll(LINK)).flatMap(([link, path, anchor]) => {
    const target = path ? join(dirname(document), path) : document;
    return existsSync(target) && (!anchor || anchorsOf(target).has(anchor)) ? [] : [link];
  });
  expect(dead).toEqual([]);
});

it('comments that link to the architecture name a heading of it', () => {
  const anchors = anchorsOf('docs/ARCHITECTURE.md');
  const files = CODE.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ).filter((file) => /\.(tsx?|mjs|py)$/.test(file) && !file.endsWith('docs.test.ts'));
  const links = files.flatMap((file) =>
    Array.from(read(file).matchAll(/ARCHITECTURE\.md#([\w-]*)/g), ([, anchor]) => ({ file, anchor })),
  );
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter(({ anchor }) => !anchors.has(anchor))).toEqual([]);
});
