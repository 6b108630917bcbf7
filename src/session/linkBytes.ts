/** Base64 with the letters that a URL may hold, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Bytes up to the first letter that does not belong; `whole` tells whether there was none. */
export function fromBase64Url(text: string): { bytes: Uint8Array<ArrayBuffer>; whole: boolean } {
  const sound = /^[\w-]*/.exec(text)?.[0] ?? '';
  // A single letter left over in the last group of four carries less than a byte.
  const usable = sound.length % 4 === 1 ? sound.slice(0, -1) : sound;
  const binary = atob(usable.replaceAll('-', '+').replaceAll('_', '/'));
  return { bytes: Uint8Array.from(binary, (char) => char.charCodeAt(0)), whole: usable === text };
}

export async function deflate(text: string): Promise<Uint8Array> {
  const { readable, writable } = new CompressionStream('deflate-raw');
  // Not as a Blob: making one waits for the browser, and that is felt after each review.
  void feed(writable.getWriter(), new TextEncoder().encode(text));
  return new Uint8Array(await new Response(readable).arrayBuffer());
}

/** Small slices, so that what stands before a damaged place comes out. */
const SLICE = 24;
/** More than any log made by hand; guards against a link that unpacks without end. */
const MOST_BYTES = 4_000_000;

/** Unpacks as much as can be unpacked; `whole` tells whether that was everything. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<{ text: string; whole: boolean }> {
  const stream = new DecompressionStream('deflate-raw');
  const reader = stream.readable.getReader();
  const feeding = feed(stream.writable.getWriter(), bytes, SLICE);
  const decoder = new TextDecoder();
  let text = '';
  let whole = true;
  try {
    for (let size = 0; ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > MOST_BYTES) throw new Error('too long');
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    whole = false;
    reader.cancel().catch(() => {});
  }
  await feeding;
  return { text: text + decoder.decode(), whole };
}

async function feed(
  writer: WritableStreamDefaultWriter<BufferSource>,
  bytes: Uint8Array<ArrayBuffer>,
  slice = bytes.length,
): Promise<void> {
  try {
    for (let from = 0; from < bytes.length; from += slice)
      await writer.write(bytes.slice(from, from + slice));
    await writer.close();
  } catch {
    // The reader meets the same error and reports it.
  }
}

/** FNV-1a over UTF-16 units, in base 36: tells a damaged line from a sound one. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return (hash >>> 0).toString(36);
}
