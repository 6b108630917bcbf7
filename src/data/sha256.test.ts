import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from './sha256';
import { sha256Sync } from './sha256Sync';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('SHA-256', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('gives the published values with and without the checksums of the browser', async () => {
    for (const crypto of [globalThis.crypto, {}, undefined]) {
      vi.stubGlobal('crypto', crypto);
      expect(await sha256(bytesOf(''))).toBe(EMPTY);
      expect(await sha256(bytesOf('abc'))).toBe(ABC);
    }
  });

  it('agrees in JavaScript with another implementation for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sha256Sync(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });
});
