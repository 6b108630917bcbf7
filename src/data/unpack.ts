import { BundleError } from './errors';
import type { BundleFile } from './manifest';

/** How the name of a packed file ends. Not `.gz`, which some servers unpack on the way. */
export const PACKED = '.gzip';

/** Sorts the bytes of numbers of two bytes: all first ones, then all second ones. */
export function toPlanes(bytes: Uint8Array): Uint8Array {
  const half = bytes.length >> 1;
  const planes = new Uint8Array(bytes.length);
  for (let k = 0; k < half; k++) {
    planes[k] = bytes[2 * k];
    planes[half + k] = bytes[2 * k + 1];
  }
  return planes;
}

/** Undoes {@link toPlanes}. */
export function fromPlanes(planes: Uint8Array): Uint8Array {
  const half = planes.length >> 1;
  const bytes = new Uint8Array(planes.length);
  for (let k = 0; k < half; k++) {
    bytes[2 * k] = planes[k];
    bytes[2 * k + 1] = planes[half + k];
  }
  return bytes;
}

const inflate = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(
    await new Response(
      new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip')),
    ).arrayBuffer(),
  );

/**
 * A file as it was before it was packed.
 * @throws DataError naming the file where it cannot be unpacked
 */
export async function unpack({ path, planes }: BundleFile, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    const whole = path.endsWith(PACKED) ? await inflate(bytes) : bytes;
    return planes ? fromPlanes(whole) : whole;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BundleError({
      file: path,
      place: null,
      problem: { is: 'not-packed', reason },
      remedy: 'bundle',
    });
  }
}
