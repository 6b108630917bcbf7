import type { Bundle, FileSource } from '../../data/bundle';
import { fromHalf, toHalf } from '../../data/float16';
import { type Manifest, SCHEMA_VERSION } from '../../data/manifest';
import { modelHash } from '../../data/modelHash';
import { readBundle } from '../../data/read';
import { join } from '../../data/readFiles';
import { sha256 } from '../../data/sha256';
import type { InteractionTable } from '../../data/tables';
import { writeTable, writeTensors } from '../../data/write';
import { contributions, norm } from '../../model/attribution';
import { type ModelConfig, RESERVED_WORDS } from '../../model/config';
import { STATISTICS_REVISION, TOKENISER_REVISION } from '../../model/revision';
import { toldOfUnrated } from '../../model/told';
import { type WeightValues, weightNames, weightShapes } from '../../model/weights';
import type { Side } from '../../vocabulary';
import { type Brain, disposeBrain, logFeatures, makeBrain } from '../core/brain';
import { makeCatalogue } from '../core/catalogue';
import { Features, LogFeatures } from '../core/features';
import { selfCheckResults } from '../core/selfCheck';
import { replayWithTrace } from '../core/tracedReplay';

const USERS = 6;
const ITEMS = 9;
const WORDS = ['good', 'bad', 'malty', 'sweet', 'bitter', 'the', 'aroma', 'hops', 'not', 'dark'];

/** The same numbers in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const halves = (values: Float32Array): Float32Array => values.map((value) => fromHalf(toHalf(value)));

const scale = (field: string, mean: number) => ({
  field,
  label: field,
  min: 0,
  max: 5,
  step: 0.5,
  mean,
  deviation: 1,
});

const CONFIG: ModelConfig = {
  stateSize: 6,
  embedSize: 5,
  attentionSize: 4,
  hiddenSize: 7,
  vocabularySize: WORDS.length + RESERVED_WORDS.length,
  maxWords: 64,
  rating: scale('rating', 3.4),
  aspects: [scale('taste', 3.3), scale('aroma', 3.1)],
  scorer: 'full',
  product: false,
  meanRating: 3.4,
  tone: { unit: 'sentence', gain: 1.5 },
  damping: { user: 3, item: 2, scale: 4, reliability: 5 },
};

function makeLog(random: () => number, aspects: number): InteractionTable {
  const pairs: [number, number][] = [];
  for (let user = 0; user < USERS; user++)
    for (let item = 0; item < ITEMS; item++) if (random() < 0.55) pairs.push([user, item]);
  pairs.sort(() => random() - 0.5);
  const n = pairs.length;
  const half = () => Math.round(random() * 10) / 2;
  const gaps = (share: number) =>
    Float64Array.from({ length: n }, () => (random() < share ? Number.NaN : half()));
  const hasText = Uint8Array.from({ length: n }, () => (random() < 0.8 ? 1 : 0));
  return {
    user: Int32Array.from(pairs, (pair) => pair[0]),
    item: Int32Array.from(pairs, (pair) => pair[1]),
    rating: gaps(0.1),
    aspects: Array.from({ length: aspects }, () => gaps(0.3)),
    hasText,
    words: Int32Array.from(hasText, (bit) => bit * 12),
    split: Uint8Array.from({ length: n }, (_, row) => (row < n - 6 ? 0 : row < n - 3 ? 1 : 2)),
    order: Int32Array.from({ length: n }, (_, row) => row),
    remainingUser: new Float32Array(n),
    remainingItem: new Float32Array(n),
  };
}

/** Files of a bundle by name. */
export type Files = Map<string, Uint8Array>;

export const sourceOf =
  (files: Files): FileSource =>
  async (path) => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`no file ${path}`);
    return bytes;
  };

export const manifestOf = (files: Files): Manifest =>
  JSON.parse(new TextDecoder().decode(files.get('manifest.json'))) as Manifest;

/** Puts a manifest among the files, with sizes and checksums as they are. */
export async function seal(files: Files, manifest: Manifest): Promise<Files> {
  const listed = [];
  for (const [path, bytes] of files)
    if (path !== 'manifest.json') listed.push({ path, bytes: bytes.length, sha256: await sha256(bytes) });
  files.set('manifest.json', new TextEncoder().encode(JSON.stringify({ ...manifest, files: listed })));
  return files;
}

