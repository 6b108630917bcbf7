import type { FileSource } from './bundle';
import { BundleError, DataError } from './errors';
import type { BundleFile } from './manifest';
import { sha256 } from './sha256';
import type { Problem, Remedy } from './words';

/** Of a whole file. */
const failed = (file: string, problem: Problem, remedy: Remedy) =>
  new BundleError({ file, place: null, problem, remedy });

/** What comes over the network. @throws DataError naming the file and what did not happen */
async function answered<T>(path: string, is: 'unfetched' | 'broke-off', ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DataError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw failed(path, { is, reason }, 'connection');
  }
}

/** What a server said instead of a file: that there is none, that it cannot now, or that it will not. */
function refused(path: string, status: number): BundleError {
  if (status === 404 || status === 410) return failed(path, { is: 'not-there', status }, 'server');
  return failed(path, { is: 'unfetched', reason: `HTTP ${status}` }, status >= 500 ? 'later' : 'address');
}

/**
 * Reads files below a URL.
 * @param baseUrl folder of the bundle, absolute, ending in a slash
 * @param fetchFile stands in for `fetch` in tests
 */
export function fromUrl(
  baseUrl: string,
  fetchFile: typeof fetch = (input, init) => fetch(input, init),
): FileSource {
  return async (path, onBytes) => {
    const response = await answered(path, 'unfetched', () => fetchFile(new URL(path, baseUrl)));
    if (!response.ok) throw refused(path, response.status);
    return answered(path, 'broke-off', async () => {
      if (!response.body || !onBytes) return new Uint8Array(await response.arrayBuffer());
      const chunks: Uint8Array[] = [];
      let arrived = 0;
      const reader = response.body.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        chunks.push(part.value);
        arrived += part.value.length;
        onBytes(arrived);
      }
      return join(chunks);
    });
  };
}

/**
 * Reads a file that may be missing, as null. Always asks the server, since such a file changes while its bundle stays.
 * @throws DataError when it cannot be told whether the file is there.
 */
export async function readOptional(
  url: string,
  fetchFile: typeof fetch = (input, init) => fetch(input, init),
): Promise<Uint8Array | null> {
  const name = url.split('/').at(-1) ?? url;
  const { response, bytes } = await answered(name, 'unfetched', async () => {
    const response = await fetchFile(url, { cache: 'no-cache' });
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  });
  if (response.status === 404) return null;
  if (!response.ok) throw failed(name, { is: 'unfetched', reason: `HTTP ${response.status}` }, 'later');
  // Servers of single-page apps answer a missing file with their start page.
  return /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 64))) ? null : bytes;
}

/** Puts byte runs behind one another. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0];
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** How much has been done, over all files together. */
type OnBytes = (done: number) => void;

/**
 * Asks for all files at once. Each has been verified as soon as it is there, so that reading it need not wait for the others.
 * @param on told how many bytes have arrived, and of how many the checksum was compared
 */
export function fetchEach(
  source: FileSource,
  files: readonly BundleFile[],
  on: { readonly download?: OnBytes | undefined; readonly verify?: OnBytes | undefined },
): ReadonlyMap<string, Promise<Uint8Array>> {
  const arrived = new Array<number>(files.length).fill(0);
  let verified = 0;
  const one = async (file: BundleFile, k: number): Promise<Uint8Array> => {
    const note = (bytes: number) => {
      arrived[k] = bytes;
      on.download?.(arrived.reduce((a, b) => a + b, 0));
    };
    const bytes = await source(file.path, note);
    note(bytes.length);
    await verifyFile(file, bytes);
    verified += file.bytes;
    on.verify?.(verified);
    return bytes;
  };
  return new Map(
    files.map((file, k) => {
      const coming = one(file, k);
      // Whoever reads it is told; of several that fail the first is enough.
      coming.catch(() => {});
      return [file.path, coming];
    }),
  );
}

/** Compares size and checksum of a file with the manifest. @throws DataError naming it where they differ */
export async function verifyFile(file: BundleFile, bytes: Uint8Array | undefined): Promise<void> {
  if (bytes?.length !== file.bytes)
    throw failed(file.path, { is: 'bytes', found: bytes?.length ?? null, said: file.bytes }, 'download');
  if ((await sha256(bytes)) !== file.sha256) throw failed(file.path, { is: 'checksum' }, 'download');
}
