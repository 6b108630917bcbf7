import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { command, flag, readOptions, text } from './options.mjs';
import { instructions } from './release-instructions.mjs';
import { checkFile, RefusedError, replaceFile } from './replace.mjs';
import { checkNode, ensureBuild, ensureDependencies, ROOT } from './setup.mjs';

/**
 * The whole site as one zip, for a school's own server. The same build gives the same zip, byte by byte.
 */

/** No larger than what a teacher sends or puts on a stick without a thought, in bytes. */
const MOST = 20_000_000;

/** What the zip opens with, and what tells that this command wrote it. */
const INSTRUCTIONS = 'INSTRUCTIONS.html';
const FOLDER = 'drex-lab/';
const BUNDLES = ['beers', 'books', 'films', 'instruments', 'teas'];

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** An earlier zip of this command; anything else is never written over. */
export const earlier = {
  what: 'a release of DReX Lab',
  is: (bytes) => {
    try {
      const name = FOLDER + INSTRUCTIONS;
      const found = unzipSync(bytes, { filter: (file) => file.name === name })[name];
      return found !== undefined && new TextDecoder().decode(found).includes('npm run release');
    } catch {
      return false;
    }
  },
};

/** All files below a folder, by their paths with slashes, in order. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => relative('.', name).split(sep).join('/'))
    .sort();
}

/** What a site has to hold so that a class can work with it; what is missing. */
function missingIn(names) {
  const lessons = names.filter((name) => /^lessons\/(?!index\.json$).+\.json$/.test(name));
  const needed = [
    'index.html',
    'serviceWorker.js',
    'THIRD-PARTY-LICENCES.txt',
    'lessons/index.json',
    'datasets/index.json',
    ...BUNDLES.map((id) => `datasets/${id}/manifest.json`),
  ];
  return [
    ...needed.filter((name) => !names.includes(name)),
    ...(lessons.length === 0 ? ['any lesson in lessons/'] : []),
  ];
}

/**
 * The zip of a site.
 * @param folder the built site
 * @param version of the project
 * @throws RefusedError where something is missing, or the zip is too large
 */
export function releaseOf(folder, version) {
  const names = filesBelow(folder);
  const missing = missingIn(names);
  if (missing.length > 0)
    throw new RefusedError(`${folder} is not the whole site: it lacks ${missing.join(', ')}.`);
  const page = instructions(version);
  const files = Object.fromEntries([
    [FOLDER + INSTRUCTIONS, new TextEncoder().encode(page)],
    [`${FOLDER}LICENSE.txt`, readFileSync(join(ROOT, 'LICENSE'))],
    ...names.map((name) => [FOLDER + name, readFileSync(join(folder, name))]),
  ]);
  // A date of its own would make another zip of the same site.
  const zip = zipSync(files, { level: 9, mtime: new Date(2000, 0, 1) });
  if (zip.length > MOST)
    throw new RefusedError(
      `The zip would have ${megabytes(zip.length)}; at most ${megabytes(MOST)} are meant to be handed on.`,
    );
  return { zip, names: Object.keys(files) };
}

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const RELEASE = {
  run: 'npm run release --',
  about: 'Builds the site and makes one zip of it, with instructions, for a school’s own server.',
  options: {
    out: text('FILE', 'the zip to write', { default: `drex-lab-${version}.zip` }),
    rebuild: flag('build even if nothing has changed'),
  },
};

if (process.argv[1]?.endsWith('release.mjs'))
  command(() => {
    const values = readOptions(RELEASE);
    if (!values) return;
    checkNode();
    checkFile('--out', values.out, earlier);
    ensureDependencies();
    ensureBuild(values.rebuild);
    const { zip, names } = releaseOf(join(ROOT, 'dist'), version);
    replaceFile(values.out, zip);
    console.log(
      `${values.out}: ${names.length} files, ${megabytes(zip.length)} (at most ${megabytes(MOST)})`,
    );
  });
