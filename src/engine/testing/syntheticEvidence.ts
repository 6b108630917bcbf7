import {
  EVIDENCE_VERSION,
  type Evidence,
  type Interval,
  type MetricName,
  type ModelRow,
  type Statistic,
} from '../../data/evidence';
import { SIDES } from '../../vocabulary';

/** Says which bundle the made-up numbers shall pass for. Only tests hold them: nothing of this was ever measured. */
export interface EvidenceOf {
  readonly id: string;
  readonly modelHash: string;
  readonly planted?: boolean;
  readonly aspects?: boolean;
}

const SEEDS = [1, 2, 3];

const statistic = (mean: number, deviation: number): Statistic => ({
  mean,
  deviation,
  values: [mean - deviation, mean, mean + deviation],
});

const around = (value: number, half: number): Interval => ({ value, low: value - half, high: value + half });

const metrics = (rmse: number | null, own: number, all: number): ModelRow['metrics'] => ({
  mae: rmse === null ? null : statistic(rmse * 0.73, 0.0011),
  rmse: rmse === null ? null : statistic(rmse, 0.0014),
  'ndcg@5': statistic(own - 0.001, 0.002),
  'ndcg@10': statistic(own, 0.0019),
  'f1@5': statistic(own - 0.157, 0.002),
  'f1@10': statistic(own - 0.16, 0.002),
  'catalogue/ndcg@5': statistic(all * 0.8, 0.002),
  'catalogue/ndcg@10': statistic(all, 0.002),
  'catalogue/f1@5': statistic(all * 0.4, 0.001),
  'catalogue/f1@10': statistic(all * 0.5, 0.001),
  'catalogue/recall@10': statistic(all * 1.7, 0.002),
  'coverage@10': statistic(0.12 + all, 0.01),
  'overlap@10': statistic(0.6 - all, 0.01),
  'diversity@10': statistic(0.8 - all, 0.01),
});

const row = (
  id: string,
  label: string,
  family: ModelRow['family'],
  settings: string,
  values: ModelRow['metrics'],
  kept?: boolean,
): ModelRow => ({
  id,
  label,
  family,
  settings,
  seeds: SEEDS,
  metrics: values,
  ...(kept !== undefined && { kept }),
});

const MODELS: readonly ModelRow[] = [
  row('drex', 'DReX', 'drex', 'D = 48, as shipped', metrics(0.5561, 0.9452, 0.031)),
  row('bias', 'User + item bias', 'baseline', 'damping 4 and 2', metrics(0.5708, 0.9455, 0.021)),
  row('mf', 'Matrix factorisation', 'baseline', '16 factors', metrics(0.5702, 0.944, 0.024)),
  row('narre', 'Reviews only', 'baseline', 'frozen encoder, ridge', metrics(0.5811, 0.939, 0.018)),
  row('itemknn', 'Item neighbours', 'baseline', '40 neighbours', metrics(0.592, 0.94, 0.041)),
  row('mean', 'Global mean', 'baseline', 'none', metrics(0.8497, 0.8734, 0.004)),
  row('popularity', 'Popularity', 'baseline', 'none', metrics(null, 0.8988, 0.028)),
  row('popularity-liked', 'Popularity of liked', 'baseline', 'none', metrics(null, 0.9, 0.024)),
  row('ease', 'EASE', 'baseline', 'penalty 100', metrics(null, 0.9, 0.05)),
  row('no-text', 'Without text', 'ablation', 'the text bit is always 0', metrics(0.5663, 0.944, 0.03)),
  row('no-aspects', 'Without aspects', 'ablation', 'aspect bits always 0', metrics(0.5618, 0.945, 0.03)),
  row('no-item-cell', 'Users only', 'ablation', 'item states stay initial', metrics(0.5742, 0.943, 0.026)),
  row('last-only', 'Constant gates', 'ablation', 'z = ½, r = 1', metrics(0.5601, 0.944, 0.03)),
  row(
    'attention',
    'Self-attention',
    'trial',
    'instead of the convolution',
    metrics(0.5559, 0.945, 0.031),
    false,
  ),
  row('counts', 'Log-counts', 'trial', 'in the scorer', metrics(0.5561, 0.9452, 0.031), true),
  row('ids', 'ID embeddings', 'trial', 'beside the states', metrics(0.5645, 0.942, 0.033), false),
];

const COMPARED: readonly MetricName[] = ['mae', 'rmse', 'ndcg@10', 'catalogue/ndcg@10'];
const SMALL: Partial<Record<MetricName, number>> = { 'ndcg@10': 0.0024, 'catalogue/ndcg@10': 0.004 };

const compare = (): Evidence['comparisons'] =>
  MODELS.slice(1).flatMap(({ id, metrics: other }) =>
    COMPARED.flatMap((metric) => {
      const own = MODELS[0].metrics[metric];
      const value = other[metric];
      if (!own || !value) return [];
      const difference = around(own.mean - value.mean, SMALL[metric] ?? 0.0021);
      return [{ model: id, metric, difference, n: metric.includes('ndcg') ? 1090 : 4773 }];
    }),
  );

const cold = (): Evidence['coldStart'] =>
  SIDES.flatMap((side) =>
    [
      { model: 'drex', rmse: [0.69, 0.641, 0.612, 0.581] },
      { model: 'bias', rmse: [0.702, 0.665, 0.634, 0.598] },
      { model: 'mf', rmse: [0.71, 0.672, 0.64, 0.6] },
    ].flatMap(({ model, rmse }) =>
      rmse.map((value, k) => ({
        side,
        known: [0, 1, 2, 5][k],
        model,
        rmse: around(value + (side === 'item' ? 0.03 : 0), 0.012),
        n: 1200,
      })),
    ),
  );

