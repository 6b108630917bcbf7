export const earlier: { readonly what: string; is(bytes: Uint8Array): boolean };
export function releaseOf(
  folder: string,
  version: string,
): { readonly zip: Uint8Array; readonly names: string[] };
