import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * SHA-256 in lower-case hexadecimal, worked out in JavaScript: everywhere the same, at about a sixth of the speed of the
 * browser's own. What loads with the page imports {@link ./sha256} instead, which fetches this only where it is needed.
 */
export const sha256Sync = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