const missing = (aspects: boolean): Evidence['missing'] =>
  (['text', 'rating', ...(aspects ? (['aspects'] as const) : [])] as const).flatMap((modality) =>
    (['training', 'inference', 'both'] as const).flatMap((when, w) =>
      [0, 0.25, 0.5, 0.75, 1].map((share) => ({
        modality,
        when,
        share,
        rmse: statistic(
          0.5561 +
            share *
              share *
              (modality === 'rating' ? 0.055 : 0.012) *
              (when === 'inference' ? 1.3 : 0.8 + w * 0.1),
          0.0015,
        ),
      })),
    ),
  );

const METHODS = [
  { id: 'attention', label: 'Attention', used: true, strength: 0.052, correlation: 0.41 },
  { id: 'gradient', label: 'Gradient × input', used: false, strength: 0.061, correlation: 0.55 },
  { id: 'tf-idf', label: 'TF-IDF', used: false, strength: 0.034, correlation: 0.17 },
  { id: 'random', label: 'Random', used: false, strength: 0.019, correlation: 0.003 },
];

const faithfulness = (planted: boolean): NonNullable<Evidence['faithfulness']> => ({
  interactions: 1500,
  wordCounts: [1, 3, 5, 10],
  methods: METHODS.map(({ id, label, used, strength, correlation }) => ({
    id,
    label,
    used,
    comprehensiveness: [1, 3, 5, 10].map((words) => ({
      words,
      change: around(strength * words ** 0.45, 0.003),
    })),
    sufficiency: [1, 3, 5, 10].map((words) => ({
      words,
      change: around((0.14 - strength) / words ** 0.4, 0.004),
    })),
    rankCorrelation: around(correlation, 0.018),
  })),
  ...(planted && { list: { words: 5, people: 400, heaviest: around(7, 1), random: around(0.5, 0.5) } }),
  planted: planted
    ? {
        precision: SIDES.flatMap((side) =>
          METHODS.map(({ label, strength }) => ({
            method: label,
            side,
            precision: around(0.3 + 8 * strength + (side === 'item' ? 0.04 : 0), 0.04),
            n: side === 'user' ? 80 : 60,
          })),
        ),
        topReason: { share: around(0.62, 0.03), n: 800 },
      }
    : null,
});

const LISTENS: Readonly<Record<string, number>> = { drex: 0.42, popularity: 0.03 };

const behaviours = (): Evidence['behaviours'] => [
  ...Object.entries(LISTENS).flatMap(([model, share]) =>
    (
      [
        ['listening', 'loved, 1 review, text and rating', share, 0.025],
        ['listening', 'hated, 1 review, text and rating', 0.01, 0.025],
        ['no-inversion', '1 review', 0.004, 0.007],
        ['direction', 'top of the scale, first review, text and rating', 0.93, null],
        ['invariance', 'which items', 0.8, null],
      ] as const
    ).map(([behaviour, variant, value, chance]) => ({
      model,
      behaviour,
      variant,
      passed: around(0.8, 0.05),
      measure: 'share of the list',
      value: around(value, 0.003),
      chance,
      n: 400,
      seeds: 1,
    })),
  ),
  ...(['denied', 'plain'] as const).map((kind) => ({
    model: 'rule',
    behaviour: 'negation' as const,
    variant: `books, ${kind}`,
    passed: around(0.9, 0.04),
    measure: 'share of mentions',
    value: around(0.9, 0.04),
    chance: null,
    n: 100,
    seeds: 1,
  })),
];

/** Complete evidence in every part, with invented numbers, for the bundle that is named. */
export const syntheticEvidence = ({
  id,
  modelHash,
  planted = false,
  aspects = true,
}: EvidenceOf): Evidence => ({
  evidenceVersion: EVIDENCE_VERSION,
  dataset: id,
  modelHash,
  command: `npm run evidence -- --datasets ${id}`,
  protocol: {
    split: 'Random 80/10/10 by a hash of person and item; three seeds, each with its own split and weights.',
    errors: 'Over all rated held-out interactions, predictions clipped to the scale.',
    own: 'Each person’s own held-out items are ranked; relevant means rated 4 or more.',
    catalogue: 'The whole catalogue but the items of the person’s history is ranked.',
    coverage:
      'Share of the catalogue that stands in somebody’s best ten; diversity: mean distance within a list.',
    comparison: 'Paired bootstrap over people, 2,000 draws, all seeds pooled.',
    coldStart: 'Histories are cut to their first interactions; the rest of the log stays.',
    shortHistories: 'The whole catalogue is ranked for people with only their first interactions.',
    worlds: 'The test parts of all made-up worlds together, each with its own catalogue.',
    missing: 'A share of the modality is removed at random from training, from the history, or from both.',
    faithfulness:
      'The heaviest words of a review are masked, the text is encoded anew, and the prediction compared.',
    latestOut: 'The latest interaction of each person is held out instead of a random tenth.',
    behaviours: 'Simulated newcomers review random items of a group and ask for a list.',
  },
  relevant: 4,
  models: [...MODELS],
  comparisons: compare(),
  latestOut: MODELS.slice(0, 4).map((one) => ({ ...one, seeds: [1] })),
  worlds: null,
  coldStart: cold(),
  shortHistories: [],
  missing: missing(aspects),
  behaviours: behaviours(),
  faithfulness: faithfulness(planted),
});
