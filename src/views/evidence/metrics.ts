import type { Evidence, Interval, MetricName, ModelRow, Statistic } from '../../engine/questions/evidence';
import type { Parts } from '../../ui/figure/grid';
import { count, fixed, percent, signedFixed } from '../../ui/format';

export interface MetricInfo {
  readonly label: string;
  /** Which way is better; null where a number is neither good nor bad. */
  readonly better: 'lower' | 'higher' | null;
  readonly kind: 'errors' | 'own' | 'catalogue' | 'coverage';
  readonly digits: number;
}

const info = (
  label: string,
  kind: MetricInfo['kind'],
  better: MetricInfo['better'] = 'higher',
  digits = 4,
): MetricInfo => ({ label, kind, better, digits });

/** The list first, by which the model is judged, then the predicted ratings. */
export const METRICS: Record<MetricName, MetricInfo> = {
  'catalogue/ndcg@10': info('NDCG@10 (catalogue)', 'catalogue'),
  'catalogue/recall@10': info('recall@10 (catalogue)', 'catalogue'),
  'coverage@10': info('coverage@10', 'coverage', null, 3),
  'overlap@10': info('overlap@10', 'coverage', null, 3),
  rmse: info('RMSE', 'errors', 'lower'),
  mae: info('MAE', 'errors', 'lower'),
  'ndcg@10': info('NDCG@10 (own items)', 'own'),
  'catalogue/ndcg@5': info('NDCG@5 (catalogue)', 'catalogue'),
  'catalogue/f1@10': info('F1@10 (catalogue)', 'catalogue'),
  'catalogue/f1@5': info('F1@5 (catalogue)', 'catalogue'),
  'diversity@10': info('diversity@10', 'coverage', null, 3),
  'ndcg@5': info('NDCG@5 (own items)', 'own'),
  'f1@10': info('F1@10 (own items)', 'own'),
  'f1@5': info('F1@5 (own items)', 'own'),
};

/** Metrics that were measured of any of these models. */
export const measuredIn = (rows: readonly ModelRow[]): MetricName[] =>
  (Object.keys(METRICS) as MetricName[]).filter((name) => rows.some((row) => row.metrics[name]));

/** The best mean of a column; null where neither direction is better. */
export function bestOf(rows: readonly ModelRow[], metric: MetricName): number | null {
  const { better } = METRICS[metric];
  const means = rows.flatMap((row) => row.metrics[metric]?.mean ?? []);
  if (better === null || means.length === 0) return null;
  return better === 'lower' ? Math.min(...means) : Math.max(...means);
}

/** What a metric measures, in the words of the protocol. */
export const definition = (evidence: Evidence, metric: MetricName): string =>
  evidence.protocol[METRICS[metric].kind];

/** The row of the model that ships. */
export const shippedRow = ({ models }: Pick<Evidence, 'models'>): ModelRow =>
  models.find((one) => one.id === 'drex') ??
  models.find((one) => one.family === 'drex') ??
  // The reader refuses evidence without a row of DReX.
  models[0];

/** What an interval of "DReX − other" lets one say. */
export type Outcome = 'better' | 'worse' | 'open';

export function outcomeOf(difference: Interval, { better }: MetricInfo): Outcome {
  if (better === null || (difference.low <= 0 && difference.high >= 0)) return 'open';
  return difference.high < 0 === (better === 'lower') ? 'better' : 'worse';
}

/** What an interval of a comparison is drawn over: "1,090 people", or "31 worlds" with all that is in them. */
export const drawnText = ({ worlds, n, metric }: Evidence['comparisons'][number]): string =>
  worlds === undefined
    ? `${count(n)} ${METRICS[metric].kind === 'errors' ? 'interactions' : 'people'}`
    : `${count(worlds)} worlds`;

/** With a sign even where it is positive. */
export const delta = signedFixed;

/** "0.5561 ± 0.0014"; the spread only where there is more than one seed. */
export const meanText = (statistic: Statistic | null | undefined, digits: number): string => {
  if (!statistic) return '–';
  const mean = fixed(statistic.mean, digits);
  return statistic.values.length > 1 ? `${mean} ± ${fixed(statistic.deviation, digits)}` : mean;
};

/** The same as data. */
export const meanParts = (statistic: Statistic | null | undefined): Parts => ({
  mean: statistic?.mean ?? null,
  ...(statistic && statistic.values.length > 1 && { deviation: statistic.deviation }),
});

/** "[−0.017, −0.012]", never broken over two lines. */
export const intervalText = ({ low, high }: Interval, digits: number): string =>
  `[${fixed(low, digits)},\u00a0${fixed(high, digits)}]`;

/** "42 %" */
export const share = percent;
