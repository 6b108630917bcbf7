import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readOptions } from './options.mjs';
import { main, ROOT } from './setup.mjs';

const SIZE = {
  run: 'npm run size --',
  about: 'Prints the size of every script of the build and holds the sums against their budgets.',
  options: {},
};

/** Gzip budgets in KB of 1,000 bytes, without TensorFlow.js. */
const FIRST_LOAD = 245;
/** Charts, formulas and the views behind the first included, which load when they are first looked at; see README, Limits. */
const EVERYTHING = 570;

/** Scripts that load with the page: what its start and the worker import, and what these import in turn. */
function firstScripts(folder, names) {
  const started = /src="[^"]*\/([^"/]+\.js)"/.exec(readFileSync(join(folder, '../index.html'), 'utf8'))?.[1];
  const found = new Set([started, ...names.filter((name) => name.startsWith('worker'))]);
  // A set grows while it is walked. Lazy imports have a bracket before the quote.
  for (const name of found)
    for (const [, imported] of readFileSync(join(folder, name), 'utf8').matchAll(
      /(?:import|from)\s*["'`]\.\/([\w.-]+\.js)/g,
    ))
      found.add(imported);
  return found;
}

/** Gzip bytes of every script of the build, by kind. */
export function scriptSizes() {
  const folder = join(ROOT, 'dist/assets');
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const first = firstScripts(folder, names);
  return names
    .map((name) => ({
      name,
      kind: name.startsWith('tfjs') ? 'tensorflow' : first.has(name) ? 'first' : 'later',
      bytes: gzipSync(readFileSync(join(folder, name)), { level: 9 }).length,
    }))
    .sort((a, b) => b.bytes - a.bytes);
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
    if (first > FIRST_LOAD || all > EVERYTHING)
      throw new Error('The application JavaScript is over its budget.');
  });
