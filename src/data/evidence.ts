import * as z from 'zod/mini';
import { MODALITIES, SIDES } from '../vocabulary';
import { METRICS } from './manifest';

export { METRICS, type MetricName } from './manifest';

/** Version of the evidence format that this code reads and writes: 2 measures what the list shows, by other names. */
export const EVIDENCE_VERSION = 2;

/** Name of the evidence beside a bundle's manifest. */
export const EVIDENCE_FILE = 'evidence.json';

/** One figure over the seeds: mean, sample standard deviation (0 for one seed), and the value of each seed. */
const statistic = z.strictObject({
  mean: z.number(),
  deviation: z.number().check(z.nonnegative()),
  values: z.array(z.number()).check(z.minLength(1)),
});

/** A value with its 95 % bootstrap interval. */
const interval = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });

/** One model on the test part of the random split. A metric is null where the model cannot be measured by it. */
const modelRow = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** `trial`: something tried for quality that does not ship, or does, as `kept` tells. */
  family: z.enum(['drex', 'baseline', 'ablation', 'trial']),
  /** Tuned settings or what was changed, in words. */
  settings: z.string(),
  /** For a trial: whether the shipped model has it. */
  kept: z.optional(z.boolean()),
  seeds: z.array(z.int()),
  metrics: z.partialRecord(z.enum(METRICS), z.nullable(statistic)),
  /** Where a row has intervals by itself: over the seeds together, of what its table says is drawn. */
  intervals: z.optional(z.partialRecord(z.enum(METRICS), interval)),
});

/** Difference DReX − other of one metric with its paired-bootstrap interval over people, or over worlds, all seeds pooled. */
const comparison = z.strictObject({
  model: z.string(),
  metric: z.enum(METRICS),
  difference: interval,
  /** Interactions (errors) or people (ranking) behind it. */
  n: z.int(),
  /** How many worlds were drawn from, where not people were. */
  worlds: z.optional(z.int()),
});

/** Error where a person (or an item) has only its first `known` interactions. */
const coldRow = z.strictObject({
  side: z.enum(SIDES),
  known: z.int(),
  model: z.string(),
  rmse: interval,
  n: z.int(),
});

/** How the whole catalogue is ranked for people of whom only the first `known` interactions are known. */
const shortRow = z.strictObject({
  known: z.int(),
  model: z.string(),
  'catalogue/ndcg@10': interval,
  'catalogue/recall@10': interval,
  /** People. */
  n: z.int(),
});

/** Error with a share of one modality removed. `deviation` over seeds. */
const missingRow = z.strictObject({
  modality: z.enum(MODALITIES),
  when: z.enum(['training', 'inference', 'both']),
  /** Share removed, 0–1. */
  share: z.number(),
  rmse: statistic,
  /** RMSE here − RMSE with nothing removed, with its paired-bootstrap interval over people; absent where it was not measured. */
  difference: z.optional(interval),
  /** Ratings behind it. */
  n: z.optional(z.int()),
});

/** How many words the faithfulness tests mask or keep. */
export const WORD_COUNTS = [1, 3, 5, 10] as const;

/** One way to say which words of a review mattered, and how true that proved. */
const faithfulMethod = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** Whether the page uses it. */
  used: z.boolean(),
  /** Mean |change of the predicted rating| when the k heaviest words are masked; higher is better. */
  comprehensiveness: z.array(z.strictObject({ words: z.int(), change: interval })),
  /** The same when all but the k heaviest are masked; lower is better. */
  sufficiency: z.array(z.strictObject({ words: z.int(), change: interval })),
  /** Mean Spearman correlation of the weight of a word with the change when that word alone is masked. */
  rankCorrelation: interval,
});

/** Whether the words that speak for an item of a list are what it stands there for; intervals are of medians, in places. */
const listFaithfulness = z.strictObject({
  /** How many words are masked. */
  words: z.int(),
  /** One item of the list of each. */
  people: z.int(),
  /** How far the item falls without the words that add most to its choice score, and without as many others. */
  heaviest: interval,
  random: interval,
});

/** Planted sets only: the truth is known. */
const planted = z.strictObject({
  /** Share of the five heaviest keywords that name a planted taste (people) or trait (items). */
  precision: z.array(
    z.strictObject({ method: z.string(), side: z.enum(SIDES), precision: interval, n: z.int() }),
  ),
  /** Share of recommendations whose first reason names a planted cause. */
  topReason: z.strictObject({ share: interval, n: z.int() }),
});

/** What simulated people ask of a recommender, by `npm run evidence`. */
export const BEHAVIOURS = ['listening', 'direction', 'invariance', 'negation', 'no-inversion'] as const;

/** How often a model does right by simulated people. */
const behaviourRow = z.strictObject({
  /** As in all tables; `rule` for the rule of negation by itself, whatever the model. */
  model: z.string(),
  behaviour: z.enum(BEHAVIOURS),
  /** Which form of it: "loved, 1 review, text and rating". */
  variant: z.string(),
  /** Share (0–1) of the cases that pass. */
  passed: interval,
  /** What `value` is the mean of. */
  measure: z.string(),
  value: interval,
  /** `value` of lists drawn by lot; null where there is no such thing. */
  chance: z.nullable(z.number()),
  /** How many cases, of how many seeds. */
  n: z.int(),
  seeds: z.int(),
});

/** All that was measured of one bundle, by `npm run evidence`. Its hash must be the bundle's, else it says nothing of it. */
export const evidenceSchema = z.strictObject({
  evidenceVersion: z.literal(EVIDENCE_VERSION),
  dataset: z.string(),
  /** {@link Manifest.modelHash} of the first seed, which ships. */
  modelHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  command: z.string(),
  /** How each part was measured, in words for the page. */
  protocol: z.strictObject({
    split: z.string(),
    errors: z.string(),
    own: z.string(),
    catalogue: z.string(),
    coverage: z.string(),
    comparison: z.string(),
    coldStart: z.string(),
    shortHistories: z.string(),
    worlds: z.string(),
    missing: z.string(),
    faithfulness: z.string(),
    latestOut: z.string(),
    behaviours: z.string(),
  }),
  relevant: z.number(),
  models: z.array(modelRow).check(z.minLength(1)),
  comparisons: z.array(comparison),
  /** The latest interaction of each person held out instead; null where that was not measured. */
  latestOut: z.nullable(z.array(modelRow)),
  /** Of those rows; absent from evidence of before there were any. */
  latestComparisons: z.optional(z.array(comparison)),
  /** Planted sets only: over the test parts of all worlds, each with its own catalogue; null where not measured. */
  worlds: z.nullable(z.array(modelRow)),
  /** Of those rows, whole worlds drawn; absent from evidence of before there were any. */
  worldComparisons: z.optional(z.array(comparison)),
  coldStart: z.array(coldRow),
  shortHistories: z.array(shortRow),
  missing: z.array(missingRow),
  /** Null where no simulated people have asked yet. */
  behaviours: z.nullable(z.array(behaviourRow)),
  faithfulness: z.nullable(
    z.strictObject({
      interactions: z.int(),
      wordCounts: z.array(z.int()),
      methods: z.array(faithfulMethod),
      /** Absent where it was not measured yet. */
      list: z.optional(listFaithfulness),
      planted: z.nullable(planted),
    }),
  ),
});

export type Evidence = z.infer<typeof evidenceSchema>;
export type ModelRow = z.infer<typeof modelRow>;
export type BehaviourRow = z.infer<typeof behaviourRow>;
export type Statistic = z.infer<typeof statistic>;
export type Interval = z.infer<typeof interval>;
