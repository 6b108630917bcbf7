import { z } from 'zod';

/** Version of the bundle format that this code reads and writes. */
export const SCHEMA_VERSION = 1;

const fileSchema = z.strictObject({
  path: z.string().regex(/^[\w.-]+$/),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const scaleSchema = z.strictObject({
  field: z.string().min(1),
  label: z.string().min(1),
  min: z.number(),
  max: z.number(),
  step: z.number().positive(),
  mean: z.number(),
  deviation: z.number().positive(),
});

const modelSchema = z.strictObject({
  stateSize: z.int().positive(),
  embedSize: z.int().positive(),
  attentionSize: z.int().positive(),
  hiddenSize: z.int().positive(),
  vocabularySize: z.int().min(2),
  maxWords: z.int().min(32),
  rating: scaleSchema,
  aspects: z.array(scaleSchema),
  scorer: z.enum(['full', 'dot', 'mlp']),
  meanRating: z.number(),
  damping: z.strictObject({ user: z.number().nonnegative(), item: z.number().nonnegative() }),
});

/** One row of a metrics table: what one model reached on the test split. */
const metricsSchema = z.strictObject({
  model: z.string(),
  /** Null for a model that ranks without predicting ratings. */
  mae: z.number().nullable(),
  rmse: z.number().nullable(),
  'ndcg@5': z.number().nullable(),
  'ndcg@10': z.number().nullable(),
  'f1@5': z.number().nullable(),
  'f1@10': z.number().nullable(),
  n: z.int().nonnegative(),
});

const tensorSchema = z.strictObject({
  name: z.string(),
  shape: z.array(z.int().nonnegative()),
  dtype: z.literal('float32'),
  quantization: z.strictObject({ dtype: z.literal('float16') }).optional(),
});

/** A group of tensors in the TensorFlow.js weights manifest format: shards are concatenated, then cut by spec. */
const tensorGroupSchema = z.strictObject({
  paths: z.array(z.string()).min(1),
  weights: z.array(tensorSchema).min(1),
});

export const manifestSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  description: z.string(),
  /** Where the data came from and on what terms it is used here. */
  provenance: z.string(),
  planted: z.boolean(),
  /** What one item is called on the page. */
  itemNoun: z.strictObject({ one: z.string(), many: z.string() }),
  counts: z.strictObject({
    users: z.int().positive(),
    items: z.int().positive(),
    interactions: z.int().positive(),
    train: z.int().nonnegative(),
    validation: z.int().nonnegative(),
    test: z.int().nonnegative(),
  }),
  /** How the replay order was made, in words for the page. */
  order: z.string(),
  /** Columns of items.parquet beside id and name that hold facts about an item. */
  itemFacts: z.array(z.strictObject({ field: z.string(), label: z.string() })),
  model: modelSchema,
  /** SHA-256 over the bytes of the weights: what links, logs and metrics are checked against. */
  modelHash: z.string().regex(/^[0-9a-f]{64}$/),
  seed: z.int(),
  metrics: z.strictObject({
    protocol: z.string(),
    rows: z.array(metricsSchema),
  }),
  tables: z.strictObject({
    users: z.string(),
    items: z.string(),
    interactions: z.string(),
    vocabulary: z.string(),
    keywords: z.string(),
  }),
  tensors: z.strictObject({
    weights: tensorGroupSchema,
    textVectors: tensorGroupSchema,
    states: tensorGroupSchema,
  }),
  /** Reference results of the training backend, which every start compares with its own. */
  selfCheck: z.strictObject({
    words: z.array(z.int().nonnegative()),
    feedback: z.array(z.number().nullable()),
    items: z.array(z.int().nonnegative()),
    attention: z.array(z.number()),
    userState: z.array(z.number()),
    itemState: z.array(z.number()),
    ratings: z.array(z.number()),
  }),
  files: z.array(fileSchema).min(1),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type BundleFile = z.infer<typeof fileSchema>;
export type MetricsRow = z.infer<typeof metricsSchema>;
export type TensorGroup = z.infer<typeof tensorGroupSchema>;
export type TensorSpec = z.infer<typeof tensorSchema>;
export type SelfCheckReference = Manifest['selfCheck'];
