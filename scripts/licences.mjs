import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flag, readOptions } from './options.mjs';
import { replaceFile } from './replace.mjs';
import { main, ROOT } from './setup.mjs';

const LICENCES = {
  run: 'npm run licences --',
  about:
    'Writes public/THIRD-PARTY-LICENCES.txt: the packages that ship with the application and their licences.',
  options: { check: flag('write nothing and fail when the file is not up to date') },
};
const TARGET = join(ROOT, 'public/THIRD-PARTY-LICENCES.txt');
const RULE = '-'.repeat(80);

/** What the application imports, directly or not. The union package is for pretraining only. */
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const SHIPPED = Object.keys(dependencies).filter((name) => name !== '@tensorflow/tfjs');

/** Of what only builds the page, the few lines that register its service worker ship too; nothing that these need. */
const BUILT_IN = ['vite-plugin-pwa'];

/** Folder of a package as Node would find it from another package's folder. */
function find(name, from) {
  for (let folder = from; folder.startsWith(ROOT); folder = join(folder, '..')) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
  }
  return null;
}

function collect(name, from, found, alone = false) {
  const folder = find(name, from);
  if (!folder || found.has(folder) || name.startsWith('@types/')) return;
  const info = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file))
    .sort()
    .map((file) => tidy(readFileSync(join(folder, file), 'utf8')));
  found.set(folder, { ...info, texts });
  if (!alone) for (const next of Object.keys(info.dependencies ?? {})) collect(next, folder, found);
}

const tidy = (text) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');

const authorOf = ({ author, name }) => (typeof author === 'string' ? author : author?.name) ?? name;

/** The text for a package that ships none: the project's own MIT text, or the Apache 2.0 of another package. */
function standardText(info, all) {
  if (info.license === 'MIT') {
    const mit = tidy(readFileSync(join(ROOT, 'LICENSE'), 'utf8'));
    return mit.replace(/^Copyright.*$/m, `Copyright (c) ${authorOf(info)}`);
  }
  const donor = all.find((p) => p.license === 'Apache-2.0' && p.texts.length > 0);
  if (info.license === 'Apache-2.0' && donor) return donor.texts[0];
  throw new Error(`${info.name} (${info.license}) ships no licence text: add one to scripts/licences.mjs`);
}

/** One block for all packages under the very same text. */
function render() {
  const found = new Map();
  for (const name of SHIPPED) {
    if (!find(name, ROOT)) throw new Error(`${name} is not installed. Run: npm install`);
    collect(name, ROOT, found);
  }
  for (const name of BUILT_IN) collect(name, ROOT, found, true);
  const all = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const groups = new Map();
  for (const info of all) {
    const text = info.texts.length > 0 ? info.texts.join('\n\n') : standardText(info, all);
    const key = text.replace(/\s+/g, ' ');
    if (!groups.has(key)) groups.set(key, { text, names: [] });
    groups.get(key).names.push(`${info.name} ${info.version} (${info.license})`);
  }
  const parts = [
    'Software by others that ships with DReX Lab, with its licences. Made by scripts/licences.mjs.',
    ...[...groups.values()].map(({ text, names }) => `${names.join('\n')}\n\n${text}`),
    // Code inside a package's binary, which that package does not list.
    tidy(readFileSync(join(ROOT, 'scripts/licences-compiled-in.txt'), 'utf8')),
  ];
  return { text: `${parts.join(`\n\n${RULE}\n\n`)}\n`, packages: all.length };
}

main(() => {
  const values = readOptions(LICENCES);
  if (!values) return;
  const { text, packages } = render();
  if (!values.check) {
    replaceFile(TARGET, text);
    console.log(`${packages} packages, ${(text.length / 1000).toFixed(0)} KB`);
  } else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text)
    throw new Error('public/THIRD-PARTY-LICENCES.txt is not up to date. Run: node scripts/licences.mjs');
});
