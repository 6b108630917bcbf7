import { createHash } from 'node:crypto';
import { replaceFolder } from '../scripts/replace.mjs';
import { fromHalf, toHalf } from '../src/data/float16';
import { EARLIER_VERSION, type Manifest, type MetricsRow, manifestSchema } from '../src/data/manifest';
import { modelHash } from '../src/data/modelHash';
import { TENSOR_NAMES } from '../src/data/tables';
import { writeTable, writeTensors } from '../src/data/write';
import { STATISTICS_REVISION, TOKENISER_REVISION } from '../src/model/revision';
import { toldOfUnrated } from '../src/model/told';
import { type WeightValues, weightNames, weightShapes } from '../src/model/weights';
import { EARLIER_BUNDLE } from './bundle-folder';
import { describeUsers } from './describe';
import { ID } from './descriptor';
import type { Facts } from './item-facts';
import { factInLabel, labelItems, unnamedWords } from './item-labels';
import { vocabularyTable } from './keywords';
import { packBundle } from './pack';
import { type Prepared, rowsOf } from './prepare';
import { protocolOf } from './protocol';
import { range } from './random';
import { respelt } from './respelt';
import { mentionTable } from './said-words';
import { selfCheckReference } from './self-check';
import { replayAll } from './trace';
import { textVectors } from './train-text';
import { withTones } from './with-tones';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Values as they will be read back: what ships is float16, so metrics and states are taken from that. */
export const rounded = (values: Float32Array): Float32Array => values.map((v) => fromHalf(toHalf(v)));

/** All weights rounded to what ships. */
export function roundedWeights(values: WeightValues): WeightValues {
  const result = {} as WeightValues;
  for (const name of Object.keys(values) as (keyof WeightValues)[]) result[name] = rounded(values[name]);
  return result;
}

export interface ExportInput {
  readonly data: Prepared;
  /** Rounded already, see {@link roundedWeights}. */
  readonly values: WeightValues;
  readonly metrics: readonly MetricsRow[];
  readonly recommenders?: Manifest['recommenders'];
  readonly itemFacts: Facts;
  readonly userFacts: Facts;
  readonly order: string;
  readonly seed: number;
  /** Smallest rating that the metrics count as relevant. */
  readonly relevant: number;
}

/**
 * Writes a bundle; the folder is replaced in one go, so that nothing half-written is left behind.
 * @throws RefusedError where the folder holds anything but an earlier bundle.
 */
