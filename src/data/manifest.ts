import * as z from 'zod/mini';

// The small build of zod has no words of its own for what is wrong.
z.config(z.locales.en());

/** Version of the bundle format that this code writes. */
export const SCHEMA_VERSION = 6;
/** Read too: packed as well, but the cells and all people's states come with the first files. */
export const PACKED_VERSION = 5;
/** Read too: nothing is packed there, and all weights come at once. */
export const EARLIER_VERSION = 4;

const fileSchema = z.strictObject({
  path: z.string().check(z.regex(/^[\w.-]+$/)),
  bytes: z.int().check(z.positive()),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Bytes of a number, where all first ones lie before all second ones: they pack better so. Left out where they do not. */
  planes: z.optional(z.literal(2)),
});

const scaleSchema = z.strictObject({
  field: z.string().check(z.minLength(1)),
  label: z.string().check(z.minLength(1)),
  min: z.number(),
  max: z.number(),
  step: z.number().check(z.positive()),
  mean: z.number(),
  deviation: z.number().check(z.positive()),
});

const modelSchema = z.strictObject({
  stateSize: z.int().check(z.positive()),
  embedSize: z.int().check(z.positive()),
  attentionSize: z.int().check(z.positive()),
  hiddenSize: z.int().check(z.positive()),
  vocabularySize: z.int().check(z.minimum(2)),
  maxWords: z.int().check(z.minimum(32)),
  rating: scaleSchema,
  aspects: z.array(scaleSchema),
  scorer: z.enum(['full', 'dot', 'mlp']),
  product: z.boolean(),
  meanRating: z.number(),
  /** Missing where words have the sign of their review. */
  tone: z.optional(
    z.strictObject({ unit: z.enum(['sentence', 'clause']), gain: z.number().check(z.nonnegative()) }),
  ),
  damping: z.strictObject({
    user: z.number().check(z.nonnegative()),
    item: z.number().check(z.nonnegative()),
    scale: z.nullable(z.number().check(z.positive())),
    reliability: z.nullable(z.number().check(z.positive())),
  }),
});

const figure = z.nullable(z.number());
/** Not measured for bundles of before. */
const later = z.optional(figure);

/**
 * What is measured of a model; null where it cannot be. `catalogue/…` ranks the whole catalogue but the items of a user's
 * history, `ndcg` and `f1` without it a user's own held-out items.
 */
const figures = {
  mae: figure,
  rmse: figure,
  'ndcg@5': figure,
  'ndcg@10': figure,
  'f1@5': figure,
  'f1@10': figure,
  'catalogue/ndcg@5': later,
  'catalogue/ndcg@10': later,
  'catalogue/recall@10': later,
  'catalogue/f1@5': later,
  'catalogue/f1@10': later,
  'coverage@10': later,
  'overlap@10': later,
  'diversity@10': later,
};
export type MetricName = keyof typeof figures;
export const METRICS = Object.keys(figures) as MetricName[];

/** One row of a metrics table: what one model reached on the test split. */
const metricsSchema = z.strictObject({
  /** Its id; in bundles of before, what it is called. */
  model: z.string(),
  label: z.optional(z.string()),
  ...figures,
  n: z.int().check(z.nonnegative()),
});

const tensorSchema = z.strictObject({
  name: z.string(),
  shape: z.array(z.int().check(z.nonnegative())),
  dtype: z.literal('float32'),
  quantization: z.optional(z.strictObject({ dtype: z.literal('float16') })),
});

const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** An earlier state of the same model. */
const earlierSchema = z.strictObject({
  hash: hashSchema,
  /** What has changed from that state to the present one: whole sentences for the page. */
  change: z.string(),
  /** What DReX reached on the test part in that state, where it was measured. */
  test: z.nullable(z.strictObject({ mae: z.number(), rmse: z.number(), 'ndcg@10': z.nullable(z.number()) })),
});

const share = z.number().check(z.minimum(0), z.maximum(1));
/** What tuning on the validation part found for other recommenders, which the page shows beside DReX. */
const recommendersSchema = z.strictObject({
  /** Smallest rating that counts as liked. */
  relevant: z.number(),
  bias: z.strictObject({ user: z.number(), item: z.number() }),
  neighbours: z.strictObject({
    neighbours: z.int().check(z.positive()),
    shrinkage: z.number().check(z.nonnegative()),
    power: share,
    others: share,
  }),
  ease: z.strictObject({ penalty: z.number().check(z.positive()), others: share }),
});

/** A group of tensors in the TensorFlow.js weights manifest format: shards are concatenated, then cut by spec. */
const tensorGroupSchema = z.strictObject({
  paths: z.array(z.string()).check(z.minLength(1)),
  weights: z.array(tensorSchema).check(z.minLength(1)),
});

