import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import type { Prose } from './bundle';
import { encodeHalves } from './float16';
import type { TensorGroup } from './manifest';
import { join } from './readFiles';
import type { InteractionTable, ItemTable, KeywordTable, UserTable, VocabularyTable } from './tables';

/** Files larger than this are cut into shards that load in parallel. */
const SHARD_BYTES = 4 * 1024 * 1024;

/** Says how a column is to be encoded. */
export type Encode = (column: ColumnSource) => ColumnSource;

/** Writes one table: as it is read from a disk, or, where an encoding is given, to be packed as a whole. */
export const writeColumns = (columns: readonly ColumnSource[], encode?: Encode): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: encode ? columns.map((one) => encode(one)) : [...columns],
      rowGroupSize: 1_000_000,
      statistics: false,
      ...(encode && { codec: 'UNCOMPRESSED' }),
    }),
  );

/** A column without gaps. */
const full = (
  name: string,
  data: ColumnSource['data'],
  type: 'STRING' | 'INT32' | 'FLOAT',
): ColumnSource => ({
  name,
  data,
  type,
  nullable: false,
});
const strings = (name: string, data: readonly string[]) => full(name, [...data], 'STRING');
const integers = (name: string, data: ArrayLike<number>) => full(name, Int32Array.from(data), 'INT32');
const floats = (name: string, data: Float32Array) => full(name, data, 'FLOAT');
/** Numbers with nulls where they are NaN. */
const optional = (name: string, data: ArrayLike<number>): ColumnSource => ({
  name,
  data: Array.from(data, (v) => (Number.isNaN(v) ? null : v)),
  type: 'DOUBLE',
});

/** Text with gaps. */
const gaps = (name: string, data: readonly (string | null)[]): ColumnSource => ({
  name,
  data: [...data],
  type: 'STRING',
});
const facts = (columns: ItemTable['facts']): ColumnSource[] =>
  Object.entries(columns).map(([field, data]) => gaps(`fact_${field}`, data));

/** The encodings of the tables; columns as documented in `tables.ts`. */
const tables = (table: (columns: ColumnSource[]) => Uint8Array) => ({
  users: (t: UserTable) => table([strings('id', t.id), strings('label', t.label), ...facts(t.facts)]),
  items: (t: ItemTable) => table([strings('id', t.id), strings('name', t.name), ...facts(t.facts)]),
  interactions: (t: InteractionTable, aspects: readonly string[]) =>
    table([
      ...interactionColumns(t, aspects),
      integers('order', t.order),
      floats('remainingUser', t.remainingUser),
      floats('remainingItem', t.remainingItem),
    ]),
  /** Without what remains, which is a tensor then, and with how many keywords each has: {@link packedKeywords}. */
  packedInteractions: (t: InteractionTable, aspects: readonly string[], keywords: Int32Array) =>
    table([
      ...interactionColumns(t, aspects),
      integers('keywords', keywords),
      ...(t.order.every((place, row) => place === row) ? [] : [integers('order', t.order)]),
    ]),
  vocabulary: (t: VocabularyTable) =>
    table([
      strings('word', t.word),
      integers('reviews', t.reviews),
      integers('keyword', t.keyword),
      floats('idf', t.idf),
    ]),
  keywords: (t: KeywordTable) => table([integers('interaction', t.interaction), ...keywordColumns(t)]),
  /** In the place of words, the {@link gapsOf gaps} between them. */
  packedKeywords: (t: KeywordTable, gaps: Int32Array) =>
    table([integers('gap', gaps), ...keywordColumns(t).slice(1)]),
  texts: ({ texts, times }: Pick<Prose, 'texts' | 'times'>) =>
    table([strings('text', texts), ...(times ? [optional('time', times)] : [])]),
  notes: (notes: readonly (string | null)[]) => table([gaps('note', notes)]),
});

const interactionColumns = (t: InteractionTable, aspects: readonly string[]): ColumnSource[] => [
  integers('user', t.user),
  integers('item', t.item),
  optional('rating', t.rating),
  ...(t.told ? [optional('told', t.told)] : []),
  ...aspects.map((field, k) => optional(`aspect_${field}`, t.aspects[k])),
  integers('hasText', t.hasText),
  integers('words', t.words),
  integers('split', t.split),
];

const keywordColumns = (t: KeywordTable): ColumnSource[] => [
  integers('word', t.word),
  integers('mentions', t.mentions),
  ...(t.tone ? [floats('tone', t.tone)] : []),
];

export const writeTable = tables(writeColumns);
/** The same, to be packed as whole files. */
export const writeTableFor = (encode: Encode) => tables((columns) => writeColumns(columns, encode));

/** One named tensor to store. */
export interface StoredTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Encodes tensors as float16 in the TensorFlow.js weights manifest format, cut into shards named `<stem>-<k>.bin`. */
export function writeTensors(
  stem: string,
  tensors: readonly StoredTensor[],
): { group: TensorGroup; files: Map<string, Uint8Array> } {
  const whole = join(tensors.map((t) => encodeHalves(t.values)));
  const files = new Map<string, Uint8Array>();
  for (let k = 0; k === 0 || k * SHARD_BYTES < whole.length; k++)
    files.set(`${stem}-${k}.bin`, whole.subarray(k * SHARD_BYTES, (k + 1) * SHARD_BYTES));
  return {
    group: {
      paths: [...files.keys()],
      weights: tensors.map((t) => ({
        name: t.name,
        shape: [...t.shape],
        dtype: 'float32',
        quantization: { dtype: 'float16' },
      })),
    },
    files,
  };
}
