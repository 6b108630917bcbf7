import type { Evidence, ModelRow } from '../../src/data/evidence';
import { keptPoints, withKeptEnds } from './missing-curves';

/**
 * Evidence with what lay there before and has not been measured anew: a part that was measured on another machine, whose
 * results are not in the cache, is not forgotten. Both must be of one model. Of a row that both have, the one with more seeds
 * stays, with its comparisons; else the newer.
 */
export function keepEarlier(now: Evidence, earlier: Evidence): Evidence {
  if (earlier.modelHash !== now.modelHash) return now;
  const models = rows(now.models, earlier.models);
  const kept = new Set(models.filter((row) => earlier.models.includes(row)).map(({ id }) => id));
  const comparisons = [
    ...now.comparisons.filter(({ model }) => !kept.has(model)),
    ...earlier.comparisons.filter(({ model }) => kept.has(model)),
  ];
  return {
    ...now,
    models,
    comparisons,
    latestOut: now.latestOut ?? earlier.latestOut,
    worlds: now.worlds && earlier.worlds ? rows(now.worlds, earlier.worlds) : (now.worlds ?? earlier.worlds),
    coldStart: now.coldStart.length > 0 ? now.coldStart : earlier.coldStart,
    shortHistories: now.shortHistories.length > 0 ? now.shortHistories : earlier.shortHistories,
    missing: withKeptEnds(keptPoints(now.missing, earlier.missing), { models, comparisons }),
    behaviours: now.behaviours ?? earlier.behaviours,
    faithfulness: now.faithfulness
      ? { ...now.faithfulness, planted: now.faithfulness.planted ?? earlier.faithfulness?.planted ?? null }
      : earlier.faithfulness,
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
