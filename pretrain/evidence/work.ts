import { SPLITS } from '../../src/data/tables';
import { errors } from '../../src/model/metrics';
import type { WeightValues } from '../../src/model/weights';
import { MODALITIES } from '../../src/vocabulary';
import type { Baseline } from '../baselines';
import { recommendersOf } from '../baselines/tune-all';
import { exportBundle } from '../export';
import { clipTo, metricsRow } from '../measure-all';
import { type Keep, removeShare, withoutModalities, withoutTargets } from '../missing';
import { describeOrder } from '../order';
import { DREX_MODEL, forIntervals, type Outcome, outcomeOfBaseline, outcomeOfPredictor } from '../outcome';
import { openPredictor, predictFrom } from '../predictor';
import { type Prepared, rowsOf, type SplitBy } from '../prepare';
import { random, shuffle } from '../random';
import { type Training, trainingOf } from '../recipe';
import { asShipped, heldOut, testBedOf, tuned } from '../train';
import { behaviours } from './behaviours';
import { faithfulness } from './faithfulness';
import { latestOut } from './latest-out';
import { listFaithfulness } from './list-faithfulness';
import { coldRows, overWorlds, shortRows } from './main-parts';
import { type ModelOfSeed, modelOf } from './model-of';
import { plantedChecks } from './planted-checks';
import type { Details, MainResult, Measurements, MissingPoint, UnitResult } from './results';
import type { SourceSet } from './sets';
import { describeModel, type Folders, measured, openSource, trainOn } from './train-unit';
import { formOf, SHARES, trainingOfForm, type Unit } from './units';

/** Does one unit of a data set. TensorFlow.js must be ready, but for `planted`, in which the engine readies it. */
export function doUnit(source: SourceSet, unit: Unit, folders: Folders): Promise<UnitResult> {
  switch (unit.kind) {
    case 'main':
      return main(source, unit.seed, folders);
    case 'table':
      return table(source, unit.seed, folders);
    case 'details':
      return details(source, unit.seed, folders);
    case 'behaviours':
      return behaviours(source, unit.seed, folders);
    case 'form':
      return form(source, unit.seed, unit.form, folders);
    case 'missing':
      return missing(source, unit, folders);
    case 'latest-out':
      return latest(source, unit.seed, folders);
    case 'planted':
      return checkPlanted(source, unit.seed, folders);
  }
}

/** What is predicted of the test part, and how wrong, from a history of which modalities are missing; the vectors are those of all texts. */
function measuredWithout(
  data: Prepared,
  keep: Keep,
  vectors: Float32Array,
  values: WeightValues,
): Pick<MissingPoint, 'rmse' | 'predicted'> {
  const test = heldOut(data, 'test');
  const history = rowsOf(data, 'train', 'validation');
  const scores = predictFrom(withoutModalities(data, keep), vectors, values, history, test);
  const clipped = scores.map((r) => clipTo(data.config, r));
  return { rmse: errors(test, clipped).rmse, predicted: Array.from(clipped) };
}

/** DReX and all baselines on the test part. */
function measure(source: SourceSet, { joined, training, values, modelHash }: ModelOfSeed) {
  const { data, vectors } = asShipped(measured(source, joined), values);
  const testBed = testBedOf(data, vectors, training);
  const predictor = openPredictor(data, vectors, values, rowsOf(data, 'train', 'validation'));
  const settings = describeModel(data, modelHash === null ? training : null);
  const drex = outcomeOfPredictor(testBed, predictor, { ...DREX_MODEL, settings });
  predictor.dispose();
  const baselines = tuned(data, vectors, training);
  const outcomes: Outcome[] = [drex, ...baselines.map((one) => outcomeOfBaseline(testBed, one))];
  const { users, ratings } = testBed.test;
  const found: Measurements = {
    seed: training.seed,
    modelHash,
    users: Array.from(users),
    ratings: Array.from(ratings),
    outcomes,
    ...(source.also.length > 0 ? overWorlds(joined, values, training, settings) : { worlds: null }),
  };
  return { found, data, vectors, testBed, baselines };
}

