import {
  EVIDENCE_VERSION,
  type Evidence,
  evidenceSchema,
  type Interval,
  METRICS,
  type ModelRow,
} from '../../src/data/evidence';
import { CATALOGUE_PROTOCOL, ERRORS_PROTOCOL, LISTS_PROTOCOL, OWN_PROTOCOL, thresholdOf } from '../protocol';
import { BEHAVIOURS_PROTOCOL, behaviourRows } from './behaviours';
import type { BootstrapOptions } from './bootstrap';
import { type Changed, comparisons, intervalsOf, type Measured } from './comparisons';
import { FAITHFULNESS_PROTOCOL } from './faithfulness';
import { keepEarlier } from './keep-earlier';
import { LIST_PROTOCOL } from './list-faithfulness';
import { curves, type SeedPoint, withNothingLeft } from './missing-curves';
import type { DetailsResult, FormResult, LatestResult, Measurements, UnitResult } from './results';
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
    'The test parts of all made-up worlds that the model was taught with, together; each person is shown the catalogue of the own world, and baselines are tuned on the validation parts of all. Intervals: 95 % of a bootstrap that draws whole worlds (2,000 draws, all seeds pooled; for a difference the same worlds for both models), since what is found should hold in another world of the kind, and people of one world have rated the same things.',
  missing:
    'One modality removed from a share of the interactions, chosen by a hash, so that larger shares hold smaller ones. Inference: from the history only; training: the model is trained without, the history is whole; both: the two together. A removed rating also leaves the statistics of the history; removed at training it is no target either, but at 100 % the targets stay. Intervals are of the difference from nothing removed, on the same ratings: a paired bootstrap over people (2,000 draws).',
  faithfulness: `${FAITHFULNESS_PROTOCOL} ${LIST_PROTOCOL}`,
  latestOut:
    'Each person’s latest rated interaction is the test part, the one before it validation; people with fewer than three stay in train. The cut is each person’s own: later interactions of others stay in the history. Intervals: 95 % of a bootstrap over people (2,000 draws), for a difference a paired one.',
  behaviours: BEHAVIOURS_PROTOCOL,
});

/** Rows of a table from outcomes of several seeds, in order of first appearance. */
function modelRows(outcomes: readonly Changed[]): ModelRow[] {
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

const OPTIONS = { seed: 1 };

const DECIMALS = 1e6;
/** An interval no longer than it is sure. */
const short = ({ value, low, high }: Interval): Interval => {
  const [v, l, h] = [value, low, high].map((one) => Math.round(one * DECIMALS) / DECIMALS);
  return { value: v, low: l, high: h };
};

/** Rows of a table, with the intervals that each has by itself and those of its difference to DReX. */
function withIntervals(
  measured: readonly Measured[],
  changed: readonly Changed[],
  options: BootstrapOptions,
): { rows: ModelRow[]; comparisons: Evidence['comparisons'] } {
  const found = intervalsOf(measured, changed, options);
  const rows = modelRows([...outcomesOf(measured), ...changed]).map((row): ModelRow => {
    const own = Object.entries(found.get(row.id) ?? {}).map(([name, one]) => [name, short(one)] as const);
    return own.length > 0 ? { ...row, intervals: Object.fromEntries(own) } : row;
  });
  return {
    rows,
    comparisons: comparisons(measured, changed, options).map((one) => ({
      ...one,
      difference: short(one.difference),
    })),
  };
}

const outcomesOf = (measured: readonly Measured[]): Changed[] =>
  measured.flatMap(({ seed, outcomes }) => outcomes.map((outcome) => ({ seed, outcome })));

/** Over all made-up worlds, whole worlds drawn: what is found is to hold in another world of the kind. */
function overWorlds(mains: readonly Measurements[], forms: readonly FormResult[]) {
  if (!mains[0]?.worlds) return null;
  const measured = mains.flatMap(({ seed, worlds, ofWorlds }): Measured[] =>
    worlds ? [{ seed, held: ofWorlds ?? null, outcomes: worlds }] : [],
  );
  const changed = forms.flatMap(({ seed, worlds }) => (worlds ? [{ seed, outcome: worlds }] : []));
  // People have the same numbers with every seed.
  const of = mains.find(({ ofWorlds }) => ofWorlds)?.ofWorlds?.worlds;
  return withIntervals(measured, changed, { ...OPTIONS, clusterOf: of && ((user) => of[user]) });
}

/** The latest interaction of each person, people drawn. */
function ofLatest(results: readonly LatestResult[]) {
  if (results.length === 0) return null;
  const measured = results.map(({ seed, users, ratings, outcomes }): Measured => {
    const held = users && ratings ? { users, ratings } : null;
    return { seed, held, outcomes: outcomes.map((one) => ({ ...one, own: [] })) };
  });
  const { rows, comparisons } = withIntervals(measured, [], OPTIONS);
  return { rows: rows.map(withoutOwnRanking), comparisons };
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
  const latest = ofLatest(results.filter((r) => r.kind === 'latest-out'));
  const worlds = overWorlds(mains, forms);
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
      ...forms,
    ]),
    comparisons: comparisons(
      mains.map((main) => ({ ...main, held: main })),
      forms,
      OPTIONS,
    ),
    latestOut: latest?.rows ?? null,
    ...(latest && { latestComparisons: latest.comparisons }),
    worlds: worlds?.rows ?? null,
    ...(worlds && { worldComparisons: worlds.comparisons }),
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
