import type { Evidence, MetricName, ModelRow } from '../../engine/questions/evidence';
import { fixed, numberWord } from '../../ui/format';
import {
  definition,
  delta,
  drawnText,
  intervalText,
  METRICS,
  meanText,
  type Outcome,
  outcomeOf,
  shippedRow,
} from './metrics';
import { howOf, NAMED, NAMED_FOR, nameOf } from './rivals';
import { worldTable } from './tables';

/** A number of a sentence, with what stands behind it. */
export interface Told {
  readonly shown: string;
  /** Whether it stands in brackets. */
  readonly aside?: boolean;
  readonly title: string;
  readonly lines: readonly string[];
  readonly definition: string;
}
export type Sentence = readonly (string | Told)[];

export const LIST = 'catalogue/ndcg@10';
export const OWN_ITEMS = 'ndcg@10';
type Judged = typeof LIST | 'rmse' | 'mae' | typeof OWN_ITEMS;
/** More of a kind are only counted. */
export const MOST: Readonly<Record<Judged, number>> = { [LIST]: 4, rmse: 2, mae: 2, [OWN_ITEMS]: 2 };
export const DIGITS = 3;

const PLAIN: Readonly<Record<Judged, string>> = {
  [LIST]:
    'How often what somebody really liked, and the model had not seen, is near the top: 1 if it always comes first, 0 if it is never among the ten.',
  rmse: 'How far guessed ratings are off, in stars; large misses count for more.',
  mae: 'How far guessed ratings are off on average, in stars.',
  [OWN_ITEMS]:
    'Of what somebody reviewed, and the model had not seen, how near the top that is which they liked more: 1 if in the very order.',
};

export interface Against {
  readonly row: ModelRow;
  readonly outcome: Outcome;
  readonly told: Told;
}

/** Every baseline that was compared by a metric, the best first. */
function against(evidence: Evidence, metric: Judged): Against[] {
  const own = shippedRow(evidence);
  const info = METRICS[metric];
  const sign = info.better === 'lower' ? 1 : -1;
  const mean = ({ metrics }: ModelRow) => sign * (metrics[metric]?.mean ?? 0);
  return evidence.models
    .filter(({ family }) => family === 'baseline')
    .sort((a, b) => mean(a) - mean(b))
    .flatMap((row): Against[] => {
      const found = evidence.comparisons.find((one) => one.model === row.id && one.metric === metric);
      const statistic = row.metrics[metric];
      if (!found || !statistic) return [];
      const outcome = outcomeOf(found.difference, info);
      const name = nameOf(row.id, row.label);
      return [
        {
          row,
          outcome,
          told: {
            shown: fixed(statistic.mean, DIGITS),
            title: `${info.label}: DReX and ${name}`,
            lines: [
              PLAIN[metric],
              `${meansText([own, row], metric)}.`,
              differenceText(found, name),
              ...worldsText(evidence, row, metric),
              ...(howOf(row.id) ? [howOf(row.id)!] : []),
            ],
            definition: `${definition(evidence, metric)} ${evidence.protocol.comparison}`,
          },
        },
      ];
    });
}

/** "Difference DReX − other +0.0100, 95 % interval [0.0050, 0.0150] over 400 people: DReX is better." */
export function differenceText(found: Evidence['comparisons'][number], name: string): string {
  const { difference, metric } = found;
  const info = METRICS[metric];
  const verdict = {
    better: 'DReX is better',
    worse: `${name} is better`,
    open: 'zero lies inside, so neither is called better',
  }[outcomeOf(difference, info)];
  return `Difference DReX − other ${delta(difference.value, info.digits)}, 95\u00a0% interval ${intervalText(difference, info.digits)} over ${drawnText(found)}: ${verdict}.`;
}

/** "DReX 0.0613 ± 0.0081, EASE 0.0735 ± 0.0050, mean ± standard deviation over 3 seeds" */
export function meansText(rows: readonly ModelRow[], metric: MetricName): string {
  const { digits } = METRICS[metric];
  const seeds = rows[0].seeds.length;
  const means = rows.map(
    ({ id, label, metrics }) => `${nameOf(id, label)} ${meanText(metrics[metric], digits)}`,
  );
  return `${means.join(', ')}${seeds > 1 ? `, mean ± standard deviation over ${seeds} seeds` : ', one seed'}`;
}

