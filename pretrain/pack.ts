import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ColumnSource } from 'hyparquet-writer';
import { gapsOf, inOrder, keywordOrder } from '../src/data/keywordOrder';
import {
  type BundleFile,
  type Manifest,
  SCHEMA_VERSION,
  type TensorGroup,
  type TensorSpec,
} from '../src/data/manifest';
import { rowsOf } from '../src/data/read';
import { join } from '../src/data/readFiles';
import { readTables } from '../src/data/readTables';
import { readTensors } from '../src/data/readTensors';
import { type InteractionTable, SENT_TWICE, TENSOR_NAMES, type UserTable } from '../src/data/tables';
import { PACKED, toPlanes } from '../src/data/unpack';
import { writeColumns, writeTableFor, writeTensors } from '../src/data/write';

/** Name of a file as it is before it is packed. */
const bare = (path: string): string => (path.endsWith(PACKED) ? path.slice(0, -PACKED.length) : path);

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

/** How many people's states come with the first files: who reviewed most, of whom one is shown first. */
const FIRST_PEOPLE = 4;

/** Rows of those whom a first look is likely to be at: who is named for it, and who has the most interactions. */
function firstPeople({ faces }: Manifest, users: UserTable, { user }: InteractionTable): number[] {
  const counts = new Int32Array(users.id.length);
  for (const row of user) counts[row]++;
  const most = Array.from(counts.keys()).sort((a, b) => counts[b] - counts[a] || a - b);
  const named = faces ? users.id.indexOf(faces.person) : -1;
  return [...new Set([...(named < 0 ? [] : [named]), ...most])].slice(0, FIRST_PEOPLE);
}

/** Weights of which the first list needs none: the reading of texts and the cells. They come first in what is stored. */
const READS_AND_REFINES = /^(?:text|told|features)\/|^(?:user|item)\/(?:initial$|gru\/)/;

/**
 * The same bundle with less to send, and in the order in which it is needed: first what the first list rests on, then what
 * reads texts and refines states, and the states of all people; tables and numbers packed. Every number stays as it is, but for
 * what remains of each interaction, which is rounded to float16: the replay finds it anew. The keywords of a review are put
 * in {@link keywordOrder another order}.
 * @param of manifest and files of a bundle that is not packed, or packed as before and unpacked, under the names that they have
 */
export async function packBundle({ manifest, files }: Files): Promise<Files> {
  const { model, tables: named, tensors, counts } = manifest;
  const states = readTensors(tensors.states, files);
  const tables = await readTables(manifest, files, states.get(TENSOR_NAMES.remaining) ?? null);
  const { remainingUser, remainingItem } = tables.interactions;
  const shards = [...(tensors.words?.paths ?? []), ...tensors.weights.paths];
  const all = join(shards.map((path) => files.get(path) as Uint8Array));
  const specs = [...(tensors.words?.weights ?? []), ...tensors.weights.weights];
  const later = specs.filter(({ name }) => READS_AND_REFINES.test(name));
  const first = specs.slice(later.length);
  if (later[0]?.name !== TENSOR_NAMES.embedding || later.some((one, k) => one !== specs[k]))
    throw new Error('the weights are in another order');
  const values = readTensors({ paths: ['all'], weights: specs }, new Map([['all', all]]));
  const sizeOf = (tensors: readonly TensorSpec[]) =>
    tensors.reduce((sum, { shape }) => sum + 2 * shape.reduce((a, b) => a * b, 1), 0);
  const cut = sizeOf(later);
  const D = model.stateSize;
  const people = states.get(TENSOR_NAMES.users) as Float32Array;
  const rows = firstPeople(manifest, tables.users, tables.interactions);
  const firstStates = new Float32Array(rows.length * D);
  for (const [k, row] of rows.entries()) firstStates.set(people.subarray(row * D, (row + 1) * D), k * D);
  const theirs = rowsOf(tables.interactions.user, rows);
  const firstRemaining = Float32Array.from(theirs, (row) => remainingUser[row]);
  const remaining = new Float32Array(2 * counts.interactions);
  remaining.set(remainingUser);
  remaining.set(remainingItem, counts.interactions);
  const stateGroup = writeTensors('states', [
    { name: TENSOR_NAMES.firstUsers, shape: [rows.length, D], values: firstStates },
    {
      name: TENSOR_NAMES.items,
      shape: [counts.items, D],
      values: states.get(TENSOR_NAMES.items) as Float32Array,
    },
    { name: TENSOR_NAMES.firstRemaining, shape: [theirs.length], values: firstRemaining },
    ...later
      .filter(({ name }) => SENT_TWICE.includes(name))
      .map(({ name, shape }) => ({ name, shape, values: values.get(name) as Float32Array })),
  ]);
  const peopleGroup = writeTensors('people', [
    { name: TENSOR_NAMES.users, shape: [counts.users, D], values: people },
    { name: TENSOR_NAMES.remaining, shape: [2, counts.interactions], values: remaining },
  ]);
  const keywords = new Int32Array(counts.interactions);
  for (const row of tables.keywords.interaction) keywords[row]++;
  const order = keywordOrder(tables.vocabulary);
  const ordered = inOrder(tables.keywords, order);

  const packed = new Map<string, Uint8Array>();
  const listed: BundleFile[] = [];
  const put = (name: string, bytes: Uint8Array, planes = false): string => {
    const path = `${bare(name)}${PACKED}`;
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
      firstPeople: rows,
      tables: {
        users: put(named.users, write.users(tables.users)),
        items: put(named.items, write.items(tables.items)),
        interactions: put(
          named.interactions,
          write.packedInteractions(tables.interactions, aspects, keywords),
        ),
        vocabulary: put(named.vocabulary, write.vocabulary(tables.vocabulary)),
        keywords: put(named.keywords, write.packedKeywords(ordered, gapsOf(ordered, order))),
        ...(named.texts && { texts: asIs(named.texts) }),
        ...(named.notes && { notes: asIs(named.notes) }),
      },
      tensors: {
        words: group(later, new Map([['words-0.bin', all.subarray(0, cut)]])),
        weights: group(first, new Map([['weights-0.bin', all.subarray(cut)]])),
        states: group(stateGroup.group.weights, stateGroup.files),
        people: group(peopleGroup.group.weights, peopleGroup.files),
        textVectors: group(
          tensors.textVectors.weights,
          new Map(tensors.textVectors.paths.map((path) => [path, files.get(path) as Uint8Array])),
        ),
      },
      files: listed,
    },
  };
}