/**
 * A small bundle with random weights, complete in every part: its shipped states and its self-check come from a real
 * replay on the running backend.
 * @param over what is otherwise than in {@link CONFIG}
 */
export async function syntheticFiles(over: Partial<ModelConfig> = {}): Promise<Files> {
  const config = { ...CONFIG, ...over };
  const random = randomNumbers(7);
  const made = makeLog(random, config.aspects.length);
  const n = made.user.length;
  const shapes = weightShapes(config);
  const values = {} as WeightValues;
  for (const name of weightNames(config))
    values[name] = halves(
      Float32Array.from(
        { length: shapes[name].reduce((a: number, b) => a * b, 1) },
        () => (random() - 0.5) * 1.2,
      ),
    );
  const textVectors = halves(Float32Array.from({ length: n * config.embedSize }, () => random() - 0.5));
  const { rating: ratings, hasText } = made;
  const log = { ...made, told: toldOfUnrated(config, values, textVectors, { ratings, hasText }) };
  const words = [...RESERVED_WORDS, ...WORDS];
  const vocabulary = {
    word: words,
    reviews: Int32Array.from(words, (_, id) => (id < 2 ? 0 : 5)),
    keyword: Uint8Array.from(words, (word, id) => (id < 2 || word === 'the' ? 0 : 1)),
    idf: Float32Array.from(words, (word, id) => (id < 2 || word === 'the' ? 0 : 1 + (id % 4) / 4)),
  };
  const mentions = Array.from(log.hasText).flatMap((bit, row) =>
    bit
      ? [2 + (row % WORDS.length), 2 + ((row + 3) % WORDS.length)].map((word, k) => ({ row, word, k }))
      : [],
  );
  const files: Files = new Map([
    [
      'users.parquet',
      writeTable.users({
        id: Array.from({ length: USERS }, (_, k) => `u${k}`),
        label: Array.from({ length: USERS }, (_, k) => `Taster ${k}`),
        facts: {},
      }),
    ],
    [
      'items.parquet',
      writeTable.items({
        id: Array.from({ length: ITEMS }, (_, k) => `i${k}`),
        name: Array.from({ length: ITEMS }, (_, k) => `Köstliches ${k}`),
        facts: { style: Array.from({ length: ITEMS }, (_, k) => (k === 2 ? null : `style ${k % 3}`)) },
      }),
    ],
    ['vocabulary.parquet', writeTable.vocabulary(vocabulary)],
    [
      'keywords.parquet',
      writeTable.keywords({
        interaction: Int32Array.from(mentions, (one) => one.row),
        word: Int32Array.from(mentions, (one) => one.word),
        mentions: Int32Array.from(mentions, (one) => (one.k === 0 ? 1 : one.row % 3 === 0 ? -1 : 2)),
        tone: config.tone && Float32Array.from(mentions, (one) => ((one.row % 5) - 2) / 4),
      }),
    ],
    [
      'texts.parquet',
      writeTable.texts({
        texts: Array.from(log.hasText, (bit, row) => (bit ? `text of row ${row}` : '')),
        times: null,
      }),
    ],
  ]);
  const weights = writeTensors(
    'weights',
    weightNames(config).map((name) => ({ name, shape: shapes[name], values: values[name] })),
  );
  const vectors = writeTensors('text', [
    { name: 'text_vectors', shape: [n, config.embedSize], values: textVectors },
  ]);
  for (const [path, bytes] of [...weights.files, ...vectors.files]) files.set(path, bytes);

  const draft = async (
    table: InteractionTable,
    users: Float32Array,
    items: Float32Array,
    selfCheck: Manifest['selfCheck'],
  ) => {
    files.set(
      'interactions.parquet',
      writeTable.interactions(
        table,
        config.aspects.map(({ field }) => field),
      ),
    );
    const states = writeTensors('states', [
      { name: 'users', shape: [USERS, config.stateSize], values: users },
      { name: 'items', shape: [ITEMS, config.stateSize], values: items },
    ]);
    for (const [path, bytes] of states.files) files.set(path, bytes);
    const tensors = { weights: weights.group, textVectors: vectors.group, states: states.group };
    const manifest = makeManifest(config, n, tensors, selfCheck);
    return seal(files, {
      ...manifest,
      modelHash: await modelHash({
        ...manifest,
        vocabulary,
        weights: join(weights.group.paths.map((path) => files.get(path)!)),
      }),
    });
  };

  const D = config.stateSize;
  const blank = {
    words: [2, 5, 3, 9],
    feedback: [4, ...[null, 3].slice(0, config.aspects.length)],
    items: [0, 4, 8],
  };
  await draft(log, new Float32Array(USERS * D), new Float32Array(ITEMS * D), {
    ...blank,
    attention: [0, 0, 0, 0],
    userState: new Array(D).fill(0),
    itemState: new Array(D).fill(0),
    ratings: [0, 0, 0],
    choices: [0, 0, 0],
  });
  const first = await readBundle(sourceOf(files));
  const brain = makeBrain(first);
  const { states, ...rest } = await replayed(first, brain);
  const stored = { manifest: manifestOf(files), itemStates: halves(states.item), vocabulary };
  const results = await selfCheckResults(brain, stored);
  disposeBrain(brain);
  return draft({ ...log, ...rest }, states.user, states.item, {
    ...blank,
    attention: [...results.attention],
    userState: [...results.userState],
    itemState: [...results.itemState],
    ratings: [...results.ratings],
    choices: [...results.choices],
  });
}

