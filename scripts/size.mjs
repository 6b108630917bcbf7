import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { main, ROOT } from './setup.mjs';

/** Gzip budgets in KB of 1,000 bytes, without TensorFlow.js. */
const FIRST_LOAD = 250;
/** Charts included, which load with the first difference; see README, Limits. */
const EVERYTHING = 300;

/** Gzip bytes of every script of the build, by kind. */
export function scriptSizes() {
  const folder = join(ROOT, 'dist/assets');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({
      name,
      kind: name.startsWith('tfjs') ? 'tensorflow' : name.startsWith('SlopeChart') ? 'later' : 'first',
      bytes: gzipSync(readFileSync(join(folder, name)), { level: 9 }).length,
    }))
    .sort((a, b) => b.bytes - a.bytes);
}

if (process.argv[1]?.endsWith('size.mjs'))
  main(() => {
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
