import * as z from 'zod/mini';
import { BundleError } from './errors';
import { EVIDENCE_FILE, EVIDENCE_VERSION, type Evidence, evidenceSchema } from './evidence';
import type { EarlierState, Manifest } from './manifest';
import { stateOf } from './modelState';
import { checked, readJson } from './readJson';
import type { Problem } from './words';

/** Why nothing is said of the model: hashes of it in full. */
export type MissingEvidence =
  | { readonly is: 'absent' }
  /** Of a format of before, whose figures had other names and meanings. */
  | { readonly is: 'outdated' }
  | { readonly is: 'of-other-set'; readonly id: string }
  | { readonly is: 'of-other-model'; readonly measured: string; readonly ships: string };

/** The evidence of a bundle, or why there is none that speaks of it. */
export type ReadEvidence =
  | { readonly evidence: Evidence; readonly earlier: EarlierState | null }
  | { readonly missing: MissingEvidence };

const versioned = z.looseObject({ evidenceVersion: z.number() });

/**
 * Parses evidence and checks that it speaks of this very model, or of an earlier state of it, which is then named: numbers
 * of another model are never handed out.
 * @param bytes null where the bundle has no evidence
 * @throws DataError naming file and field.
 */
export function readEvidence(
  bytes: Uint8Array | null,
  { id, ...model }: Pick<Manifest, 'id' | 'modelHash' | 'earlier'>,
): ReadEvidence {
  if (!bytes) return { missing: { is: 'absent' } };
  const json = readJson(EVIDENCE_FILE, bytes, versioned, 'evidence');
  if (json.evidenceVersion < EVIDENCE_VERSION) return { missing: { is: 'outdated' } };
  const evidence = checked(EVIDENCE_FILE, json, evidenceSchema, 'evidence');
  if (evidence.dataset !== id) return { missing: { is: 'of-other-set', id: evidence.dataset } };
  const state = stateOf(evidence.modelHash, model);
  if (state.is === 'other')
    return {
      missing: { is: 'of-other-model', measured: evidence.modelHash, ships: model.modelHash },
    };
  checkModels(evidence);
  return { evidence, earlier: state.is === 'earlier' ? state.earlier : null };
}

const fail = (field: string, problem: Problem): never => {
  throw new BundleError({ file: EVIDENCE_FILE, place: { field }, problem, remedy: 'evidence' });
};

/** What the parts say of one another. */
function checkModels(evidence: Evidence): void {
  const { models, comparisons } = evidence;
  const ids = new Set<string>();
  models.forEach(({ id }, k) => {
    if (ids.has(id)) fail(`models[${k}].id`, { is: 'repeats', id });
    ids.add(id);
  });
  if (!models.some((one) => one.family === 'drex')) fail('models', { is: 'no-drex' });
  comparisons.forEach(({ model }, k) => {
    if (!ids.has(model)) fail(`comparisons[${k}].model`, { is: 'no-model', model });
  });
  // Tables of their own, which need not hold the same models.
  for (const [table, name] of [
    ['worlds', 'worldComparisons'],
    ['latestOut', 'latestComparisons'],
  ] as const) {
    const rows = evidence[table] ?? [];
    evidence[name]?.forEach(({ model }, k) => {
      if (!rows.some(({ id }) => id === model)) fail(`${name}[${k}].model`, { is: 'no-model', model });
    });
  }
}
