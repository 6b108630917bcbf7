import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { main, ROOT } from './setup.mjs';

const HELP = `Writes public/THIRD-PARTY-LICENCES.txt: every package that the application depends on, with its licence.

  node scripts/licences.mjs [--check]     --check writes nothing and fails when the file is not up to date
`;
const TARGET = join(ROOT, 'public/THIRD-PARTY-LICENCES.txt');
const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const RULE = '='.repeat(78);

/** Web address of a package; a bare owner/name stands for GitHub. */
function homeOf({ homepage, repository }) {
  const home = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
  return /^[\w-]+\/[\w.-]+$/.test(home) ? `https://github.com/${home}` : home;
}

/** Packages of the production tree by the lock file, nested copies included. */
function productionPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !entry.optional)
    .map(([path]) => ({ path, folder: join(ROOT, path) }))
    .filter(({ path, folder }) => {
      if (existsSync(join(folder, 'package.json'))) return true;
      throw new Error(`${path} is not installed. Run: npm ci`);
    })
    .map(({ folder }) => {
      const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return {
        name: `${about.name} ${about.version}`,
        licence: typeof about.license === 'string' ? about.license : (about.license?.type ?? 'unknown'),
        author: (typeof about.author === 'string' ? about.author : about.author?.name) ?? about.name,
        home: homeOf(about),
        texts: readdirSync(folder)
          .filter((name) => LICENCE_FILE.test(name))
          .sort()
          .map((name) => readFileSync(join(folder, name), 'utf8')),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const tidyText = (text) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');

/** Texts for a package that ships none: the project's own MIT text, or the Apache 2.0 of another package. */
function standardTexts(one, all) {
  return one.licence.split(' AND ').map((licence) => {
    if (licence === 'MIT') {
      const mit = readFileSync(join(ROOT, 'LICENSE'), 'utf8');
      return mit.replace(/^Copyright.*$/m, `Copyright (c) ${one.author}`);
    }
    const donor = all.find((p) => p.licence === licence && licence === 'Apache-2.0' && p.texts.length > 0);
    if (!donor)
      throw new Error(`${one.name} (${licence}) ships no licence text: add one to scripts/licences.mjs`);
    return donor.texts[0];
  });
}

/** Code compiled into a package's binary, which that package does not list. */
const COMPILED_IN = readFileSync(join(ROOT, 'scripts/licences-compiled-in.txt'), 'utf8');

function render() {
  const all = productionPackages();
  const groups = new Map();
  for (const one of all) {
    const texts = one.texts.length > 0 ? one.texts : standardTexts(one, all);
    const text = texts.map(tidyText).join('\n\n');
    const key = text.replace(/\s+/g, ' ');
    if (!groups.has(key)) groups.set(key, { text, members: [] });
    groups.get(key).members.push(one);
  }
  const blocks = [...groups.values()].map(({ text, members }) => {
    const names = members.map((m) => `${m.name} (${m.licence})${m.home ? `  ${m.home}` : ''}`);
    return `${names.join('\n')}\n\n${text}`;
  });
  const head = 'DReX Lab uses the following packages. Each stands under its own licence.';
  return `${[head, ...blocks, tidyText(COMPILED_IN)].join(`\n\n${RULE}\n`)}\n`;
}

main(() => {
  const { values } = parseArgs({
    options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const text = render();
  if (!values.check) {
    writeFileSync(TARGET, text);
    console.log(`${text.split(RULE).length - 1} licence texts, ${(text.length / 1000).toFixed(0)} KB`);
  } else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text)
    throw new Error('public/THIRD-PARTY-LICENCES.txt is not up to date. Run: node scripts/licences.mjs');
});
