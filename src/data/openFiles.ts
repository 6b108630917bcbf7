import type { FileSource } from './bundle';
import { BundleError } from './errors';
import { MANIFEST_FILE } from './readManifest';
import type { Problem, Remedy } from './words';

/** Files of a bundle by their names. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A file as somebody hands it over, with its folders. */
export interface HandedFile {
  readonly path: string;
  readonly file: Blob;
}

/** More than any bundle that a browser can work with. */
const MOST_BYTES = 400_000_000;

const failed = (file: string, problem: Problem, remedy: Remedy = 'folder'): never => {
  throw new BundleError({ file, place: null, problem, remedy });
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a file holds, also where it has gone or may not be read since it was handed over. */
const bytesOf = async ({ path, file }: HandedFile): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return failed(path, { is: 'unread', reason: reasonOf(error) }, 'access');
  }
};

/**
 * The files of the bundle that lies in a folder, or in one zip of it: those beside its manifest.
 * @throws DataError where there is none
 */
export async function bundleIn(handed: readonly HandedFile[]): Promise<Files> {
  const size = handed.reduce((sum, { file }) => sum + file.size, 0);
  if (size > MOST_BYTES) failed(handed[0].path, { is: 'too-large', bytes: size, most: MOST_BYTES });
  const [only] = handed;
  const isZip = handed.length === 1 && /\.zip$/i.test(only.path);
  const paths = isZip ? await unzipped(only) : new Map(handed.map(({ path, file }) => [path, file]));
  const manifests = [...paths.keys()].filter((path) => path.split('/').at(-1) === MANIFEST_FILE);
  const [manifest] = manifests.sort((a, b) => a.length - b.length);
  if (manifest === undefined) return failed(MANIFEST_FILE, { is: 'missing' });
  const folder = manifest.slice(0, -MANIFEST_FILE.length);
  const inside = [...paths].filter(
    ([path]) => path.startsWith(folder) && !path.slice(folder.length).includes('/'),
  );
  return new Map(
    await Promise.all(
      inside.map(
        async ([path, file]): Promise<[string, Uint8Array]> => [
          path.slice(folder.length),
          file instanceof Uint8Array ? file : await bytesOf({ path, file }),
        ],
      ),
    ),
  );
}

async function unzipped(zip: HandedFile): Promise<Map<string, Uint8Array | Blob>> {
  // Only who brings a zip needs what opens it.
  const { unzipSync } = await import('fflate');
  const bytes = await bytesOf(zip);
  try {
    const all = unzipSync(bytes, { filter: ({ originalSize }) => originalSize <= MOST_BYTES });
    return new Map(Object.entries(all));
  } catch (error) {
    return failed(zip.path, { is: 'not-packed', reason: reasonOf(error) });
  }
}

/** Reads files that are at hand; null: there is no such bundle. */
export function fromFiles(files: () => Promise<Files | null>): FileSource {
  let reading: Promise<Files | null> | null = null;
  return async (path, onBytes) => {
    reading ??= files();
    const all = await reading;
    const bytes = all === null ? failed(path, { is: 'not-here' }) : all.get(path);
    if (bytes === undefined) return failed(path, { is: 'missing' });
    onBytes?.(bytes.length);
    return bytes;
  };
}
