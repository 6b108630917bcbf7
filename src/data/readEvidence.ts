import { DataError } from './errors';
import { EVIDENCE_FILE, type Evidence, evidenceSchema } from './evidence';
import type { Manifest } from './manifest';
import { readJson } from './readJson';

const REMEDY = 'Measure the bundle again with `npm run evidence`, or remove the file.';

/** The evidence of a bundle, or why there is none that speaks of it. */
export type ReadEvidence = { readonly evidence: Evidence } | { readonly reason: string };

/**
 * Parses evidence and checks that it speaks of this very bundle: numbers of other weights are never handed out.
 * @param bytes null where the bundle has no evidence
 * @throws DataError naming file and field.
 */
export function readEvidence(
  bytes: Uint8Array | null,
  { id, modelHash }: Pick<Manifest, 'id' | 'modelHash'>,
): ReadEvidence {
  if (!bytes) return { reason: 'This data set comes without evidence.' };
  const evidence = readJson(EVIDENCE_FILE, bytes, evidenceSchema, REMEDY);
  if (evidence.dataset !== id)
    return { reason: `The evidence beside this data set belongs to another one, “${evidence.dataset}”.` };
  if (evidence.modelHash !== modelHash)
    return {
      reason: `The evidence was measured with other weights (${evidence.modelHash.slice(0, 12)}) than the ones that ship (${modelHash.slice(0, 12)}).`,
    };
  checkModels(evidence);
  return { evidence };
}

const fail = (place: string, problem: string): never => {
  throw new DataError(EVIDENCE_FILE, place, problem, REMEDY);
};

/** What the parts say of one another. */
function checkModels({ models, comparisons }: Evidence): void {
  const ids = new Set<string>();
  models.forEach(({ id }, k) => {
    if (ids.has(id)) fail(`field models[${k}].id`, `repeats "${id}"`);
    ids.add(id);
  });
  if (!models.some((one) => one.family === 'drex')) fail('field models', 'has no row of DReX');
  comparisons.forEach(({ model }, k) => {
    if (!ids.has(model))
      fail(`field comparisons[${k}].model`, `names "${model}", which is not among the models`);
  });
}
