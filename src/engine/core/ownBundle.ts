import type { Bundle } from '../../data/bundle';
import { BundleError } from '../../data/errors';
import type { BundleStore } from '../../data/keptBundle';
import { bundleIn, type Files, fromFiles, type HandedFile } from '../../data/openFiles';
import { type OnRead, readBundle } from '../../data/read';
import { MANIFEST_FILE, readManifest } from '../../data/readManifest';
import type { Remedy } from '../../data/words';
import type { OwnSet } from '../ownSet';

/** The one bundle of somebody's own that a browser keeps. */
export class OwnBundle {
  constructor(private readonly store: BundleStore) {}

  /**
   * Keeps the bundle of a folder or of a zip in place of the one before, once all of it has been read and checked.
   * @throws DataError naming the file and what is wrong with it; then the one before stays
   */
  async take(handed: readonly HandedFile[]): Promise<OwnSet> {
    const files = await bundleIn(handed);
    const bundle = await whole(files);
    await this.store.keep(files);
    return { name: bundle.manifest.name, counts: bundle.manifest.counts, bytes: bundle.bytes };
  }

  /** What is kept; null for nothing. */
  async look(): Promise<OwnSet | null> {
    const manifest = (await this.store.kept())?.get(MANIFEST_FILE);
    if (!manifest) return null;
    const { name, counts, files } = readManifest(manifest);
    return { name, counts, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  forget(): Promise<void> {
    return this.store.forget();
  }

  /** Reads what is kept, under an id that no set of the page has. @throws DataError where nothing is */
  async read(onRead: OnRead): Promise<Bundle> {
    const bundle = await fromDisk(() =>
      readBundle(
        fromFiles(() => this.store.kept()),
        onRead,
      ),
    );
    return { ...bundle, manifest: { ...bundle.manifest, id: `own-${bundle.manifest.id}` } };
  }

  /** A file of it that may be missing, as null. */
  async optional(name: string): Promise<Uint8Array | null> {
    return (await this.store.kept())?.get(name) ?? null;
  }
}

/** Remedies for what came over a network. */
const OF_NETWORK: ReadonlySet<Remedy> = new Set(['download', 'connection', 'address', 'server']);

/** Reads a bundle to the last file. */
const whole = (files: Files): Promise<Bundle> =>
  fromDisk(async () => {
    const bundle = await readBundle(fromFiles(async () => files));
    await Promise.all([bundle.words.load(), bundle.textVectors.load(), bundle.prose?.load()]);
    return bundle;
  });

/** Reads what no network can bring once more: what is wrong with it is mended by another folder. */
async function fromDisk(read: () => Promise<Bundle>): Promise<Bundle> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof BundleError) || !OF_NETWORK.has(error.facts.remedy)) throw error;
    throw new BundleError({ ...error.facts, remedy: 'folder' });
  }
}
