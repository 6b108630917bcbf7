import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EarlierFile, type EarlierFolder, jsonOf } from '../scripts/replace.mjs';
import { EVIDENCE_FILE } from '../src/data/evidence';
import { MANIFEST_FILE } from '../src/data/readManifest';

/** JSON of a file of a folder; undefined where there is none. */
function read(folder: string, name: string): unknown {
  try {
    return jsonOf(readFileSync(join(folder, name)));
  } catch {
    return undefined;
  }
}

/** What every version of the format has said of itself; the rest may be of an older one. */
interface Listing {
  readonly schemaVersion?: unknown;
  readonly modelHash?: unknown;
  readonly files?: unknown;
}

/** The model hash of the bundle in a folder; undefined where there is none. */
export const bundleHash = (folder: string): string | undefined => {
  const hash = (read(folder, MANIFEST_FILE) as Listing | undefined)?.modelHash;
  return typeof hash === 'string' ? hash : undefined;
};

/** Evidence of any weights. */
export const EARLIER_EVIDENCE: EarlierFile = {
  what: 'earlier evidence',
  is: (content) => typeof (jsonOf(content) as { modelHash?: unknown } | null)?.modelHash === 'string',
};

/** A bundle of any version by its manifest, and the evidence that may lie beside: what else is there is not its own. */
export const EARLIER_BUNDLE: EarlierFolder = {
  what: 'an earlier bundle',
  names(folder) {
    const manifest = read(folder, MANIFEST_FILE) as Listing | null | undefined;
    if (typeof manifest?.schemaVersion !== 'number' || typeof manifest.modelHash !== 'string') return null;
    if (!Array.isArray(manifest.files)) return null;
    const evidence = join(folder, EVIDENCE_FILE);
    return new Set([
      MANIFEST_FILE,
      ...(existsSync(evidence) && EARLIER_EVIDENCE.is(readFileSync(evidence)) ? [EVIDENCE_FILE] : []),
      ...manifest.files.map((file) => String(file?.path)),
    ]);
  },
};