export const manifestSchema = z.strictObject({
  schemaVersion: z.literal([SCHEMA_VERSION, PACKED_VERSION, EARLIER_VERSION]),
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  name: z.string(),
  /** What is real in it, in a few words beside its name where sets are chosen. */
  about: z.optional(z.string()),
  description: z.string(),
  /** Where the data came from and on what terms it is used here. */
  provenance: z.string(),
  planted: z.boolean(),
  /** What one item is called on the page. */
  itemNoun: z.strictObject({ one: z.string(), many: z.string() }),
  /** What somebody might write about one, as a hint in the empty review form. */
  example: z.string(),
  counts: z.strictObject({
    users: z.int().check(z.positive()),
    items: z.int().check(z.positive()),
    interactions: z.int().check(z.positive()),
    train: z.int().check(z.nonnegative()),
    validation: z.int().check(z.nonnegative()),
    test: z.int().check(z.nonnegative()),
  }),
  /** How the replay order was made, in words for the page. */
  order: z.string(),
  /** With whom and with which item a first look begins, and what other items are worth one: ids. */
  faces: z.optional(z.strictObject({ person: z.string(), items: z.array(z.string()).check(z.minLength(1)) })),
  /** What to know of the texts that are shown. */
  quoted: z.optional(z.string()),
  /** Columns of items.parquet beside id and name that hold facts about an item. */
  itemFacts: z.array(z.strictObject({ field: z.string(), label: z.string() })),
  /** Where the source has no names of items: how they are named instead, in a sentence for the page. */
  unnamed: z.optional(z.string()),
  /** The same of users.parquet; left out where people have no facts. */
  userFacts: z.optional(z.array(z.strictObject({ field: z.string(), label: z.string() }))),
  /** Which of these says what somebody is called, as "critic"; left out where all are people. */
  userKind: z.optional(z.string()),
  /** Whether the labels of people are names; else they are descriptions. */
  usersNamed: z.optional(z.boolean()),
  model: modelSchema,
  /** What the tokeniser was when the model was trained, and the statistics when its figures were measured. */
  revisions: z.strictObject({ tokeniser: z.int(), statistics: z.int() }),
  /** What links, logs and metrics are checked against, see `modelHash.ts`; in version 2 SHA-256 of the weights alone. */
  modelHash: hashSchema,
  /** Hashes that this very model had before something else than training changed its numbers, and what that was. */
  earlier: z.array(earlierSchema),
  seed: z.int(),
  metrics: z.strictObject({
    protocol: z.string(),
    rows: z.array(metricsSchema),
  }),
  /** Missing in bundles of before. */
  recommenders: z.optional(recommendersSchema),
  tables: z.strictObject({
    users: z.string(),
    items: z.string(),
    interactions: z.string(),
    vocabulary: z.string(),
    keywords: z.string(),
    /** Whole review texts, and when they were written; only where they are ours to show. */
    texts: z.optional(z.string()),
    /** What each item is about, beside the texts. */
    notes: z.optional(z.string()),
  }),
  tensors: z.strictObject({
    /** The first of the weights, where they come behind the first list: the embedding of words and, since version 6, all that reads and refines. */
    words: z.optional(tensorGroupSchema),
    weights: tensorGroupSchema,
    textVectors: tensorGroupSchema,
    states: tensorGroupSchema,
    /** States of all people, where they come behind the first list; else they stand beside those of items. */
    people: z.optional(tensorGroupSchema),
  }),
  /** Of these people (rows) the states come with the first files all the same. */
  firstPeople: z.optional(z.array(z.int().check(z.nonnegative()))),
  /** Reference results of the training backend, which every start compares with its own. */
  selfCheck: z.strictObject({
    words: z.array(z.int().check(z.nonnegative())),
    feedback: z.array(z.nullable(z.number())),
    items: z.array(z.int().check(z.nonnegative())),
    attention: z.array(z.number()),
    userState: z.array(z.number()),
    itemState: z.array(z.number()),
    ratings: z.array(z.number()),
    choices: z.optional(z.array(z.number())),
  }),
  files: z.array(fileSchema).check(z.minLength(1)),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type EarlierState = z.infer<typeof earlierSchema>;
export type BundleFile = z.infer<typeof fileSchema>;
export type MetricsRow = z.infer<typeof metricsSchema>;
export type TensorGroup = z.infer<typeof tensorGroupSchema>;
export type TensorSpec = z.infer<typeof tensorSchema>;
export type SelfCheckReference = Manifest['selfCheck'];
