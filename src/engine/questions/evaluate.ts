import type { InteractionTable } from '../../data/tables';
import type { Alteration } from '../../model/alteration';
import { type LogStatistics, logStatistics } from '../../model/bias';
import { catalogueRankings, type TopOf } from '../../model/catalogueRankings';
import { coverage, overlap } from '../../model/lists';
import { defaultRelevant, errors, type HeldOut, meanOf, meanRanking, ownRankings } from '../../model/metrics';
import type { States } from '../../model/replay';
import { bothSides, gatherSide, scorePairs } from '../../model/score';
import { scheduleTBatches } from '../../model/tbatch';
import { dispose, tensor2d, tidy } from '../../model/tf';
import { MODALITIES, type Modality } from '../../vocabulary';
import { type Brain, logFeatures, logFeedback, withoutModalities } from '../core/brain';
import { listsAfter } from '../core/catalogueLists';
import { type EvaluationRows, evaluatedOn } from '../core/evaluationRows';
import { Features, LogFeatures } from '../core/features';
import type { Ground } from '../core/ground';
import { RequestError } from '../core/requestError';
import { Scenario } from '../core/scenario';
import { everybodyAtFirst, streamBatches } from '../core/stream';
import { tellNow } from '../core/tellNow';
import { initialOf } from '../core/world';
import type { Proceed } from '../core/worlds';
import { historyName } from '../openedNumber';
import type { SimulatedLog } from '../simulatedLog';
import type { Progress } from '../start';
import { figuresOf, type TestFigures } from '../testFigures';
import { evidenceOf } from './evidence';
import { question } from './question';

/** Which modalities the history may carry; switched off, it is as if nobody had ever given one. */
export interface EvaluationRequest {
  readonly text: boolean;
  readonly rating: boolean;
  readonly aspects: boolean;
  /** Edits by which the model is altered; none where left out. */
  readonly alterations?: SimulatedLog;
}

/** The model measured anew, here, on the interactions that were held out. */
export interface Evaluation extends TestFigures {
  readonly mae: number;
  readonly rmse: number;
  readonly request: EvaluationRequest;
  /** Rated held-out interactions. */
  readonly n: number;
  /** Smallest rating that counts as relevant. */
  readonly relevant: number;
  readonly milliseconds: number;
  /** What the bundle says of DReX; null where it says nothing. */
  readonly stored: TestFigures | null;
}

/** Streams the history (all but the test part) from the initial states and predicts the test part. */
export const evaluate = question<EvaluationRequest, Evaluation, Progress>({
  latest: true,
  timed: true,
  async answer(ground, request, { proceed, tell }) {
    // What the evidence counts as relevant; damaged evidence is told elsewhere and must not stand in the way here.
    const read = await evidenceOf(ground).catch(() => null);
    proceed();
    const { counts, model } = ground.catalogue.bundle.manifest;
    const relevant = read && 'evidence' in read ? read.evidence.relevant : defaultRelevant(model.rating);
    const done = tellNow('evaluate', counts.train + counts.validation, tell);
    const { evaluation, rows } = await evaluateTest(ground, request, relevant, proceed, done);
    // A figure of the page is one of the model as it was trained.
    if (!request.alterations?.length) evaluatedOn(ground).set(historyName(request), rows);
    return evaluation;
  },
});

/** Index of the test part among the splits. */
const TEST = 2;

const rowsWhere = (length: number, holds: (row: number) => boolean): Int32Array =>
  Int32Array.from({ length }, (_, row) => row).filter(holds);

/** The columns of some rows of the log. */
const pick = (log: InteractionTable, rows: Int32Array) => ({
  users: rows.map((row) => log.user[row]),
  items: rows.map((row) => log.item[row]),
  ratings: Float64Array.from(rows, (row) => log.rating[row]),
});

/**
 * Measures the model on the test part as the manifest was measured: the history is all the rest, streamed from the
 * initial states, and its ratings alone make the damped biases. Gives way to pending messages between t-batches.
 * @param relevant smallest rating that counts as relevant
 * @param proceed called between batches; throws to give up
 * @param onDone interactions streamed so far
 */
