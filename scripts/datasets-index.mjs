import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readOptions } from './options.mjs';
import { checkFile, jsonOf, replaceFile } from './replace.mjs';
import { main, ROOT } from './setup.mjs';

const FOLDER = join(ROOT, 'public/datasets');

const DATASETS = {
  run: 'npm run datasets --',
  about: 'Writes public/datasets/index.json, the list of the gallery: every bundle in public/datasets.',
  options: {},
};
const EARLIER_INDEX = {
  what: 'an earlier list of data sets',
  is: (content) => Array.isArray(jsonOf(content)?.datasets),
};

/** What opens when nobody asks for a bundle; it comes first. */
const DEFAULT = 'beers';

const modalitiesOf = ({ model }) => [
  // Without text the vocabulary holds nothing but padding and unknown.
  ...(model.vocabularySize > 2 ? ['text'] : []),
  'rating',
  ...(model.aspects.length > 0 ? ['aspects'] : []),
];

/** The entry of a bundle in the gallery, from its manifest alone. */
function cardOf(manifest) {
  const { id, name, about, description, planted, counts, tables, files } = manifest;
  const { users, items, interactions } = counts;
  return {
    id,
    name,
    ...(about && { about }),
    description,
    planted,
    counts: { users, items, interactions },
    modalities: modalitiesOf(manifest),
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    terms: tables.texts ? 'whole-texts' : 'derived-only',
  };
}

/** @throws Error where the page would look for the bundle in another folder, or the file is no manifest. */
function manifestOf(path) {
  const manifest = jsonOf(readFileSync(path));
  if (!manifest?.model || !Array.isArray(manifest.files))
    throw new Error(`${path} is no manifest of a bundle. Build the bundle again, or move it away.`);
  const folder = basename(dirname(path));
  if (manifest.id !== folder)
    throw new Error(
      `${path}: the bundle calls itself "${manifest.id}", but the page opens it by its folder "${folder}". Give the folder that name, or the descriptor that id, and train again.`,
    );
  return manifest;
}

/** The list of all bundles in a folder, as it should stand in its index.json. */
export function datasetsIndex(folder = FOLDER) {
  const datasets = readdirSync(folder)
    .map((id) => join(folder, id, 'manifest.json'))
    .filter((path) => existsSync(path))
    .map((path) => cardOf(manifestOf(path)))
    .sort((a, b) => (b.id === DEFAULT) - (a.id === DEFAULT) || (a.name < b.name ? -1 : 1));
  return `${JSON.stringify({ datasets }, null, 2)}\n`;
}

if (process.argv[1]?.endsWith('datasets-index.mjs'))
  main(() => {
    if (!readOptions(DATASETS)) return;
    const target = join(FOLDER, 'index.json');
    checkFile('index', target, EARLIER_INDEX);
    replaceFile(target, datasetsIndex());
    console.log('public/datasets/index.json is up to date.');
  });
