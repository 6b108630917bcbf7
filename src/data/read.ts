import type { Bundle, FileSource, Later, Prose } from './bundle';
import type { BundleFile, Manifest } from './manifest';
import { identify } from './modelHash';
import { download, fromUrl, verify } from './readFiles';
import { MANIFEST_FILE, readManifest } from './readManifest';
import { readProse, readTables } from './readTables';
import { readTensors, tensorOf } from './readTensors';
import { TENSOR_NAMES } from './tables';

/** Steps of reading, in order; `done` of `total` bytes, or of steps in `parse`. */
export type ReadStage = 'manifest' | 'download' | 'verify' | 'parse';
export type OnRead = (stage: ReadStage, done: number, total: number) => void;

/**
 * Reads a bundle: manifest, then all its files at once but those that come later, each verified by size and SHA-256, then tables
 * and tensors.
 * @throws DataError naming the file and the field, column or tensor that is wrong.
 */
export async function readBundle(source: FileSource, onRead: OnRead = () => {}): Promise<Bundle> {
  onRead('manifest', 0, 1);
  const manifest = readManifest(await source(MANIFEST_FILE));
  onRead('manifest', 1, 1);
  const { texts, notes } = manifest.tables;
  const isLate = ({ path }: BundleFile) => path === texts || path === notes;
  const files = manifest.files.filter((file) => !isLate(file));
  const bytes = sizeOf(files);
  const contents = await download(source, files, (done) => onRead('download', done, bytes));
  await verify(contents, files, (done) => onRead('verify', done, bytes));
  onRead('parse', 0, 1);
  const late = manifest.files.filter(isLate);
  const prose = texts === undefined ? null : later(() => fetchProse(source, manifest, late));
  const bundle = await parse(manifest, contents, prose);
  onRead('parse', 1, 1);
  return bundle;
}

/** {@link readBundle} from a folder on the web; `fetchFile` stands in for `fetch` in tests. */
export const readBundleFromUrl = (
  baseUrl: string,
  onRead?: OnRead,
  fetchFile?: typeof fetch,
): Promise<Bundle> => readBundle(fromUrl(baseUrl, fetchFile), onRead);

const sizeOf = (files: readonly BundleFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

async function fetchProse(
  source: FileSource,
  manifest: Manifest,
  files: readonly BundleFile[],
): Promise<Prose> {
  const contents = await download(source, files);
  await verify(contents, files);
  return readProse(manifest, contents);
}

function later<T>(read: () => Promise<T>): Later<T> {
  let now: T | null = null;
  let reading: Promise<T> | null = null;
  const load = async (): Promise<T> => {
    try {
      now = await read();
      return now;
    } catch (error) {
      reading = null;
      throw error;
    }
  };
  return {
    get now() {
      return now;
    },
    load: () => {
      reading ??= load();
      return reading;
    },
  };
}

async function parse(
  manifest: Manifest,
  contents: ReadonlyMap<string, Uint8Array>,
  prose: Bundle['prose'],
): Promise<Bundle> {
  const { counts, model, tensors } = manifest;
  const tables = await readTables(manifest, contents);
  const vectors = readTensors(tensors.textVectors, contents);
  const states = readTensors(tensors.states, contents);
  const { modelHash, earlier, ...identity } = await identify(manifest, tables.vocabulary, contents);
  return {
    manifest: { ...manifest, modelHash, earlier },
    bytes: sizeOf(manifest.files),
    prose,
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
