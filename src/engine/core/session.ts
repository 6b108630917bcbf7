import type { Bundle } from '../../data/bundle';
import { encodeText } from '../../model/text';
import { dispose, type Tensor2D, tidy } from '../../model/tf';
import type {
  AttendedToken,
  AttendRequest,
  Difference,
  DifferenceRequest,
  Evaluation,
  EvaluationRequest,
  Prediction,
  ReplayReport,
  View,
  ViewRequest,
} from '../api';
import { type Base, baseWithout, liveBase, storedBase } from './base';
import { type Brain, disposeBrain, logFeatures } from './brain';
import { type Catalogue, makeCatalogue } from './catalogue';
import { buildDifference } from './difference';
import { evaluateTest } from './evaluation';
import { itemRow, personRow, type ResolvedLog, resolveLog } from './log';
import { Lru } from './lru';
import { Moments } from './moment';
import { Profiles } from './profile';
import { attendedTokens, prepareText } from './readText';
import { RequestError } from './requestError';
import { predictionOf, Scorer } from './scores';
import { Search } from './search';
import type { Trace } from './trace';
import { replayWithTrace } from './tracedReplay';
import { buildView } from './view';

type LiveBase = Base & { readonly trace: Trace };

/** Counterfactual bases kept. */
const WITHOUTS_KEPT = 8;

/** Called between steps of a query; throws when the answer is no longer wanted. */
export type Proceed = () => void;

/** One bundle on one backend: every query of the page is answered here. */
export class Session {
  readonly catalogue: Catalogue;
  readonly search: Search;
  private base: Base;
  private x: Tensor2D | null = null;
  private live: Promise<{ readonly base: LiveBase; readonly report: ReplayReport }> | null = null;
  private readonly listeners = new Set<(done: number) => void>();
  private readonly moments: Moments;
  private readonly scorer: Scorer;
  private readonly profiles: Profiles;
  private readonly withouts = new Lru<string, Promise<Base>>(WITHOUTS_KEPT);

  constructor(
    bundle: Bundle,
    private readonly brain: Brain,
  ) {
    this.catalogue = makeCatalogue(bundle);
    this.search = new Search(this.catalogue);
    this.base = storedBase(this.catalogue);
    this.moments = new Moments(brain, this.catalogue);
    this.scorer = new Scorer(brain, this.catalogue);
    this.profiles = new Profiles(this.catalogue);
  }

  /** Frees every tensor of this session. */
  dispose(): void {
    this.scorer.clear();
    this.moments.clear();
    if (this.x) dispose(this.x);
    this.x = null;
    disposeBrain(this.brain);
  }

  /** Replays the log once, however often it is asked for; from then on answers are live. */
  async replay(onDone: (interactions: number) => void): Promise<ReplayReport> {
    this.listeners.add(onDone);
    try {
      return (await this.ensureLive()).report;
    } finally {
      this.listeners.delete(onDone);
    }
  }

  /** Measures the model on the test part of the bundle; see {@link evaluateTest}. */
  evaluate(
    request: EvaluationRequest,
    relevant: number,
    proceed: Proceed,
    onDone: (interactions: number) => void,
  ): Promise<Evaluation> {
    return evaluateTest(this.brain, this.catalogue, request, relevant, proceed, onDone);
  }

  /** @throws RequestError naming the field that is wrong. */
  async view(request: ViewRequest, proceed: Proceed): Promise<View> {
    const started = performance.now();
    const { catalogue } = this;
    const log = resolveLog(catalogue, request.log);
    const user = personRow(catalogue, log.newPeople, request.person, 'person');
    const item = request.item === null ? null : itemRow(catalogue, request.item, 'item');
    wholeNumber(request.k, 'k');
    wholeNumber(request.words, 'words');
    const reviewed = item !== null && this.hasReviewed(log, user, item);
    // The shipped states answer at once, but carry no gates: simulated interactions and counterfactuals need those.
    if (log.events.length > 0 || reviewed) await this.ensureLive();
    proceed();
    const moment = await this.moments.at(this.base, log, proceed);
    const scores = await this.scorer.of(moment, user);
    proceed();
    const prediction = async (row: number): Promise<Prediction> =>
      reviewed
        ? await this.predictWithout(request, user, row, proceed)
        : predictionOf(catalogue, scores, row);
    const chosen = item === null ? null : { row: item, prediction: await prediction(item) };
    proceed();
    const { profiles } = this;
    const view = buildView(request, { catalogue, profiles, moment, user, scores, item: chosen });
    return { ...view, milliseconds: performance.now() - started };
  }