/** Final states and what remains of each interaction, as an export would find them. */
async function replayed(bundle: Bundle, brain: Brain) {
  await bundle.textVectors.load();
  const catalogue = makeCatalogue(bundle);
  const features = new LogFeatures(logFeatures(brain, bundle));
  const replay = await replayWithTrace(brain, catalogue, new Features(features), () => {});
  features.dispose();
  const { user, item } = bundle.interactions;
  const remaining = (side: Side) => {
    const ids = { user, item }[side];
    const norms = new Float32Array(ids.length);
    for (let entity = 0; entity < catalogue[side].count; entity++) {
      const rows = catalogue[side].rows[entity];
      const gates = (part: 'update' | 'candidate') =>
        Array.from(rows, (row) => replay.trace.at(side, part, row));
      const { steps } = contributions(catalogue.initial[side], gates('update'), gates('candidate'));
      rows.forEach((row, k) => {
        norms[row] = norm(steps[k]);
      });
    }
    return norms;
  };
  return { states: replay.states, remainingUser: remaining('user'), remainingItem: remaining('item') };
}

/** All of it, text vectors too. */
export async function syntheticBundle(over?: Partial<ModelConfig>): Promise<Bundle> {
  const bundle = await readBundle(sourceOf(await syntheticFiles(over)));
  await bundle.textVectors.load();
  return bundle;
}

function makeManifest(
  config: ModelConfig,
  interactions: number,
  tensors: Manifest['tensors'],
  selfCheck: Manifest['selfCheck'],
): Manifest {
  return {
    schemaVersion: SCHEMA_VERSION,
    id: 'synthetic',
    name: 'Synthetic',
    description: 'Random numbers for tests.',
    provenance: 'Made up.',
    planted: true,
    itemNoun: { one: 'thing', many: 'things' },
    example: 'not good',
    counts: { users: USERS, items: ITEMS, interactions, train: interactions - 6, validation: 3, test: 3 },
    order: 'as drawn',
    itemFacts: [{ field: 'style', label: 'Style' }],
    model: { ...config, aspects: [...config.aspects] },
    revisions: { tokeniser: TOKENISER_REVISION, statistics: STATISTICS_REVISION },
    modelHash: '0'.repeat(64),
    earlier: [],
    seed: 7,
    metrics: { protocol: 'none', rows: [] },
    tables: {
      users: 'users.parquet',
      items: 'items.parquet',
      interactions: 'interactions.parquet',
      vocabulary: 'vocabulary.parquet',
      keywords: 'keywords.parquet',
      texts: 'texts.parquet',
    },
    tensors,
    selfCheck,
    files: [],
  };
}
