import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, ROOT } from './setup.mjs';

/** What the application imports; all they need at run time ships with them. */
const SHIPPED = [
  '@mantine/core',
  '@mantine/hooks',
  '@tabler/icons-react',
  '@tensorflow/tfjs-backend-cpu',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-backend-webgpu',
  '@tensorflow/tfjs-core',
  'comlink',
  'hyparquet',
  'react',
  'react-dom',
  'recharts',
  'zod',
  'zustand',
];

/** Folder of a package as Node would find it from another package's folder. */
function find(name, from) {
  for (let folder = from; folder.startsWith(ROOT); folder = join(folder, '..')) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
  }
  return null;
}

function collect(name, from, found) {
  const folder = find(name, from);
  if (!folder || found.has(folder) || name.startsWith('@types/')) return;
  const info = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  found.set(folder, info);
  for (const next of Object.keys(info.dependencies ?? {})) collect(next, folder, found);
}

main(() => {
  const found = new Map();
  for (const name of SHIPPED) collect(name, ROOT, found);
  const parts = [...found]
    .sort(([, a], [, b]) => (a.name < b.name ? -1 : 1))
    .map(([folder, info]) => {
      const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
      const text = file
        ? readFileSync(join(folder, file), 'utf8').trim()
        : 'The package carries no licence text.';
      return `${info.name} ${info.version} (${info.license ?? 'see below'})\n\n${text}\n`;
    });
  const head =
    'Software by others that ships with DReX Lab, with its licences. Made by scripts/licences.mjs.\n';
  writeFileSync(
    join(ROOT, 'public/THIRD-PARTY-LICENCES.txt'),
    `${[head, ...parts].join(`\n${'-'.repeat(80)}\n\n`)}`,
  );
  console.log(`${found.size} packages`);
});
