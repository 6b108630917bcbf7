import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ColumnSource } from 'hyparquet-writer';
import { type BundleFile, type Manifest, SCHEMA_VERSION, type TensorGroup } from '../src/data/manifest';
import { join } from '../src/data/readFiles';
import { readTables } from '../src/data/readTables';
import { readTensors } from '../src/data/readTensors';
import { TENSOR_NAMES } from '../src/data/tables';
import { PACKED, toPlanes } from '../src/data/unpack';
import { type StoredTensor, writeColumns, writeTableFor, writeTensors } from '../src/data/write';

/** A bundle as files, its manifest apart. */
export interface Files {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const gzip = (bytes: Uint8Array): Uint8Array => new Uint8Array(gzipSync(bytes, { level: 9 }));

const ENCODINGS = [
  'RLE_DICTIONARY',
  'PLAIN',
  'BYTE_STREAM_SPLIT',
  'DELTA_BINARY_PACKED',
  'DELTA_LENGTH_BYTE_ARRAY',
] as const;

/** The encoding in which a column packs best: strings and doubles, bytes of numbers, all by trying. */
function smallest(column: ColumnSource): ColumnSource {
  let best = column;
  let least = Number.POSITIVE_INFINITY;
  for (const encoding of ENCODINGS) {
    if (!fits(column, encoding)) continue;
    const tried = { ...column, encoding };
    const { length } = gzip(writeColumns([tried], (one) => one));
    if (length >= least) continue;
    least = length;
    best = tried;
  }
  return best;
}

function fits({ type }: ColumnSource, encoding: (typeof ENCODINGS)[number]): boolean {
  if (encoding === 'DELTA_BINARY_PACKED') return type === 'INT32';
  if (encoding === 'DELTA_LENGTH_BYTE_ARRAY') return type === 'STRING';
  return encoding !== 'BYTE_STREAM_SPLIT' || type !== 'STRING';
}

const write = writeTableFor(smallest);

/**
 * The same bundle with less to send, and in the order in which it is needed: the embedding of words in a group of its own,
 * tables and numbers packed. Every number stays as it is, but for what remains of each interaction, which is rounded to
 * float16: the replay finds it anew.
 * @param of files and manifest of a bundle that is not packed
 */
export async function packBundle({ manifest, files }: Files): Promise<Files> {
  const { model, tables: named, tensors, counts, selfCheck } = manifest;
  const tables = await readTables(manifest, files, null);
  const { remainingUser, remainingItem } = tables.interactions;
  const all = join(tensors.weights.paths.map((path) => files.get(path) as Uint8Array));
  const [first, ...others] = tensors.weights.weights;
  if (first.name !== TENSOR_NAMES.embedding) throw new Error(`the first weight is ${first.name}`);
  const cut = 2 * model.vocabularySize * model.embedSize;
  const embedding = readTensors(
    { paths: ['words'], weights: [first] },
    new Map([['words', all.subarray(0, cut)]]),
  );
  const E = model.embedSize;
  const rows = [...new Set(selfCheck.words)];
  const checkWords = new Float32Array(rows.length * E);
  for (const [k, id] of rows.entries())
    checkWords.set(embedding.get(first.name)?.subarray(id * E, (id + 1) * E) ?? [], k * E);
  const states = readTensors(tensors.states, files);
  const state = (name: string, count: number): StoredTensor => ({
    name,
    shape: [count, model.stateSize],
    values: states.get(name) as Float32Array,
  });
  const remaining = new Float32Array(2 * counts.interactions);
  remaining.set(remainingUser);
  remaining.set(remainingItem, counts.interactions);
  const stateGroup = writeTensors('states', [
    state(TENSOR_NAMES.users, counts.users),
    state(TENSOR_NAMES.items, counts.items),
    { name: TENSOR_NAMES.remaining, shape: [2, counts.interactions], values: remaining },
    { name: TENSOR_NAMES.checkWords, shape: [rows.length, E], values: checkWords },
  ]);
  const keywords = new Int32Array(counts.interactions);
  for (const row of tables.keywords.interaction) keywords[row]++;

  const packed = new Map<string, Uint8Array>();
  const listed: BundleFile[] = [];
  const put = (name: string, bytes: Uint8Array, planes = false): string => {
    const path = `${name}${PACKED}`;
    const stored = gzip(planes ? toPlanes(bytes) : bytes);
    packed.set(path, stored);
    listed.push({
      path,
      bytes: stored.length,
      sha256: createHash('sha256').update(stored).digest('hex'),
      ...(planes && { planes: 2 as const }),
    });
    return path;
  };
  const group = (weights: TensorGroup['weights'], parts: ReadonlyMap<string, Uint8Array>): TensorGroup => ({
    paths: Array.from(parts, ([name, bytes]) => put(name, bytes, true)),
    weights,
  });
  const asIs = (path: string): string => put(path, files.get(path) as Uint8Array);
  const aspects = model.aspects.map(({ field }) => field);
  return {
    files: packed,
    manifest: {
      ...manifest,
      schemaVersion: SCHEMA_VERSION,
      tables: {
        users: put(named.users, write.users(tables.users)),
        items: put(named.items, write.items(tables.items)),
        interactions: put(
          named.interactions,
          write.packedInteractions(tables.interactions, aspects, keywords),
        ),
        vocabulary: put(named.vocabulary, write.vocabulary(tables.vocabulary)),
        keywords: put(named.keywords, write.packedKeywords(tables.keywords)),
        ...(named.texts && { texts: asIs(named.texts) }),
        ...(named.notes && { notes: asIs(named.notes) }),
      },
      tensors: {
        words: group([first], new Map([['words-0.bin', all.subarray(0, cut)]])),
        weights: group(others, new Map([['weights-0.bin', all.subarray(cut)]])),
        states: group(stateGroup.group.weights, stateGroup.files),
        textVectors: group(
          tensors.textVectors.weights,
          new Map(tensors.textVectors.paths.map((path) => [path, files.get(path) as Uint8Array])),
        ),
      },
      files: listed,
    },
  };
}