async function table(source: SourceSet, seed: number, folders: Folders): Promise<UnitResult> {
  const { found } = measure(source, await modelOf(source, seed, folders));
  return { kind: 'table', ...found };
}

async function details(source: SourceSet, seed: number, folders: Folders): Promise<UnitResult> {
  const { joined, training, values, modelHash } = await modelOf(source, seed, folders);
  const { data, vectors } = asShipped(measured(source, joined), values);
  const baselines = tuned(data, vectors, training);
  return {
    kind: 'details',
    seed,
    modelHash,
    ...(await detailsOf(source, { data, vectors, values, baselines, training })),
  };
}

interface Measured {
  readonly data: Prepared;
  readonly vectors: Float32Array;
  readonly values: WeightValues;
  readonly baselines: readonly Baseline[];
  readonly training: Training;
}

/** What is measured beside the table; of the first seed alone, but for the missing modalities. */
async function detailsOf(
  source: SourceSet,
  { data, vectors, values, baselines, training }: Measured,
): Promise<Details> {
  const given = MODALITIES.filter((m) => m !== 'aspects' || data.config.aspects.length > 0);
  const points = given.flatMap((modality) =>
    SHARES.map(
      (share): MissingPoint => ({
        modality,
        when: 'inference',
        share,
        ...measuredWithout(data, removeShare(data, modality, share), vectors, values),
      }),
    ),
  );
  const { seed } = training;
  const first = seed === 1;
  const options = { seed };
  const faithful = first ? faithfulness(data, vectors, values, 'effect', options) : null;
  const list = first ? listFaithfulness(data, vectors, values, options) : null;
  return {
    missing: points,
    coldStart: first ? await coldRows(data, vectors, values, baselines, options) : [],
    shortHistories: first ? shortRows(data, vectors, values, baselines, training) : [],
    faithfulness: faithful && { ...faithful, ...(list && { list }), planted: null },
    ordered: latestOut(source.reviews, Int32Array.from(source.reviews.keys())) !== null,
  };
}

async function main(source: SourceSet, seed: number, folders: Folders): Promise<MainResult> {
  const training = trainingOf(source.descriptor, seed);
  const joined = openSource(source, training);
  const values = await trainOn(source, joined, training, folders);
  const model: ModelOfSeed = { training, joined, values, modelHash: null };
  const { found, data, vectors, testBed, baselines } = measure(source, model);
  const alone = await detailsOf(source, { data, vectors, values, baselines, training });
  let modelHash: string | null = null;
  if (seed === 1 && folders.bundle) {
    const { relevant } = training;
    const metrics = found.outcomes.map((one) => metricsRow(one, one, testBed.test));
    const { itemFacts, userFacts, reviews } = source;
    const order = describeOrder(reviews);
    ({ modelHash } = await exportBundle(folders.bundle, {
      data,
      values,
      metrics,
      recommenders: recommendersOf(baselines, relevant),
      itemFacts,
      userFacts,
      order,
      seed,
      relevant,
    }));
  }
  return {
    kind: 'main',
    ...found,
    modelHash,
    ...alone,
  };
}

