import type { EarlierState } from './manifest';

/** Which model a hash speaks of: the one at hand, an earlier state of it, or another one. */
export type ModelState =
  | { readonly is: 'same' }
  | { readonly is: 'earlier'; readonly earlier: EarlierState }
  | { readonly is: 'other' };

/** @param hash all of it or its first digits, as links have it. */
export function stateOf(
  hash: string,
  { modelHash, earlier }: { readonly modelHash: string; readonly earlier: readonly EarlierState[] },
): ModelState {
  if (modelHash.startsWith(hash)) return { is: 'same' };
  const found = earlier.find((one) => one.hash.startsWith(hash));
  return found ? { is: 'earlier', earlier: found } : { is: 'other' };
}