export async function exportBundle(out: string, input: ExportInput): Promise<Manifest> {
  const { values } = input;
  const data = withTones(input.data, values);
  const { config, descriptor } = data;
  const vectors = rounded(textVectors(data, values));
  const full = replayAll(data, vectors, values);
  const { said } = data;
  const vocabulary = { ...vocabularyTable(data), idf: said.idf };
  const columnOf = (known: Facts, ids: readonly string[], field: string): (string | null)[] =>
    ids.map((id) => known.get(id)?.get(field) ?? null);
  const columnsOf = (known: Facts, ids: readonly string[], shown: readonly { readonly field: string }[]) =>
    Object.fromEntries(shown.map(({ field }) => [field, columnOf(known, ids, field)]));
  const itemFacts = respelt(input.itemFacts, descriptor.spelling);
  const facts = columnsOf(itemFacts, data.itemIds, descriptor.itemFacts);
  // Of several values the first: people are described by what they review most.
  const category = descriptor.itemFacts[0]
    ? facts[descriptor.itemFacts[0].field].map((value) => value?.split(', ')[0] ?? null)
    : null;

  const labels = labelItems(
    data,
    vocabulary,
    data.itemIds.map((id) =>
      descriptor.itemLabel.flatMap((field) => {
        const value = itemFacts.get(id)?.get(field);
        return value === undefined ? [] : [factInLabel(value)];
      }),
    ),
  );
  const described = describeUsers(data, said, category);
  const named = (known: Facts, ids: string[], field: string | null, others: readonly string[]) =>
    field === ID ? ids : ids.map((id, k) => (field && known.get(id)?.get(field)) ?? others[k]);

  const shapes = weightShapes(config);
  const states = { users: rounded(full.users), items: rounded(full.items) };
  const weights = writeTensors(
    'weights',
    weightNames(config).map((name) => ({ name, shape: shapes[name], values: values[name] })),
  );
  const textGroup = writeTensors('text-vectors', [
    { name: TENSOR_NAMES.textVectors, shape: [data.users.length, config.embedSize], values: vectors },
  ]);
  const stateGroup = writeTensors('states', [
    { name: TENSOR_NAMES.users, shape: [data.userIds.length, config.stateSize], values: states.users },
    { name: TENSOR_NAMES.items, shape: [data.itemIds.length, config.stateSize], values: states.items },
  ]);
  // Only what may be shown ships.
  const ships = descriptor.planted || descriptor.shipsTexts;
  const { itemNote } = descriptor;
  const late = new Map<string, Uint8Array>();
  if (ships) late.set('texts.parquet', writeTable.texts(data));
  if (ships && itemNote)
    late.set('notes.parquet', writeTable.notes(columnOf(itemFacts, data.itemIds, itemNote)));
  const files = new Map<string, Uint8Array>([
    [
      'users.parquet',
      writeTable.users({
        id: data.userIds,
        label: named(input.userFacts, data.userIds, descriptor.userName ?? null, described),
        facts: columnsOf(input.userFacts, data.userIds, descriptor.userFacts),
      }),
    ],
    [
      'items.parquet',
      writeTable.items({
        id: data.itemIds,
        name: named(itemFacts, data.itemIds, descriptor.itemName, labels),
        facts,
      }),
    ],
    [
      'interactions.parquet',
      writeTable.interactions(
        {
          user: data.users,
          item: data.items,
          rating: data.ratings,
          told: toldOfUnrated(config, values, vectors, data),
          aspects: config.aspects.map((_, k) =>
            Float64Array.from(data.feedback, (f) => f.aspects[k] ?? Number.NaN),
          ),
          hasText: Uint8Array.from(data.hasText, Number),
          words: Int32Array.from(data.words, (w) => w.length),
          split: data.split,
          order: range(data.users.length),
          remainingUser: full.remaining.user,
          remainingItem: full.remaining.item,
        },
        config.aspects.map((a) => a.field),
      ),
    ],
    ['vocabulary.parquet', writeTable.vocabulary(vocabulary)],
    ['keywords.parquet', writeTable.keywords(mentionTable(said))],
    ...late,
    ...weights.files,
    ...textGroup.files,
    ...stateGroup.files,
  ]);
  const weightBytes = Buffer.concat(weights.group.paths.map((path) => files.get(path)!));
  const identity = {
    model: config as Manifest['model'],
    revisions: { tokeniser: TOKENISER_REVISION, statistics: STATISTICS_REVISION },
    tensors: { weights: weights.group, textVectors: textGroup.group, states: stateGroup.group },
  };
  const plain: Manifest = {
    schemaVersion: EARLIER_VERSION,
    id: descriptor.id,
    name: descriptor.name,
    ...(descriptor.about && { about: descriptor.about }),
    description: descriptor.description,
    provenance: descriptor.provenance,
    planted: descriptor.planted,
    itemNoun: descriptor.itemNoun,
    example: descriptor.example,
    counts: {
      users: data.userIds.length,
      items: data.itemIds.length,
      interactions: data.users.length,
      train: rowsOf(data, 'train').length,
      validation: rowsOf(data, 'validation').length,
      test: rowsOf(data, 'test').length,
    },
    order: input.order,
    itemFacts: descriptor.itemFacts,
    ...(descriptor.itemName === null && { unnamed: descriptor.unnamed ?? unnamedWords(descriptor) }),
    ...(descriptor.faces && { faces: descriptor.faces }),
    ...(ships && descriptor.quoted && { quoted: descriptor.quoted }),
    ...(descriptor.userFacts.length > 0 && { userFacts: descriptor.userFacts }),
    ...(descriptor.userKind && { userKind: descriptor.userKind }),
    ...(descriptor.userName && { usersNamed: true }),
    ...identity,
    modelHash: await modelHash({ ...identity, vocabulary, weights: weightBytes }),
    earlier: [],
    seed: input.seed,
    metrics: { protocol: protocolOf(input.relevant), rows: [...input.metrics] },
    recommenders: input.recommenders,
    tables: {
      users: 'users.parquet',
      items: 'items.parquet',
      interactions: 'interactions.parquet',
      vocabulary: 'vocabulary.parquet',
      keywords: 'keywords.parquet',
      ...(late.has('texts.parquet') && { texts: 'texts.parquet' }),
      ...(late.has('notes.parquet') && { notes: 'notes.parquet' }),
    },
    selfCheck: selfCheckReference(data, values, states.items, said.idf),
    files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  const packed = await packBundle({ manifest: plain, files });
  const { manifest } = packed;
  manifestSchema.parse(manifest);
  const written = new Map<string, string | Uint8Array>(packed.files);
  written.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  replaceFolder(out, written, EARLIER_BUNDLE);
  return manifest;
}
