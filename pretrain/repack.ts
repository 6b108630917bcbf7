import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyCommand, command, folder, readOptions } from '../scripts/options.mjs';
import { checkFolder, replaceFolder } from '../scripts/replace.mjs';
import { DataError } from '../src/data/errors';
import { EVIDENCE_FILE } from '../src/data/evidence';
import { type Manifest, SCHEMA_VERSION } from '../src/data/manifest';
import { verifyFile } from '../src/data/readFiles';
import { MANIFEST_FILE, readManifest } from '../src/data/readManifest';
import { unpack } from '../src/data/unpack';
import { EARLIER_BUNDLE } from './bundle-folder';
import { packBundle } from './pack';

const REPACK = {
  run: 'npm run repack --',
  about:
    'Packs a bundle of a format before (versions 4 and 5) anew, without training: same model, same numbers, less to send.',
  options: {
    bundle: folder('DIR', 'folder of the bundle, which is replaced', { required: true }),
  },
} satisfies AnyCommand;

async function main(): Promise<void> {
  const values = readOptions(REPACK);
  if (!values) return;
  const { bundle } = values;
  checkFolder('--bundle', bundle, EARLIER_BUNDLE);
  const read = (path: string) => new Uint8Array(readFileSync(join(bundle, path)));
  const manifest: Manifest = readManifest(read(MANIFEST_FILE));
  if (manifest.schemaVersion === SCHEMA_VERSION)
    throw new DataError(
      join(bundle, MANIFEST_FILE),
      '',
      'the bundle is packed already',
      'There is nothing to do.',
    );
  const files = new Map(manifest.files.map(({ path }) => [path, read(path)]));
  const unpacked = new Map<string, Uint8Array>();
  for (const file of manifest.files) {
    const bytes = files.get(file.path) as Uint8Array;
    await verifyFile(file, bytes);
    unpacked.set(file.path, await unpack(file, bytes));
  }
  const packed = await packBundle({ manifest, files: unpacked });
  const written = new Map<string, string | Uint8Array>(packed.files);
  if (existsSync(join(bundle, EVIDENCE_FILE))) written.set(EVIDENCE_FILE, read(EVIDENCE_FILE));
  written.set(MANIFEST_FILE, `${JSON.stringify(packed.manifest, null, 2)}\n`);
  replaceFolder(bundle, written, EARLIER_BUNDLE);
  const size = (all: Iterable<Uint8Array>) => Array.from(all).reduce((sum, { length }) => sum + length, 0);
  console.log(`${bundle}: ${size(files.values())} bytes are now ${size(packed.files.values())}.`);
}

command(main);
