import type { Bundle, FileSource, Later } from './bundle';
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
 * Reads a bundle: manifest, then all its files at once but those that come later (text vectors, texts, notes), each verified by size and
 * SHA-256, then tables and tensors.
 * @throws DataError naming the file and the field, column or tensor that is wrong.
 */
export async function readBundle(source: FileSource, onRead: OnRead = () => {}): Promise<Bundle> {
  onRead('manifest', 0, 1);
  const manifest = readManifest(await source(MANIFEST_FILE));
  onRead('manifest', 1, 1);
  const { counts, model, tables, tensors } = manifest;
  const prose = later(source, filesOf(manifest, [tables.texts, tables.notes]), (contents) =>
    readProse(manifest, contents),
  );
  const vectors = later(source, filesOf(manifest, tensors.textVectors.paths), async (contents) =>
    tensorOf(tensors.textVectors, readTensors(tensors.textVectors, contents), TENSOR_NAMES.textVectors, [
      counts.interactions,
      model.embedSize,
    ]),
  );
  const late = new Set([...prose.files, ...vectors.files]);
  const files = manifest.files.filter((file) => !late.has(file));
  const bytes = sizeOf(files);
  const contents = await download(source, files, (done) => onRead('download', done, bytes));
  await verify(contents, files, (done) => onRead('verify', done, bytes));
  onRead('parse', 0, 1);
  const bundle = await parse(manifest, contents);
  // Bundles of before do not say what an unrated text tells, which the first list rests on.
  if (!bundle.interactions.told && hasUnratedText(bundle)) await vectors.load();
  onRead('parse', 1, 1);
  return { ...bundle, prose: tables.texts === undefined ? null : prose, textVectors: vectors };
}

/** {@link readBundle} from a folder on the web; `fetchFile` stands in for `fetch` in tests. */
export const readBundleFromUrl = (
  baseUrl: string,
  onRead?: OnRead,
  fetchFile?: typeof fetch,
): Promise<Bundle> => readBundle(fromUrl(baseUrl, fetchFile), onRead);

const sizeOf = (files: readonly BundleFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

const filesOf = (manifest: Manifest, paths: readonly (string | undefined)[]): readonly BundleFile[] =>
  manifest.files.filter(({ path }) => paths.includes(path));

const hasUnratedText = ({ interactions: { hasText, rating } }: Pick<Bundle, 'interactions'>): boolean =>
  hasText.some((has, row) => has === 1 && Number.isNaN(rating[row]));

/** Files that are fetched, verified and read when somebody first asks for what they hold. */
function later<T>(
  source: FileSource,
  files: readonly BundleFile[],
  parse: (contents: ReadonlyMap<string, Uint8Array>) => Promise<T>,
): Later<T> & { readonly files: readonly BundleFile[] } {
  let now: T | null = null;
  let reading: Promise<T> | null = null;
  const load = async (onBytes?: (arrived: number) => void): Promise<T> => {
    try {
      const contents = await download(source, files, onBytes);
      await verify(contents, files);
      now = await parse(contents);
      return now;
    } catch (error) {
      reading = null;
      throw error;
    }
  };
  return {
    files,
    bytes: sizeOf(files),
    get now() {
      return now;
    },
    load: (onBytes) => {
      reading ??= load(onBytes);
      return reading;
    },
  };
}

async function parse(
  manifest: Manifest,
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<Omit<Bundle, 'prose' | 'textVectors'>> {
  const { counts, model, tensors } = manifest;
  const tables = await readTables(manifest, contents);
  const states = readTensors(tensors.states, contents);
  const { modelHash, earlier, ...identity } = await identify(manifest, tables.vocabulary, contents);
  return {
    manifest: { ...manifest, modelHash, earlier },
    bytes: sizeOf(manifest.files),
    ...identity,
    ...tables,
    weights: readTensors(tensors.weights, contents),
    userStates: tensorOf(tensors.states, states, TENSOR_NAMES.users, [counts.users, model.stateSize]),
    itemStates: tensorOf(tensors.states, states, TENSOR_NAMES.items, [counts.items, model.stateSize]),
  };
}
