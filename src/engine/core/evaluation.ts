import type { InteractionTable } from '../../data/tables';
import type { Alteration } from '../../model/alteration';
import { type LogStatistics, logStatistics } from '../../model/bias';
import { errors, type HeldOut, meanRanking, ownRankings, type UserRanking } from '../../model/metrics';
import { initialStates, type States } from '../../model/replay';
import { bothSides, gatherSide, scorePairs } from '../../model/score';
import { scheduleTBatches } from '../../model/tbatch';
import { dispose, tidy } from '../../model/tf';
import type { Evaluation, EvaluationRequest, Modality } from '../api';
import { type Brain, logFeatures, logFeedback, withoutModalities } from './brain';
import type { Catalogue } from './catalogue';
import { RequestError } from './requestError';
import { Scenario } from './scenario';
import type { Proceed } from './session';
import { streamBatches } from './stream';

/** Index of the test part among the splits. */
const TEST = 2;

const MODALITIES = ['text', 'rating', 'aspects'] as const;

const rowsWhere = (length: number, holds: (row: number) => boolean): Int32Array =>
  Int32Array.from({ length }, (_, row) => row).filter(holds);

/** What an evaluation sums up. */
export interface EvaluationRows {
  readonly held: HeldOut;
  /** One for each held-out interaction, clipped. */
  readonly predicted: Float64Array;
  readonly rankings: readonly UserRanking[];
}

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
export async function evaluateTest(
  brain: Brain,
  catalogue: Catalogue,
  request: EvaluationRequest,
  relevant: number,
  proceed: Proceed,
  onDone: (interactions: number) => void,
): Promise<{ readonly evaluation: Evaluation; readonly rows: EvaluationRows }> {
  const started = performance.now();
  const { bundle } = catalogue;
  const { interactions: log, manifest } = bundle;
  const test = rowsWhere(log.user.length, (row) => log.split[row] === TEST && !Number.isNaN(log.rating[row]));
  if (test.length === 0) throw new RequestError('evaluate', 'this data set has no rated test part');
  const { alteration, muted, order } = new Scenario(catalogue, request.alterations ?? []);
  const gone = new Set([...MODALITIES.filter((modality) => !request[modality]), ...muted]);
  const history = order.filter((row) => log.split[row] !== TEST);
  const known = pick(log, history);
  if (gone.has('rating')) known.ratings.fill(Number.NaN);
  const statistics = logStatistics(brain.config, known, catalogue.user.count, catalogue.item.count);
  const held = pick(log, test);

  const states = await streamHistory(brain, catalogue, { gone, alteration }, history, proceed, onDone);
  let predicted: Float64Array;
  try {
    predicted = await predictHeld(brain, states, statistics, held);
  } finally {
    dispose([states.users, states.items]);
  }
  const drex = manifest.metrics.rows.find((row) => row.model === 'drex');
  const rankings = ownRankings(held, predicted, relevant);
  return {
    evaluation: {
      request,
      ...errors(held, predicted),
      ndcg10: meanRanking(rankings)['ndcg@10'],
      n: test.length,
      relevant,
      milliseconds: performance.now() - started,
      stored: drex ? { mae: drex.mae, rmse: drex.rmse, ndcg10: drex['ndcg@10'] } : null,
    },
    rows: { held, predicted, rankings },
  };
}

/** States after the history; the caller owns them. */
async function streamHistory(
  brain: Brain,
  catalogue: Catalogue,
  { gone, alteration }: { readonly gone: ReadonlySet<Modality>; readonly alteration: Alteration | null },
  history: Int32Array,
  proceed: Proceed,
  onDone: (interactions: number) => void,
): Promise<States> {
  const { interactions } = catalogue.bundle;
  const log = { users: interactions.user, items: interactions.item };
  const batches = scheduleTBatches(log, history);
  const feedback = withoutModalities(logFeedback(brain.config, interactions), gone);
  const x = logFeatures(brain, catalogue.bundle, feedback);
  try {
    const start = initialStates(brain.weights, catalogue.user.count, catalogue.item.count, alteration);
    let done = 0;
    return await streamBatches(brain.weights, start, x, log, batches, {
      alteration,
      onBatch: (rows) => {
        proceed();
        done += rows.length;
        onDone(done);
      },
    });
  } finally {
    dispose(x);
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