function worldsText(evidence: Evidence, row: ModelRow, metric: MetricName): string[] {
  const worlds = worldTable(evidence);
  const [own, other] = [shippedRow(evidence).id, row.id].map(
    (id) => worlds?.models.find((one) => one.id === id)?.metrics[metric]?.mean,
  );
  if (own === undefined || other === undefined) return [];
  const { digits } = METRICS[metric];
  const found = worlds?.comparisons.find((one) => one.model === row.id && one.metric === metric);
  const means = `Over all made-up worlds together ${fixed(own, digits)} and ${fixed(other, digits)}`;
  return [
    found
      ? `${means}. ${differenceText(found, nameOf(row.id, row.label))}`
      : `${means}, without an interval.`,
  ];
}

/** How DReX’s own number stands in a sentence. */
export const OWN: Readonly<Record<Judged, (value: string) => string>> = {
  [LIST]: (value) => `NDCG@10 ${value}`,
  rmse: (value) => `RMSE ${value} stars`,
  mae: (value) => `MAE ${value} stars`,
  [OWN_ITEMS]: (value) => `NDCG@10 ${value}`,
};

export const ownTold = (evidence: Evidence, metric: Judged): Told => {
  const own = shippedRow(evidence);
  return {
    shown: OWN[metric](fixed(own.metrics[metric]?.mean ?? Number.NaN, DIGITS)),
    aside: true,
    title: `${METRICS[metric].label} of DReX`,
    lines: [PLAIN[metric], `${meansText([own], metric)}.`],
    definition: `${evidence.protocol.split} ${definition(evidence, metric)}`,
  };
};

const aside = (told: Told): Told => ({ ...told, aside: true });

/** "a (0.07), b (0.06) and c (0.05)" as pieces; with more than a few, the others are counted. */
export function named(ones: readonly Against[], and = 'and', most = MOST[LIST]): Sentence {
  const shown = ones.slice(0, most);
  const more = ones.length - shown.length;
  const pieces = shown.flatMap(({ row, told }, k) => [
    `${k === 0 ? '' : k === shown.length - 1 && more === 0 ? ` ${and} ` : ', '}${nameOf(row.id, row.label)} `,
    aside(told),
  ]);
  return more > 0 ? [...pieces, ` ${and} ${numberWord(more).toLowerCase()} more`] : pieces;
}

export interface Judgement {
  readonly better: readonly Against[];
  readonly open: readonly Against[];
  readonly worse: readonly Against[];
}

/** All that DReX is better than by a metric, those that mean something to a reader first. */
export const betterThan = (evidence: Evidence, metric: Judged): Against[] => {
  const told = (row: ModelRow) => Number(NAMED[metric].includes(row.id));
  return against(evidence, metric)
    .filter(({ outcome }) => outcome === 'better')
    .sort((a, b) => told(b.row) - told(a.row));
};

/** What a sentence has to say of: all that is better than DReX, of the others those that mean something to a reader. */
export function judge(evidence: Evidence, metric: typeof LIST | 'rmse'): Judgement | null {
  const all = against(evidence, metric);
  if (all.length === 0) return null;
  const own = shippedRow(evidence).metrics[metric]?.mean ?? 0;
  const sign = METRICS[metric].better === 'lower' ? 1 : -1;
  const meant = ({ row }: Against) => NAMED_FOR[metric].includes(row.id);
  const ahead = ({ row }: Against) => sign * ((row.metrics[metric]?.mean ?? 0) - own) < 0;
  return {
    better: all.filter((one) => one.outcome === 'better' && meant(one)),
    open: all
      .filter((one) => one.outcome === 'open' && (meant(one) || ahead(one)))
      .sort((a, b) => (metric === 'rmse' ? Number(meant(b)) - Number(meant(a)) : 0)),
    worse: all.filter((one) => one.outcome === 'worse'),
  };
}