async function form(source: SourceSet, seed: number, id: string, folders: Folders): Promise<UnitResult> {
  const one = formOf(id);
  const training = trainingOfForm(one, trainingOf(source.descriptor, seed));
  const prepared = openSource(source, training);
  const based = one.plainBase
    ? {
        ...prepared,
        config: {
          ...prepared.config,
          damping: { ...prepared.config.damping, scale: null, reliability: null },
        },
      }
    : prepared;
  const joined = one.without
    ? withoutModalities(based, (_, modality) => !one.without?.includes(modality))
    : based;
  const values = await trainOn(source, joined, training, folders, one.without?.join() ?? '');
  const { label, settings, family, kept } = one;
  const model = { id, label, settings, family, ...(kept !== undefined && { kept }) };
  const orders = one.orders ?? (one.shuffled ? 1 : 0);
  const outcomeOn = (prepared: Prepared): Outcome => {
    const { data, vectors } = asShipped(prepared, values);
    const history = rowsOf(data, 'train', 'validation');
    const predictors = Array.from({ length: Math.max(orders, 1) }, (_, k) =>
      openPredictor(
        data,
        vectors,
        values,
        orders > 0 ? shuffle(history.slice(), random(seed, 'order', k)) : history,
        training.variant,
      ),
    );
    const mean = <A extends Float64Array | Float32Array>(all: A[]): A =>
      all[0].map((_, at) => all.reduce((sum, one) => sum + one[at], 0) / all.length) as A;
    const outcome = outcomeOfPredictor(
      testBedOf(data, vectors, training),
      {
        pairs: (pairs) => mean(predictors.map((p) => p.pairs(pairs))),
        choice: (user) => mean(predictors.map((p) => p.choice(user))),
        dispose: () => {},
      },
      model,
    );
    for (const predictor of predictors) predictor.dispose();
    return outcome;
  };
  return {
    kind: 'form',
    seed,
    outcome: outcomeOn(measured(source, joined)),
    worlds: source.also.length > 0 ? forIntervals(outcomeOn(joined)) : null,
  };
}

async function missing(
  source: SourceSet,
  { seed, modality, share }: Extract<Unit, { kind: 'missing' }>,
  folders: Folders,
): Promise<UnitResult> {
  const training = trainingOf(source.descriptor, seed);
  const whole = openSource(source, training);
  const keep = removeShare(whole, modality, share);
  const train = rowsOf(whole, 'train');
  const rows = new Set(train);
  const lacking = withoutTargets(
    withoutModalities(whole, (row, asked) => !rows.has(row) || keep(row, asked)),
    // Without any target there is nothing to learn: then the ratings only leave the features.
    modality === 'rating' && share < 1 ? train : new Int32Array(0),
  );
  const values = await trainOn(source, lacking, training, folders, `${modality}:${share}`);
  const { data, vectors } = asShipped(measured(source, whole), values);
  const own = removeShare(data, modality, share);
  return {
    kind: 'missing',
    seed,
    points: [
      { modality, share, when: 'training', ...measuredWithout(data, () => true, vectors, values) },
      { modality, share, when: 'both', ...measuredWithout(data, own, vectors, values) },
    ],
  };
}

async function latest(source: SourceSet, seed: number, folders: Folders): Promise<UnitResult> {
  const splitBy: SplitBy = (reviews, order) => {
    const parts = latestOut(reviews, order);
    const split = new Uint8Array(order.length).fill(SPLITS.length);
    for (const part of SPLITS) for (const row of parts?.[part] ?? []) split[row] = SPLITS.indexOf(part);
    return split;
  };
  const training = trainingOf(source.descriptor, seed);
  const joined = openSource(source, training, splitBy);
  const values = await trainOn(source, joined, training, folders, 'latest-out');
  const { data, vectors } = asShipped(measured(source, joined), values);
  const testBed = testBedOf(data, vectors, training);
  const predictor = openPredictor(data, vectors, values, rowsOf(data, 'train', 'validation'));
  const settings = describeModel(data, training);
  const outcomes = [
    outcomeOfPredictor(testBed, predictor, { ...DREX_MODEL, settings }),
    ...tuned(data, vectors, training).map((one) => outcomeOfBaseline(testBed, one)),
  ];
  predictor.dispose();
  const { users, ratings } = testBed.test;
  return {
    kind: 'latest-out',
    seed,
    users: Array.from(users),
    ratings: Array.from(ratings),
    outcomes: outcomes.map(forIntervals),
  };
}

async function checkPlanted(source: SourceSet, seed: number, folders: Folders): Promise<UnitResult> {
  if (!folders.bundle || !source.truth)
    throw new Error('Only a planted bundle can be held against the truth.');
  return { kind: 'planted', seed, planted: await plantedChecks(folders.bundle, source.truth, { seed }) };
}
