import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readOptions } from './options.mjs';
import { main, ROOT } from './setup.mjs';

const SIZE = {
  run: 'npm run size --',
  about:
    'Prints the size of every script of the build, holds the sums against their budgets, and looks that none imports the start of the worker.',
  options: {},
};

/** Gzip budgets in KB of 1,000 bytes, without TensorFlow.js. */
export const FIRST_LOAD = 240;
/** Charts, formulas and the views behind the first included, which load when they are first looked at; see README, Limits. */
const EVERYTHING = 790;
/** Of all that comes before the first list, TensorFlow.js and the data included: of the teas, and of any other set. */
const BEFORE_THE_LIST = { teas: 700, others: 1200 };

/** Scripts that a script imports at once. Lazy imports have a bracket before the quote. */
const importsOf = (folder, name) =>
  Array.from(
    readFileSync(join(folder, name), 'utf8').matchAll(/(?:import|from)\s*["'`]\.\/([\w.-]+\.js)/g),
    ([, imported]) => imported,
  );

const isWorker = (name) => name.startsWith('worker');

/** Scripts that load with the page: what the document names and the worker, and what these import in turn. */
function firstScripts(folder, names) {
  const document = readFileSync(join(folder, '../index.html'), 'utf8');
  const named = Array.from(document.matchAll(/(?:src|href)="[^"]*\/([^"/]+\.js)"/g), ([, name]) => name);
  const found = new Set([...named, ...names.filter(isWorker)]);
  // A set grows while it is walked.
  for (const name of found) for (const imported of importsOf(folder, name)) found.add(imported);
  return found;
}

/** @throws where a script imports the one that a worker starts with: WebKit runs that once more then, and two engines answer. */
function checkWorkers(folder, names) {
  for (const name of names)
    if (importsOf(folder, name).some(isWorker))
      throw new Error(`${name} imports the script that the worker starts with; see vite.config.ts.`);
}

/** Gzip bytes of every script of the build, by kind. */
export function scriptSizes() {
  const folder = join(ROOT, 'dist/assets');
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  checkWorkers(folder, names);
  const first = firstScripts(folder, names);
  return names
    .map((name) => ({
      name,
      kind: name.startsWith('tfjs') ? 'tensorflow' : first.has(name) ? 'first' : 'later',
      bytes: gzipSync(readFileSync(join(folder, name)), { level: 9 }).length,
    }))
    .sort((a, b) => b.bytes - a.bytes);
}

const gzipped = (path) => gzipSync(readFileSync(path)).length;

/** What an empty cache has to fetch before the first list of each data set stands, in bytes, as static hosts send it. */
function beforeTheList() {
  const folder = join(ROOT, 'dist/assets');
  const names = readdirSync(folder);
  const scripts = firstScripts(
    folder,
    names.filter((name) => name.endsWith('.js')),
  );
  const others = names.filter((name) => /^(?:page|explore)-.*\.css$|^explore-.*\.js$|\.wasm$/.test(name));
  const code = [...scripts, ...others].reduce((sum, name) => sum + gzipped(join(folder, name)), 0);
  const { datasets } = JSON.parse(readFileSync(join(ROOT, 'dist/datasets/index.json'), 'utf8'));
  return datasets.map(({ id }) => {
    const path = join(ROOT, 'dist/datasets', id, 'manifest.json');
    const { files, tables, tensors } = JSON.parse(readFileSync(path, 'utf8'));
    const late = new Set([
      tables.texts,
      tables.notes,
      ...[tensors.words, tensors.textVectors, tensors.people].flatMap((group) => group?.paths ?? []),
    ]);
    const data = files.filter((file) => !late.has(file.path)).reduce((sum, { bytes }) => sum + bytes, 0);
    return { id, bytes: code + gzipped(path) + data, budget: BEFORE_THE_LIST[id] ?? BEFORE_THE_LIST.others };
  });
}

if (process.argv[1]?.endsWith('size.mjs'))
  main(() => {
    if (!readOptions(SIZE)) return;
    const sizes = scriptSizes();
    for (const { name, kind, bytes } of sizes)
      console.log(`${(bytes / 1000).toFixed(1).padStart(8)} KB  ${kind.padEnd(10)}  ${name}`);
    const sum = (...kinds) =>
      sizes.filter((s) => kinds.includes(s.kind)).reduce((n, s) => n + s.bytes, 0) / 1000;
    const first = sum('first');
    const all = sum('first', 'later');
    console.log(
      `first load ${first.toFixed(1)} of ${FIRST_LOAD} KB, everything ${all.toFixed(1)} of ${EVERYTHING} KB, TensorFlow.js ${sum('tensorflow').toFixed(1)} KB`,
    );
    const lists = beforeTheList();
    const said = lists.map(({ id, bytes, budget }) => `${id} ${(bytes / 1000).toFixed(0)} of ${budget}`);
    console.log(`before the first list, all included, KB: ${said.join(', ')}`);
    if (first > FIRST_LOAD || all > EVERYTHING)
      throw new Error('The application JavaScript is over its budget.');
    const over = lists.find(({ bytes, budget }) => bytes > 1000 * budget);
    if (over) throw new Error(`What comes before the first list of ${over.id} is over its budget.`);
  });
