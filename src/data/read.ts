import type { Bundle, FileSource } from './bundle';
import type { Manifest } from './manifest';
import { identify } from './modelHash';
import { download, fromUrl, verify } from './readFiles';
import { MANIFEST_FILE, readManifest } from './readManifest';
import { readTables } from './readTables';
import { readTensors, tensorOf } from './readTensors';
import { TENSOR_NAMES } from './tables';

/** Steps of reading, in order; `done` of `total` bytes, or of steps in `parse`. */
export type ReadStage = 'manifest' | 'download' | 'verify' | 'parse';
export type OnRead = (stage: ReadStage, done: number, total: number) => void;

/**
 * Reads a bundle: manifest, then all its files at once, each verified by size and SHA-256, then tables and tensors.
 * @throws DataError naming the file and the field, column or tensor that is wrong.
 */
export async function readBundle(source: FileSource, onRead: OnRead = () => {}): Promise<Bundle> {
  onRead('manifest', 0, 1);
  const manifest = readManifest(await source(MANIFEST_FILE));
  onRead('manifest', 1, 1);
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  const contents = await download(source, manifest.files, (done) => onRead('download', done, bytes));
  await verify(contents, manifest.files, (done) => onRead('verify', done, bytes));
  onRead('parse', 0, 1);
  const bundle = await parse(manifest, bytes, contents);
  onRead('parse', 1, 1);
  return bundle;
}

/** {@link readBundle} from a folder on the web; `fetchFile` stands in for `fetch` in tests. */
export const readBundleFromUrl = (
  baseUrl: string,
  onRead?: OnRead,
  fetchFile?: typeof fetch,
): Promise<Bundle> => readBundle(fromUrl(baseUrl, fetchFile), onRead);

async function parse(
  manifest: Manifest,
  bytes: number,
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<Bundle> {
  const { counts, model, tensors } = manifest;
  const tables = await readTables(manifest, contents);
  const vectors = readTensors(tensors.textVectors, contents);
  const states = readTensors(tensors.states, contents);
  const { modelHash, earlier, ...identity } = await identify(manifest, tables.vocabulary, contents);
  return {
    manifest: { ...manifest, modelHash, earlier },
    bytes,
    ...identity,
    ...tables,
    weights: readTensors(tensors.weights, contents),
    textVectors: tensorOf(tensors.textVectors, vectors, TENSOR_NAMES.textVectors, [
      counts.interactions,
      model.embedSize,
    ]),
    userStates: tensorOf(tensors.states, states, TENSOR_NAMES.users, [counts.users, model.stateSize]),
    itemStates: tensorOf(tensors.states, states, TENSOR_NAMES.items, [counts.items, model.stateSize]),
  };
}
