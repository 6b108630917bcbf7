import type { Evidence, ModelRow } from '../../src/data/evidence';
import { keptPoints, withKeptEnds } from './missing-curves';

/**
 * Evidence with what lay there before and has not been measured anew: a part that was measured on another machine, whose
 * results are not in the cache, is not forgotten. Both must be of one model. Of a row that both have, the one with more seeds
 * stays, with its comparisons; else the newer.
 */
export function keepEarlier(now: Evidence, earlier: Evidence): Evidence {
  if (earlier.modelHash !== now.modelHash) return now;
  const { rows: models, comparisons } = table(
    { rows: now.models, comparisons: now.comparisons },
    { rows: earlier.models, comparisons: earlier.comparisons },
  );
  const worlds = table(
    { rows: now.worlds ?? [], comparisons: now.worldComparisons ?? [] },
    { rows: earlier.worlds ?? [], comparisons: earlier.worldComparisons ?? [] },
  );
  return {
    ...now,
    models,
    comparisons,
    latestOut: now.latestOut ?? earlier.latestOut,
    ...(!now.latestOut && earlier.latestComparisons && { latestComparisons: earlier.latestComparisons }),
    ...((now.worlds || earlier.worlds) && { worlds: worlds.rows, worldComparisons: worlds.comparisons }),
    coldStart: now.coldStart.length > 0 ? now.coldStart : earlier.coldStart,
    shortHistories: now.shortHistories.length > 0 ? now.shortHistories : earlier.shortHistories,
    missing: withKeptEnds(keptPoints(now.missing, earlier.missing), { models, comparisons }),
    behaviours: now.behaviours ?? earlier.behaviours,
    faithfulness: now.faithfulness
      ? { ...now.faithfulness, planted: now.faithfulness.planted ?? earlier.faithfulness?.planted ?? null }
      : earlier.faithfulness,
  };
}

/** Rows of models with how DReX compares with them. */
interface Table {
  readonly rows: readonly ModelRow[];
  readonly comparisons: Evidence['comparisons'];
}

/** Rows of both; each has the comparisons that it was measured with. */
function table(now: Table, earlier: Table): { rows: ModelRow[]; comparisons: Evidence['comparisons'] } {
  const all = rows(now.rows, earlier.rows);
  const kept = new Set(all.filter((row) => earlier.rows.includes(row)).map(({ id }) => id));
  return {
    rows: all,
    comparisons: [
      ...now.comparisons.filter(({ model }) => !kept.has(model)),
      ...earlier.comparisons.filter(({ model }) => kept.has(model)),
    ],
  };
}

/** Rows of both, in the order of the earlier ones, what is new behind them. */
function rows(now: readonly ModelRow[], earlier: readonly ModelRow[]): ModelRow[] {
  const newer = (old: ModelRow): ModelRow => {
    const found = now.find(({ id }) => id === old.id);
    return found && found.seeds.length >= old.seeds.length ? found : old;
  };
  return [...earlier.map(newer), ...now.filter(({ id }) => !earlier.some((old) => old.id === id))];
}