  /** @throws RequestError when the log has no such key. */
  async difference({ log, key, k }: DifferenceRequest): Promise<Difference> {
    const started = performance.now();
    const { catalogue, profiles } = this;
    wholeNumber(k, 'k');
    const index = log.findIndex((event) => event.key === key);
    if (index < 0) throw new RequestError('key', `the log has no interaction "${key}"`);
    const resolved = resolveLog(catalogue, log.slice(0, index + 1));
    const { base } = await this.ensureLive();
    const after = await this.moments.at(base, resolved);
    const before = after.parent;
    if (!before) throw new RequestError('log', 'is empty');
    const step = after.steps[index];
    const scoresBefore = await this.scorer.of(before, step.user);
    const scoresAfter = await this.scorer.of(after, step.user);
    const parts = { catalogue, profiles, before, after, step, scoresBefore, scoresAfter };
    return { ...buildDifference(k, parts), milliseconds: performance.now() - started };
  }

  /** Attention over the words of a text, and their effects where the pair is known. */
  async attend({ text, log, draft }: AttendRequest, proceed: Proceed): Promise<readonly AttendedToken[]> {
    const { brain, catalogue } = this;
    const prepared = prepareText(catalogue, text);
    if (!prepared) return [];
    if (draft) {
      const resolved = resolveLog(catalogue, [...log, { ...draft, text }]);
      const { base } = await this.ensureLive();
      proceed();
      // The very step that adding the review would run, so that adding it finds it done.
      const { steps } = await this.moments.at(base, resolved, proceed);
      return steps[steps.length - 1].tokens;
    }
    const attention = tidy(() => encodeText(brain.weights, brain.config, prepared.batch).attention);
    const values = await attention.data();
    dispose(attention);
    return attendedTokens(catalogue, prepared, values, null);
  }

  private hasReviewed(log: ResolvedLog, user: number, item: number): boolean {
    const { interactions } = this.catalogue.bundle;
    const own = this.catalogue.user.rows[user] ?? [];
    return (
      own.some((row) => interactions.item[row] === item) ||
      log.events.some((event) => event.user === user && event.item === item)
    );
  }

  private ensureLive() {
    this.live ??= this.replayNow().catch((error: unknown) => {
      this.live = null;
      throw error;
    });
    return this.live;
  }

  private async replayNow() {
    const started = performance.now();
    const { brain, catalogue } = this;
    const { bundle } = catalogue;
    this.x ??= logFeatures(brain, bundle);
    const replayed = await replayWithTrace(brain, catalogue, this.x, (done) => {
      for (const listener of this.listeners) listener(done);
    });
    const base: LiveBase = { ...liveBase(replayed), trace: replayed.trace };
    this.base = base;
    const report: ReplayReport = {
      interactions: bundle.manifest.counts.interactions,
      batches: replayed.batches,
      milliseconds: performance.now() - started,
      largestDifference: Math.max(
        largestDifference(replayed.userStates, bundle.userStates),
        largestDifference(replayed.itemStates, bundle.itemStates),
      ),
    };
    return { base, report };
  }

  /** What is expected of a person for an item from all interactions but those of this very pair. */
  private async predictWithout(
    request: ViewRequest,
    user: number,
    item: number,
    proceed: Proceed,
  ): Promise<Prediction> {
    const { catalogue } = this;
    const { interactions } = catalogue.bundle;
    const { base: live } = await this.ensureLive();
    const rows = Array.from(catalogue.user.rows[user] ?? []).filter((row) => interactions.item[row] === item);
    const base = rows.length > 0 ? await this.without(live, rows) : live;
    proceed();
    const others = request.log.filter(
      (event) => event.person !== request.person || event.item !== request.item,
    );
    const log = resolveLog(catalogue, others);
    const moment = await this.moments.at(base, log, proceed);
    // Without its only interaction a new person has no row in the log any more, so the row is looked up again.
    const again = personRow(catalogue, log.newPeople, request.person, 'person');
    return predictionOf(catalogue, await this.scorer.of(moment, again), item);
  }

  private without(live: LiveBase, rows: readonly number[]): Promise<Base> {
    const key = rows.join();
    const held = this.withouts.get(key);
    if (held) return held;
    if (!this.x) throw new Error('the log has not been replayed');
    const made = baseWithout(this.brain, this.catalogue, live, this.x, rows);
    this.withouts.set(key, made);
    made.catch(() => this.withouts.delete(key));
    return made;
  }
}

function wholeNumber(value: number, field: string): void {
  if (!Number.isInteger(value) || value < 0) throw new RequestError(field, `${value} is not a whole number`);
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  let largest = 0;
  for (let k = 0; k < a.length; k++) {
    const difference = Math.abs(a[k] - b[k]);
    // Written so that NaN is kept instead of passing unseen.
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