async function evaluateTest(
  ground: Ground,
  request: EvaluationRequest,
  relevant: number,
  proceed: Proceed,
  onDone: (interactions: number) => void,
): Promise<{ readonly evaluation: Omit<Evaluation, 'milliseconds'>; readonly rows: EvaluationRows }> {
  const { brain, catalogue } = ground;
  const { interactions: log, manifest } = catalogue.bundle;
  const test = rowsWhere(log.user.length, (row) => log.split[row] === TEST && !Number.isNaN(log.rating[row]));
  if (test.length === 0) throw new RequestError('evaluate', { is: 'no-test-part' });
  const { alteration, muted, order } = new Scenario(catalogue, request.alterations ?? []);
  const gone = new Set([...MODALITIES.filter((modality) => !request[modality]), ...muted]);
  const history = order.filter((row) => log.split[row] !== TEST);
  const known = { rows: history, text: !gone.has('text'), ...pick(log, history) };
  if (gone.has('rating')) known.ratings.fill(Number.NaN);
  const statistics = logStatistics(brain.config, known, catalogue.user.count, catalogue.item.count);
  const held = pick(log, test);
  const active = [...new Set(known.users)];
  const people = [...new Set([...active, ...held.users])];

  const states = await streamHistory(ground, { gone, alteration }, history, proceed, onDone);
  let predicted: Float64Array;
  let topOf: TopOf;
  try {
    predicted = await predictHeld(brain, states, statistics, held);
    topOf = await listsAfter(ground, known, states, statistics, people, proceed);
  } finally {
    dispose([states.users, states.items]);
  }
  const itemCount = catalogue.item.count;
  const lists = active.map(topOf);
  const found = catalogueRankings(held, itemCount, topOf, relevant);
  const drex = manifest.metrics.rows.find((row) => row.model === 'drex');
  const rankings = ownRankings(held, predicted, relevant);
  return {
    evaluation: {
      request,
      ...errors(held, predicted),
      ndcg10: meanRanking(rankings)['ndcg@10'],
      catalogueNdcg10: meanOf(found, 'ndcg@10'),
      catalogueRecall10: meanOf(found, 'recall@10'),
      coverage10: lists.length > 0 ? coverage(lists, itemCount) : null,
      overlap10: overlap(lists),
      n: test.length,
      relevant,
      stored: drex ? figuresOf(drex) : null,
    },
    rows: {
      held,
      predicted,
      rankings,
      found,
      shown: { items: new Set(lists.flatMap((top) => [...top])).size, of: itemCount },
    },
  };
}

/** States after the history; the caller owns them. */
async function streamHistory(
  { brain, catalogue }: Ground,
  { gone, alteration }: { readonly gone: ReadonlySet<Modality>; readonly alteration: Alteration | null },
  history: Int32Array,
  proceed: Proceed,
  onDone: (interactions: number) => void,
): Promise<States> {
  const { interactions } = catalogue.bundle;
  const log = { users: interactions.user, items: interactions.item };
  const batches = scheduleTBatches(log, history);
  const feedback = withoutModalities(logFeedback(brain.config, interactions), gone);
  await catalogue.bundle.textVectors.load();
  const features = new LogFeatures(logFeatures(brain, catalogue.bundle, feedback));
  try {
    const counts = { user: catalogue.user.count, item: catalogue.item.count };
    const start = everybodyAtFirst(initialOf(catalogue, { alteration }), counts);
    const after = await streamBatches(brain, start, new Features(features), log, batches, {
      alteration,
      onProgress: (done) => {
        proceed();
        onDone(done);
      },
    });
    const D = brain.config.stateSize;
    return {
      users: tensor2d(after.user, [counts.user, D]),
      items: tensor2d(after.item, [counts.item, D]),
    };
  } finally {
    features.dispose();
  }
}

/** Predicted ratings of the held-out pairs, clipped to the scale. */
async function predictHeld(
  brain: Brain,
  states: States,
  statistics: LogStatistics,
  held: HeldOut & { readonly users: Int32Array; readonly items: Int32Array },
): Promise<Float64Array> {
  const { weights, config } = brain;
  const raw = tidy(() => {
    const { user, item } = bothSides(weights, config, states, statistics);
    return scorePairs(weights, config, gatherSide(user, held.users), gatherSide(item, held.items)).rating;
  });
  try {
    const { min, max } = config.rating;
    return Float64Array.from(await raw.data(), (rating) => Math.min(max, Math.max(min, rating)));
  } finally {
    raw.dispose();
  }
}
