/** Code that is loaded when it is first needed did not come: the network is away, or a newer page has other files. */
export class PartMissing extends Error {
  override readonly name = 'PartMissing';
}

/** The file that a loader imports, as it stands in its source. */
const FILE = /\bimport\(\s*["'`]([^"'`]+)["'`]/;

let asked = 0;

/**
 * Imports what a loader of the form `() => import('./x')` names. Firefox remembers for ever that a file did not come, so
 * one that did not is asked for once more under another address.
 *
 * @param ready what else may be missing; called before each try
 * @throws PartMissing where it does not come either way
 */
export async function loadPart<T>(
  load: () => Promise<T>,
  ready: () => Promise<unknown> = async () => {},
): Promise<T> {
  try {
    await ready();
    return await load();
  } catch (cause) {
    const file = FILE.exec(String(load))?.[1];
    try {
      await ready();
      if (!file) return await load();
      const url = new URL(file, import.meta.url);
      url.searchParams.set('again', String(++asked));
      return (await import(/* @vite-ignore */ url.href)) as T;
    } catch {
      throw new PartMissing(file, { cause });
    }
  }
}
