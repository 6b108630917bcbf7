import type { Bundle, Prose } from './bundle';
import { keywordOrder } from './keywordOrder';
import type { Manifest } from './manifest';
import { Columns } from './readColumns';
import {
  type InteractionTable,
  type ItemTable,
  type KeywordTable,
  SPLITS,
  type VocabularyTable,
} from './tables';

type Tables = Pick<Bundle, 'users' | 'items' | 'interactions' | 'vocabulary' | 'keywords'>;

/** Of a million reviews, a word that stands in one of them. */
const IDF_LIMIT = 14;
/** More than any review has words. */
const MENTION_LIMIT = 1e5;
/** Rating units; no scale is longer. */
const TONE_LIMIT = 1e4;

/**
 * Reads the tables of a bundle and checks them against the manifest and one another.
 * @param contents files, or what they are awaited as: each table is read as soon as it is there
 * @param remaining both columns behind one another where they are no columns of the table
 * @throws DataError naming file, column and row.
 */
export async function readTables(
  manifest: Manifest,
  contents: Contents,
  remaining: Float32Array | null | Promise<Float32Array | null>,
): Promise<Tables> {
  const { tables, counts, model } = manifest;
  const open = opener(contents);
  const log = open(tables.interactions, counts.interactions);
  const known = open(tables.vocabulary, model.vocabularySize).then((table) =>
    readVocabulary(table, counts.interactions),
  );
  const [users, items, interactions, vocabulary, keywords] = await Promise.all([
    open(tables.users, counts.users).then((table) => ({
      id: table.keys('id'),
      label: table.strings('label'),
      facts: readFacts(table, manifest.userFacts ?? []),
    })),
    open(tables.items, counts.items).then((table) => ({
      id: table.keys('id'),
      name: table.strings('name'),
      facts: readFacts(table, manifest.itemFacts),
    })),
    Promise.all([log, remaining]).then(([table, parts]) => readInteractions(table, manifest, parts)),
    known,
    Promise.all([open(tables.keywords, null), log, known]).then(([table, rows, words]) =>
      readKeywords(table, manifest, rows, words),
    ),
  ]);
  return { users, items, interactions, vocabulary, keywords };
}

/** Files by name, those that are there and those that are still to come. */
export type Contents = ReadonlyMap<string, Uint8Array | Promise<Uint8Array>>;

const opener = (contents: Contents) => async (path: string, rows: number | null) =>
  Columns.read(path, (await contents.get(path)) ?? new Uint8Array(), rows);

/** What people read: of the tables that come later. @throws DataError naming file, column and row. */
export async function readProse(
  { tables, counts }: Manifest,
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<Prose> {
  const open = opener(contents);
  const [texts, notes] = await Promise.all([
    open(tables.texts ?? '', counts.interactions),
    tables.notes === undefined ? null : open(tables.notes, counts.items),
  ]);
  return {
    texts: texts.strings('text'),
    // Bundles of before have no such column, and most sets no times.
    times: texts.has('time') ? texts.optionalNumbers('time') : null,
    notes: notes?.optionalStrings('note') ?? null,
  };
}

const readFacts = (table: Columns, facts: Manifest['itemFacts']): ItemTable['facts'] =>
  Object.fromEntries(facts.map(({ field }) => [field, table.optionalStrings(`fact_${field}`)]));

function readInteractions(
  table: Columns,
  manifest: Manifest,
  remaining: Float32Array | null,
): InteractionTable {
  const { counts, model } = manifest;
  const positive = (name: string, side: number) =>
    remaining?.subarray(side * table.rows, (side + 1) * table.rows) ??
    Float32Array.from(table.numbers(name, 0, Number.MAX_VALUE));
  const read: InteractionTable = {
    user: table.integers('user', counts.users),
    item: table.integers('item', counts.items),
    rating: table.optionalNumbers('rating'),
    told: table.has('told') ? table.optionalNumbers('told') : undefined,
    aspects: model.aspects.map(({ field }) => table.optionalNumbers(`aspect_${field}`)),
    hasText: Uint8Array.from(table.integers('hasText', 2)),
    words: table.integers('words', 2 ** 31 - 1),
    split: Uint8Array.from(table.integers('split', SPLITS.length)),
    // Nothing is said where the rows are numbered through.
    order: table.has('order')
      ? table.integers('order', 2 ** 31 - 1)
      : Int32Array.from({ length: table.rows }, (_, row) => row),
    remainingUser: positive('remainingUser', 0),
    remainingItem: positive('remainingItem', 1),
  };
  const found = SPLITS.map(() => 0);
  for (let row = 0; row < table.rows; row++) {
    found[read.split[row]]++;
    if (row > 0 && read.order[row] <= read.order[row - 1])
      table.fail('order', row, { is: 'not-after', value: read.order[row] });
  }
  SPLITS.forEach((split, k) => {
    if (found[k] !== counts[split])
      table.fail('split', null, { is: 'rows-of-split', found: found[k], split, said: counts[split] });
  });
  return read;
}

function readVocabulary(table: Columns, interactions: number): VocabularyTable {
  return {
    word: table.keys('word'),
    reviews: table.integers('reviews', interactions + 1),
    keyword: Uint8Array.from(table.integers('keyword', 2)),
    idf: Float32Array.from(table.numbers('idf', 0, IDF_LIMIT)),
  };
}

function readKeywords(
  table: Columns,
  manifest: Manifest,
  log: Columns,
  vocabulary: VocabularyTable,
): KeywordTable {
  const interaction = log.has('keywords') ? counted(table, log) : sorted(table, manifest);
  return {
    interaction,
    word: table.has('gap')
      ? afterGaps(table, interaction, vocabulary)
      : table.integers('word', manifest.model.vocabularySize),
    mentions: Int32Array.from(table.numbers('mentions', -MENTION_LIMIT, MENTION_LIMIT)),
    tone: manifest.model.tone && Float32Array.from(table.numbers('tone', -TONE_LIMIT, TONE_LIMIT)),
  };
}

/** The words of each interaction, from how far each lies behind the one before it. */
function afterGaps(table: Columns, interaction: Int32Array, vocabulary: VocabularyTable): Int32Array {
  const { words } = keywordOrder(vocabulary);
  const gaps = table.integers('gap', words.length);
  let place = 0;
  return gaps.map((gap, k) => {
    place = k > 0 && interaction[k] === interaction[k - 1] ? place + gap : gap;
    if (place >= words.length)
      table.fail('gap', k, { is: 'outside', value: place, min: 0, max: words.length - 1 });
    return words[place];
  });
}

/** Which interaction each row is of, from how many rows each has. */
function counted(table: Columns, log: Columns): Int32Array {
  const interaction = new Int32Array(table.rows);
  let at = 0;
  log.integers('keywords', table.rows + 1).forEach((count, row) => {
    interaction.fill(row, at, at + count);
    at += count;
  });
  if (at !== table.rows) table.fail('word', null, { is: 'rows', found: table.rows, said: at });
  return interaction;
}

function sorted(table: Columns, { counts }: Manifest): Int32Array {
  const interaction = table.integers('interaction', counts.interactions);
  for (let row = 1; row < table.rows; row++)
    if (interaction[row] < interaction[row - 1])
      table.fail('interaction', row, { is: 'unsorted', value: interaction[row] });
  return interaction;
}
