import { DataError } from './errors';
import { type Manifest, manifestSchema, SCHEMA_VERSION } from './manifest';
import { checked } from './readJson';

export const MANIFEST_FILE = 'manifest.json';
const REMEDY = 'Build the bundle again, or use one that belongs to this version of the page.';

/** Says what is wrong with a manifest. */
export const fail = (place: string, problem: string): never => {
  throw new DataError(MANIFEST_FILE, place, problem, REMEDY);
};

/** What version 2 does not say: there was one revision of everything. */
const BEFORE_REVISIONS = { revisions: { tokeniser: 1, statistics: 1 }, earlier: [] };

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
    if (text.trimStart().startsWith('<'))
      return fail('', 'is a web page: there is no bundle at this address');
    return fail('', 'is not valid JSON');
  }
  const version = (json as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (typeof version === 'number' && version !== SCHEMA_VERSION && version !== 2)
    fail('field schemaVersion', `is ${version}, and this page reads versions 2 and ${SCHEMA_VERSION}`);
  const said = version === 2 ? { ...(json as object), ...BEFORE_REVISIONS } : json;
  const manifest = checked(MANIFEST_FILE, said, manifestSchema, REMEDY);
  checkFiles(manifest);
  checkReference(manifest);
  return manifest;
}

function checkFiles(manifest: Manifest): void {
  const listed = new Set(manifest.files.map((file) => file.path));
  if (listed.size !== manifest.files.length) fail('field files', 'names a file twice');
  for (const [table, path] of Object.entries(manifest.tables))
    if (path !== undefined && !listed.has(path))
      fail(`field tables.${table}`, `names ${path}, which is not among the files`);
  for (const [group, { paths }] of Object.entries(manifest.tensors))
    for (const path of paths)
      if (!listed.has(path))
        fail(`field tensors.${group}.paths`, `names ${path}, which is not among the files`);
  const { train, validation, test, interactions } = manifest.counts;
  if (train + validation + test !== interactions)
    fail('field counts', `splits sum to ${train + validation + test}, interactions are ${interactions}`);
}

function checkReference(manifest: Manifest): void {
  const { selfCheck: reference, model, counts } = manifest;
  const length = (field: keyof typeof reference, expected: number) => {
    if (reference[field].length !== expected)
      fail(`field selfCheck.${field}`, `has ${reference[field].length} entries where ${expected} are needed`);
  };
  length('feedback', 1 + model.aspects.length);
  length('attention', Math.min(reference.words.length, model.maxWords));
  length('userState', model.stateSize);
  length('itemState', model.stateSize);
  length('ratings', reference.items.length);
  if (reference.words.some((id) => id >= model.vocabularySize))
    fail('field selfCheck.words', 'has an id past the vocabulary');
  if (reference.items.some((id) => id >= counts.items))
    fail('field selfCheck.items', 'has an id past the items');
}
