import {
  EVIDENCE_VERSION,
  type Evidence,
  evidenceSchema,
  METRICS,
  type MetricName,
  type ModelRow,
} from '../../src/data/evidence';
import type { Outcome } from '../outcome';
import { CATALOGUE_PROTOCOL, ERRORS_PROTOCOL, LISTS_PROTOCOL, OWN_PROTOCOL, thresholdOf } from '../protocol';
import { BEHAVIOURS_PROTOCOL, behaviourRows } from './behaviours';
import { errorDifference, rankingDifference } from './bootstrap';
import { FAITHFULNESS_PROTOCOL } from './faithfulness';
import { keepEarlier } from './keep-earlier';
import { LIST_PROTOCOL } from './list-faithfulness';
import { curves, type SeedPoint, withNothingLeft } from './missing-curves';
import type { DetailsResult, FormResult, Measurements, UnitResult } from './results';
import { SHORT_PROTOCOL } from './short-histories';
import { statistic } from './statistic';

const protocols = (relevant: number): Evidence['protocol'] => ({
  split:
    'Interactions are dealt 80/10/10 to train, validation and test by a hash of seed, person and item; each seed has its own split and initial weights. Everything is tuned on validation; the history behind a prediction is train and validation. A prediction never sees the interaction that it predicts.',
  errors: ERRORS_PROTOCOL,
  own: `${OWN_PROTOCOL} ${thresholdOf(relevant)}`,
  catalogue: `${CATALOGUE_PROTOCOL} ${thresholdOf(relevant)}`,
  coverage: LISTS_PROTOCOL,
  comparison:
    'Difference DReX − other on the same interactions, all seeds pooled, with the 95 % interval of a paired bootstrap over people (2,000 draws).',
  coldStart:
    'People (or items) are dealt into five folds; those of one fold keep only their first 0, 1, 2 or 5 interactions, everybody else keeps all, and the fold’s test interactions are predicted. Intervals: bootstrap over the cold side. First seed.',
  shortHistories: SHORT_PROTOCOL,
  worlds:
    'The test parts of all made-up worlds that the model was taught with, together; each person is shown the catalogue of the own world, and baselines are tuned on the validation parts of all.',
  missing:
    'One modality removed from a share of the interactions, chosen by a hash, so that larger shares hold smaller ones. Inference: from the history only; training: the model is trained without, the history is whole; both: the two together. A removed rating also leaves the statistics of the history; removed at training it is no target either, but at 100 % the targets stay. Intervals are of the difference from nothing removed, on the same ratings: a paired bootstrap over people (2,000 draws).',
  faithfulness: `${FAITHFULNESS_PROTOCOL} ${LIST_PROTOCOL}`,
  latestOut:
    'Each person’s latest rated interaction is the test part, the one before it validation; people with fewer than three stay in train. The cut is each person’s own: later interactions of others stay in the history.',
  behaviours: BEHAVIOURS_PROTOCOL,
});

/** Rows of a table from outcomes of several seeds, in order of first appearance. */
function modelRows(outcomes: readonly { readonly seed: number; readonly outcome: Outcome }[]): ModelRow[] {
  const ids = [...new Set(outcomes.map(({ outcome }) => outcome.id))];
  return ids.map((id) => {
    const own = outcomes.filter(({ outcome }) => outcome.id === id);
    const { label, family, settings, kept } = own[0].outcome;
    const metrics = Object.fromEntries(
      METRICS.map((metric) => {
        const values = own.map(({ outcome }) => outcome.metrics[metric]).filter((v) => v !== null);
        return [metric, values.length === own.length ? statistic(values) : null];
      }),
    );
    const seeds = own.map(({ seed }) => seed);
    return { id, label, family, settings, ...(kept !== undefined && { kept }), seeds, metrics };
  });
}

const OWN = /^(ndcg|f1)@/;
/** With a single held-out item a person's ranking of it is always right: that is no measure. */
const withoutOwnRanking = (row: ModelRow): ModelRow => ({
  ...row,
  metrics: Object.fromEntries(
    Object.entries(row.metrics).map(([name, value]) => [name, OWN.test(name) ? null : value]),
  ),
});

/** Metrics by which DReX is compared with each other model. */
const COMPARED = ['rmse', 'mae', 'ndcg@10', 'catalogue/ndcg@10'] as const satisfies readonly MetricName[];

/** One model with one seed, beside DReX on the same interactions. */
interface Pair {
  readonly main: Measurements;
  readonly other: Outcome;
}

/** DReX against each other model, on the seeds that the other was measured with. */
function comparisons(mains: readonly Measurements[], forms: readonly FormResult[]): Evidence['comparisons'] {
  const baselines = mains.flatMap((main) =>
    main.outcomes.filter((o) => o.id !== 'drex').map((other): Pair => ({ main, other })),
  );
  const changed = forms.flatMap(({ seed, outcome }): Pair[] => {
    const main = mains.find((m) => m.seed === seed);
    return main ? [{ main, other: outcome }] : [];
  });
  const all = [...baselines, ...changed];
  const ids = [...new Set(all.map(({ other }) => other.id))];
  return ids.flatMap((id) => compare(all.filter(({ other }) => other.id === id)));
}

