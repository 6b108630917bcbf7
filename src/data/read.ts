import { atHand, type Bundle, type FileSource, type Later } from './bundle';
import type { BundleFile, Manifest, TensorGroup } from './manifest';
import { identify, saidIdentity } from './modelHash';
import { fetchEach, fromUrl } from './readFiles';
import { MANIFEST_FILE, readManifest } from './readManifest';
import { readProse, readTables } from './readTables';
import { readTensors, tensorOf } from './readTensors';
import { SENT_TWICE, TENSOR_NAMES } from './tables';
import { unpack } from './unpack';

/** Steps of reading, in order; `done` of `total` bytes, or of steps in `parse`. */
export type ReadStage = 'manifest' | 'download' | 'verify' | 'parse';
export type OnRead = (stage: ReadStage, done: number, total: number) => void;

/**
 * Reads a bundle: manifest, then all its files at once but those that come later (what reads and refines, people's states, text
 * vectors, texts, notes), each verified by size and SHA-256, then tables and tensors.
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
  const wordFiles = filesOf(manifest, tensors.words?.paths ?? []);
  const peopleFiles = filesOf(manifest, tensors.people?.paths ?? []);
  const late = new Set([...prose.files, ...vectors.files, ...wordFiles, ...peopleFiles]);
  const files = manifest.files.filter((file) => !late.has(file));
  const bytes = sizeOf(files);
  let whole = false;
  const coming = comingFiles(source, files, {
    download: (done) => {
      whole = done === bytes;
      onRead('download', done, bytes);
    },
    // One thing is told at a time: while more arrives, that it does.
    verify: (done) => whole && onRead('verify', done, bytes),
  });
  const all = allOf(coming).then((contents) => {
    onRead('parse', 0, 1);
    return contents;
  });
  const [contents, bundle] = await Promise.all([all, parse(manifest, coming)]);
  const words = tensors.words
    ? later(source, wordFiles, async (arrived) => {
        // Until they are there the manifest is believed: the hash is over all weights.
        const identity = await identify(manifest, bundle.vocabulary, new Map([...contents, ...arrived]));
        const group = tensors.words as TensorGroup;
        const read = readTensors(group, arrived);
        for (const [name, values] of read) bundle.weights.set(name, values);
        const values = tensorOf(group, read, TENSOR_NAMES.embedding, [model.vocabularySize, model.embedSize]);
        return { identity, values };
      })
    : null;
  const people = tensors.people
    ? later(source, peopleFiles, async (arrived) => {
        const group = tensors.people as TensorGroup;
        const shape = [counts.users, model.stateSize];
        const read = readTensors(group, arrived);
        bundle.userStates.set(tensorOf(group, read, TENSOR_NAMES.users, shape));
        const remaining = tensorOf(group, read, TENSOR_NAMES.remaining, [2, counts.interactions]);
        bundle.interactions.remainingUser.set(remaining.subarray(0, counts.interactions));
        bundle.interactions.remainingItem.set(remaining.subarray(counts.interactions));
        return bundle.userStates;
      })
    : atHand(bundle.userStates);
  const identity = words
    ? (saidIdentity(manifest) ?? (await words.load()).identity)
    : await identify(manifest, bundle.vocabulary, contents);
  // Bundles of before do not say what an unrated text tells, which the first list rests on.
  if (!bundle.interactions.told && hasUnratedText(bundle)) await vectors.load();
  onRead('parse', 1, 1);
  const { modelHash, earlier, ...known } = identity;
  return {
    ...bundle,
    ...known,
    manifest: { ...manifest, modelHash, earlier },
    words: words
      ? laterOf(words, ({ values }) => values)
      : atHand(bundle.weights.get(TENSOR_NAMES.embedding) as Float32Array),
    prose: tables.texts === undefined ? null : prose,
    textVectors: vectors,
    people,
  };
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
      now = await parse(await allOf(comingFiles(source, files, { download: onBytes })));
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

/** The same files as something else that they tell. */
const laterOf = <A, B>(whole: Later<A>, part: (whole: A) => B): Later<B> => ({
  bytes: whole.bytes,
  get now() {
    return whole.now === null ? null : part(whole.now);
  },
  load: async (onBytes) => part(await whole.load(onBytes)),
});

/** Files as each will be: fetched, verified and unpacked. */
function comingFiles(
  source: FileSource,
  files: readonly BundleFile[],
  on: Parameters<typeof fetchEach>[2],
): ReadonlyMap<string, Promise<Uint8Array>> {
  const fetched = fetchEach(source, files, on);
  return new Map(
    files.map((file) => {
      const unpacked = (fetched.get(file.path) as Promise<Uint8Array>).then((bytes) => unpack(file, bytes));
      unpacked.catch(() => {});
      return [file.path, unpacked];
    }),
  );
}

/** Files that have all come. */
const allOf = async (
  coming: ReadonlyMap<string, Promise<Uint8Array>>,
  paths: readonly string[] = [...coming.keys()],
): Promise<Map<string, Uint8Array>> =>
  new Map(
    await Promise.all(paths.map(async (path) => [path, (await coming.get(path)) as Uint8Array] as const)),
  );

/** Rows of a log that are of some people. */
export const rowsOf = (user: Int32Array, people: readonly number[]): number[] =>
  Array.from(user.keys()).filter((row) => people.includes(user[row]));

/** Reads each file as soon as it is there: over a slow line most of it is done by the time that the last one is. */
async function parse(manifest: Manifest, coming: ReadonlyMap<string, Promise<Uint8Array>>) {
  const { counts, model, tensors, firstPeople = [] } = manifest;
  const D = model.stateSize;
  const group = async (of: TensorGroup) => readTensors(of, await allOf(coming, of.paths));
  const reading = group(tensors.states);
  const stored = reading.then((states) => {
    if (tensors.people) return new Float32Array(2 * counts.interactions).fill(Number.NaN);
    return states.has(TENSOR_NAMES.remaining)
      ? tensorOf(tensors.states, states, TENSOR_NAMES.remaining, [2, counts.interactions])
      : null;
  });
  const [states, weights, tables] = await Promise.all([
    reading,
    group(tensors.weights),
    readTables(manifest, coming, stored),
  ]);
  const tensor = (name: string, shape: readonly number[]) => tensorOf(tensors.states, states, name, shape);
  const cases = new Set(manifest.selfCheck.words).size;
  for (const name of SENT_TWICE) {
    const values = states.get(name);
    if (values) weights.set(name, values);
  }
  let userStates: Float32Array;
  if (tensors.people) {
    userStates = new Float32Array(counts.users * D).fill(Number.NaN);
    const first = tensor(TENSOR_NAMES.firstUsers, [firstPeople.length, D]);
    for (const [k, row] of firstPeople.entries()) userStates.set(first.subarray(k * D, (k + 1) * D), row * D);
    const { user, remainingUser } = tables.interactions;
    const theirs = rowsOf(user, firstPeople);
    const remaining = tensor(TENSOR_NAMES.firstRemaining, [theirs.length]);
    for (const [k, row] of theirs.entries()) remainingUser[row] = remaining[k];
  } else userStates = tensor(TENSOR_NAMES.users, [counts.users, D]);
  return {
    bytes: sizeOf(manifest.files),
    ...tables,
    weights,
    checkWords: states.has(TENSOR_NAMES.checkWords)
      ? tensor(TENSOR_NAMES.checkWords, [cases, model.embedSize])
      : null,
    userStates,
    itemStates: tensor(TENSOR_NAMES.items, [counts.items, D]),
    firstPeople: new Set(firstPeople),
  };
}
