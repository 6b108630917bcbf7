import {
  STATISTICS_REVISION,
  STATISTICS_REVISIONS,
  TOKENISER_REVISIONS,
  type TokeniserRevision,
} from '../model/revision';
import type { Manifest, TensorGroup } from './manifest';
import { join } from './readFiles';
import { fail } from './readManifest';
import { sha256 } from './sha256';
import type { VocabularyTable } from './tables';

/** All that makes the numbers of a model. */
export interface HashedModel extends Pick<Manifest, 'model' | 'revisions'> {
  readonly vocabulary: Pick<VocabularyTable, 'word' | 'idf'>;
  /** Names, shapes and types of the weights, and their bytes as stored. */
  readonly tensors: Pick<Manifest['tensors'], 'weights'>;
  readonly weights: Uint8Array;
}

/** JSON with the fields of every object in order; labels are words for the page and make no number. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (name, part: unknown) => {
    if (name === 'label') return undefined;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * What links, logs and figures know a model by: SHA-256, in lower-case hexadecimal, over six lines of UTF-8:
 *
 *     drex model 2
 *     the configuration, as JSON without blanks, the fields of every object sorted by name, labels left out
 *     tokeniser N
 *     statistics N
 *     SHA-256 of the vocabulary: a line a word, its idf behind a tab
 *     SHA-256 of the weights: their specifications as JSON like above, a line break, the bytes of their shards
 */
export async function modelHash({
  model,
  revisions,
  vocabulary,
  tensors,
  weights,
}: HashedModel): Promise<string> {
  const words = vocabulary.word.map((word, id) => `${word}\t${vocabulary.idf[id]}`);
  const lines = [
    'drex model 2',
    canonical(model),
    `tokeniser ${revisions.tokeniser}`,
    `statistics ${revisions.statistics}`,
    await sha256(bytesOf(words.join('\n'))),
    await sha256(join([bytesOf(`${canonical(tensors.weights.weights)}\n`), weights])),
  ];
  return sha256(bytesOf(lines.join('\n')));
}

/** The part of a manifest that says which model it is. */
export type ModelIdentity = Pick<Manifest, 'modelHash' | 'earlier'> & {
  readonly tokeniser: TokeniserRevision;
  /** What has changed since the figures of the manifest were measured; null for nothing. */
  readonly changedSinceMeasured: string | null;
};

/** The weights as one group, as they are hashed: the embedding of words is the first of them. */
const allWeights = ({ words, weights }: Manifest['tensors']): TensorGroup =>
  words
    ? { paths: [...words.paths, ...weights.paths], weights: [...words.weights, ...weights.weights] }
    : weights;

/**
 * Which model a manifest says it is, before all weights are there to check it by; null where that cannot be told without
 * them, as of a bundle whose statistics are of before.
 */
export const saidIdentity = ({ revisions, modelHash, earlier }: Manifest): ModelIdentity | null =>
  revisions.tokeniser in TOKENISER_REVISIONS && revisions.statistics === STATISTICS_REVISION
    ? { modelHash, earlier, tokeniser: revisions.tokeniser as TokeniserRevision, changedSinceMeasured: null }
    : null;

/** What has changed in the statistics after some revision. */
function changesAfter(revision: number): string | null {
  const changes = Object.entries(STATISTICS_REVISIONS).flatMap(([n, change]) =>
    Number(n) > revision ? change : [],
  );
  return changes.length > 0 ? changes.join(' ') : null;
}

/**
 * Checks the hash of a manifest and tells which model it is on this page: statistics are worked out by the page's own
 * revision, so a bundle of before is an earlier state of the model that is shown.
 * @throws DataError naming the field that does not fit.
 */
export async function identify(
  manifest: Manifest,
  vocabulary: HashedModel['vocabulary'],
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<ModelIdentity> {
  const { revisions, tensors } = manifest;
  if (!(revisions.tokeniser in TOKENISER_REVISIONS))
    fail('revisions.tokeniser', { is: 'revision', revision: revisions.tokeniser });
  if (!(revisions.statistics in STATISTICS_REVISIONS))
    fail('revisions.statistics', { is: 'revision', revision: revisions.statistics });
  const all = allWeights(tensors);
  const weights = join(all.paths.map((path) => contents.get(path) ?? new Uint8Array()));
  const parts = { ...manifest, tensors: { weights: all }, vocabulary, weights };
  const own = await modelHash(parts);
  if (own !== manifest.modelHash) fail('modelHash', { is: 'hash', said: manifest.modelHash, found: own });
  const tokeniser = revisions.tokeniser as TokeniserRevision;
  const change = changesAfter(revisions.statistics);
  const present = await modelHash({ ...parts, revisions: { tokeniser, statistics: STATISTICS_REVISION } });
  if (present === own)
    return { modelHash: own, earlier: manifest.earlier, tokeniser, changedSinceMeasured: null };
  return {
    modelHash: present,
    earlier: [
      ...manifest.earlier.map((one) => ({ ...one, change: [one.change, change].filter(Boolean).join(' ') })),
      { hash: own, change: change ?? '', test: null },
    ],
    tokeniser,
    changedSinceMeasured: change,
  };
}
