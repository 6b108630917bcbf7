/**
 * SHA-256 in lower-case hexadecimal. By the browser where it offers checksums; a page over plain http, on another address
 * than localhost, has none: there they are worked out in JavaScript, with the same result.
 */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return (await import('./sha256Sync')).sha256Sync(bytes);
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
