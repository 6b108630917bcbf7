import type { WeightValues } from '../../src/model/weights';
import { SIDES } from '../../src/vocabulary';
import { type Baseline, historyOf } from '../baselines';
import { clipTo } from '../measure-all';
import { DREX_MODEL, forIntervals, outcomeOfBaseline, outcomeOfPredictor } from '../outcome';
import { worldsOf } from '../pooled';
import { openPredictor, predictFrom } from '../predictor';
import { type Prepared, rowsOf } from '../prepare';
import type { Training } from '../recipe';
import { asShipped, heldOut, historyLog, testBedOf, tuned } from '../train';
import { coldStart } from './cold-start';
import type { Measurements } from './results';
import { rankOfBaseline, rankOfPredictor, shortHistories } from './short-histories';

const COLD_BASELINES = ['bias', 'own-scale', 'item-knn'];

/** DReX and the baselines over all pooled worlds, each with its own catalogue. */
export function overWorlds(
  pooled: Prepared,
  values: WeightValues,
  training: Training,
  settings: string,
): Pick<Measurements, 'worlds' | 'ofWorlds'> {
  const { data: joined, vectors } = asShipped(pooled, values);
  const testBed = testBedOf(joined, vectors, training);
  const predictor = openPredictor(joined, vectors, values, rowsOf(joined, 'train', 'validation'));
  const drex = outcomeOfPredictor(testBed, predictor, { ...DREX_MODEL, settings });
  predictor.dispose();
  const baselines = tuned(joined, vectors, training).map((one) => outcomeOfBaseline(testBed, one));
  const { users, ratings } = testBed.test;
  return {
    worlds: [drex, ...baselines].map(forIntervals),
    ofWorlds: {
      users: Array.from(users),
      ratings: Array.from(ratings),
      worlds: Array.from(worldsOf(joined)?.users ?? []),
    },
  };
}

/** How cold people and items are predicted, by DReX and some baselines. */
export async function coldRows(
  data: Prepared,
  vectors: Float32Array,
  values: WeightValues,
  baselines: readonly Baseline[],
  options: { seed: number },
) {
  const log = historyLog(data, vectors);
  const input = {
    log: { users: data.users, items: data.items, ratings: data.ratings },
    history: rowsOf(data, 'train', 'validation'),
    test: rowsOf(data, 'test'),
    ids: { user: data.userIds, item: data.itemIds },
  };
  const rows = [];
  for (const side of SIDES) {
    rows.push(
      ...(await coldStart(
        'drex',
        side,
        input,
        (history, pairs) =>
          predictFrom(data, vectors, values, history, pairs).map((r) => clipTo(data.config, r)),
        options,
      )),
    );
    for (const baseline of baselines.filter(({ id }) => COLD_BASELINES.includes(id)))
      rows.push(
        ...(await coldStart(
          baseline.id,
          side,
          input,
          (history, pairs) => baseline.predict(historyOf(log, history), pairs)!,
          options,
        )),
      );
  }
  return rows;
}

/** How the catalogue is ranked for people of whom little is known, by DReX and every baseline. */
export function shortRows(
  data: Prepared,
  vectors: Float32Array,
  values: WeightValues,
  baselines: readonly Baseline[],
  { seed, relevant }: Training,
) {
  const log = historyLog(data, vectors);
  const input = {
    log,
    itemCount: log.itemCount,
    history: rowsOf(data, 'train', 'validation'),
    test: heldOut(data, 'test'),
    relevant,
    userIds: data.userIds,
  };
  const drex = rankOfPredictor((history) => openPredictor(data, vectors, values, history));
  return [
    ...shortHistories('drex', input, drex, { seed }),
    ...baselines.flatMap((one) => shortHistories(one.id, input, rankOfBaseline(one, log), { seed })),
  ];
}