function compare(pairs: readonly Pair[]): Evidence['comparisons'] {
  const options = { seed: 1 };
  const model = pairs[0].other.id;
  const drexOf = ({ main }: Pair): Outcome => main.outcomes.find((o) => o.id === 'drex')!;
  const users = pairs.flatMap(({ main }) => main.users);
  const ratings = pairs.flatMap(({ main }) => main.ratings);
  const ranking = (outcomes: readonly Outcome[], part: 'own' | 'catalogue') => {
    const rankings = outcomes.flatMap((o) => o[part]);
    return { users: rankings.map((r) => r.user), values: rankings.map((r) => r['ndcg@10']) };
  };
  return COMPARED.flatMap((metric): Evidence['comparisons'] => {
    if (metric === 'rmse' || metric === 'mae') {
      if (pairs.some(({ other }) => other.predicted === null)) return [];
      const difference = errorDifference(
        metric,
        { users, ratings },
        pairs.flatMap((pair) => drexOf(pair).predicted!),
        pairs.flatMap(({ other }) => other.predicted!),
        options,
      );
      return [{ model, metric, difference, n: users.length }];
    }
    const part = metric === 'ndcg@10' ? 'own' : 'catalogue';
    const a = ranking(pairs.map(drexOf), part);
    const b = ranking(
      pairs.map(({ other }) => other),
      part,
    );
    if (a.users.length === 0 || b.users.length === 0) return [];
    return [{ model, metric, difference: rankingDifference(a, b, options), n: a.users.length }];
  });
}

/**
 * Puts the results of all units together; checked against the format before it is returned.
 * @param earlier evidence of the same model that lies there: what of it has not been measured anew stays
 */
export function assemble(
  dataset: string,
  command: string,
  relevant: number,
  results: readonly UnitResult[],
  earlier: Evidence | null = null,
): Evidence {
  const whole = results.filter((r) => r.kind === 'main');
  const tables = results.filter((r) => r.kind === 'table' && !whole.some(({ seed }) => seed === r.seed));
  const mains: Measurements[] = [...whole, ...(tables as Measurements[])].sort((a, b) => a.seed - b.seed);
  const modelHash = mains[0]?.modelHash ?? earlier?.modelHash;
  if (!modelHash) throw new Error(`${dataset}: the first seed has not been measured`);
  const alone = results.filter(
    (r): r is DetailsResult => r.kind === 'details' && !whole.some(({ seed }) => seed === r.seed),
  );
  const shipped = [...whole, ...alone].find(({ seed }) => seed === 1);
  // Without DReX itself on the same interactions there is nothing to hold them against.
  const forms = mains[0] ? results.filter((r) => r.kind === 'form').sort((a, b) => a.seed - b.seed) : [];
  const latest = results.filter((r) => r.kind === 'latest-out');
  const planted = results.find((r) => r.kind === 'planted');
  const points: SeedPoint[] = [
    ...[...whole, ...alone].flatMap((m) => m.missing.map((p) => ({ ...p, seed: m.seed }))),
    ...results.flatMap((r) => (r.kind === 'missing' ? r.points.map((p) => ({ ...p, seed: r.seed })) : [])),
    ...forms.flatMap(withNothingLeft),
  ];
  const now: Evidence = {
    evidenceVersion: EVIDENCE_VERSION,
    dataset,
    modelHash,
    command,
    protocol: protocols(relevant),
    relevant,
    models: modelRows([
      ...mains.flatMap((m) => m.outcomes.map((outcome) => ({ seed: m.seed, outcome }))),
      ...forms.map(({ seed, outcome }) => ({ seed, outcome })),
    ]),
    comparisons: comparisons(mains, forms),
    latestOut:
      latest.length > 0
        ? modelRows(latest.flatMap((r) => r.outcomes.map((outcome) => ({ seed: r.seed, outcome })))).map(
            withoutOwnRanking,
          )
        : null,
    worlds: mains[0]?.worlds
      ? modelRows([
          ...mains.flatMap((m) => (m.worlds ?? []).map((outcome) => ({ seed: m.seed, outcome }))),
          ...forms.flatMap(({ seed, worlds }) => (worlds ? [{ seed, outcome: worlds }] : [])),
        ])
      : null,
    coldStart: shipped?.coldStart ?? [],
    shortHistories: shipped?.shortHistories ?? [],
    missing: curves(points, mains),
    behaviours: behaviourRows(results.filter((r) => r.kind === 'behaviours').sort((a, b) => a.seed - b.seed)),
    faithfulness: shipped?.faithfulness
      ? { ...shipped.faithfulness, planted: planted?.planted ?? null }
      : null,
  };
  return evidenceSchema.parse(earlier ? keepEarlier(now, earlier) : now);
}
