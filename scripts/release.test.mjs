import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { earlier, releaseOf } from './release.mjs';
import { checkFile } from './replace.mjs';

const SITE = [
  'index.html',
  'serviceWorker.js',
  'THIRD-PARTY-LICENCES.txt',
  'assets/page-1.js',
  'lessons/index.json',
  'lessons/one-review.json',
  'datasets/index.json',
  ...['beers', 'books', 'films', 'instruments', 'teas'].map((id) => `datasets/${id}/manifest.json`),
];

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drex-release-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function site(names) {
  const root = join(folder, 'site');
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), `This is ${name}.`);
  }
  return root;
}

it('holds the whole site, the licence and the instructions, in one folder', () => {
  const { zip } = releaseOf(site(SITE), '1.2.3');
  const files = unzipSync(zip);
  expect(Object.keys(files).sort()).toEqual(
    [...SITE, 'INSTRUCTIONS.html', 'LICENSE.txt'].map((name) => `drex-lab/${name}`).sort(),
  );
  const text = (name) => new TextDecoder().decode(files[`drex-lab/${name}`]);
  expect(text('assets/page-1.js')).toBe('This is assets/page-1.js.');
  expect(text('INSTRUCTIONS.html')).toContain('DReX Lab 1.2.3');
});

it('is the same for the same site', () => {
  const root = site(SITE);
  expect(releaseOf(root, '1').zip).toEqual(releaseOf(root, '1').zip);
});

it.each([['datasets/films/manifest.json'], ['serviceWorker.js'], ['lessons/index.json']])(
  'names what is missing: %s',
  (name) => {
    expect(() => releaseOf(site(SITE.filter((one) => one !== name)), '1')).toThrow(name);
  },
);

it('refuses a site without any lesson', () => {
  expect(() => releaseOf(site(SITE.filter((one) => !one.endsWith('one-review.json'))), '1')).toThrow(
    'lesson',
  );
});

it('replaces a release, and nothing that this command did not write', () => {
  const out = join(folder, 'out.zip');
  expect(() => checkFile('--out', out, earlier)).not.toThrow();
  writeFileSync(out, releaseOf(site(SITE), '1').zip);
  expect(() => checkFile('--out', out, earlier)).not.toThrow();
  writeFileSync(out, zipSync({ 'holidays.txt': new Uint8Array(3) }));
  expect(() => checkFile('--out', out, earlier)).toThrow('is not a release of DReX Lab');
  writeFileSync(out, 'a letter');
  expect(() => checkFile('--out', out, earlier)).toThrow('is not a release of DReX Lab');
});
