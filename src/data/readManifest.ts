import { BundleError } from './errors';
import { EARLIER_VERSION, type Manifest, manifestSchema, PACKED_VERSION, SCHEMA_VERSION } from './manifest';
import { checked } from './readJson';
import type { Problem } from './words';

export const MANIFEST_FILE = 'manifest.json';

/** Says what is wrong with a manifest, in which field; null for all of it. */
export const fail = (field: string | null, problem: Problem): never => {
  const place = field === null ? null : { field };
  const remedy = problem.is === 'web-page' ? 'server' : 'bundle';
  throw new BundleError({ file: MANIFEST_FILE, place, problem, remedy });
};

/**
 * Parses and checks a manifest, including what its parts say of one another.
 * @throws DataError naming the field.
 */
export function readManifest(bytes: Uint8Array): Manifest {
  let json: unknown;
  const text = new TextDecoder().decode(bytes);
  try {
    json = JSON.parse(text);
  } catch {
    // Servers of single-page apps answer a missing file with their start page.
    return fail(null, { is: text.trimStart().startsWith('<') ? 'web-page' : 'not-json' });
  }
  const version = (json as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (typeof version === 'number' && ![SCHEMA_VERSION, PACKED_VERSION, EARLIER_VERSION].includes(version))
    fail('schemaVersion', { is: 'version', version, newest: SCHEMA_VERSION });
  const manifest = checked(MANIFEST_FILE, json, manifestSchema, 'bundle');
  checkFiles(manifest);
  checkReference(manifest);
  return manifest;
}

function checkFiles(manifest: Manifest): void {
  const listed = new Set(manifest.files.map((file) => file.path));
  if (listed.size !== manifest.files.length) fail('files', { is: 'named-twice' });
  for (const [table, path] of Object.entries(manifest.tables))
    if (path !== undefined && !listed.has(path)) fail(`tables.${table}`, { is: 'unlisted', path });
  for (const [group, of] of Object.entries(manifest.tensors))
    for (const path of of?.paths ?? [])
      if (!listed.has(path)) fail(`tensors.${group}.paths`, { is: 'unlisted', path });
  const { train, validation, test, interactions } = manifest.counts;
  const sum = train + validation + test;
  if (sum !== interactions) fail('counts', { is: 'splits', sum, interactions });
}

function checkReference(manifest: Manifest): void {
  const { selfCheck: reference, model, counts } = manifest;
  const length = (field: keyof typeof reference, needed: number) => {
    const found = reference[field]?.length ?? needed;
    if (found !== needed) fail(`selfCheck.${field}`, { is: 'entries', found, needed });
  };
  length('feedback', 1 + model.aspects.length);
  length('attention', Math.min(reference.words.length, model.maxWords));
  length('userState', model.stateSize);
  length('itemState', model.stateSize);
  length('ratings', reference.items.length);
  length('choices', reference.items.length);
  if (reference.words.some((id) => id >= model.vocabularySize))
    fail('selfCheck.words', { is: 'past', of: 'vocabulary' });
  if (manifest.firstPeople?.some((row) => row >= counts.users))
    fail('firstPeople', { is: 'past', of: 'users' });
  if (reference.items.some((id) => id >= counts.items)) fail('selfCheck.items', { is: 'past', of: 'items' });
}
