import type { Bundle } from '../../data/bundle';
import { norm } from '../../model/attribution';
import { encodeText } from '../../model/text';
import { dispose, type Tensor2D, tidy } from '../../model/tf';
import type {
  AttendedToken,
  AttendRequest,
  AxesOf,
  CheckRequest,
  CompareRequest,
  Comparison,
  Difference,
  DifferenceRequest,
  Effect,
  EffectRequest,
  Evaluation,
  EvaluationRequest,
  ItemSummary,
  LeaveOneOut,
  LeaveOneOutRequest,
  LogCheck,
  MapRequest,
  MapView,
  Page,
  PersonSummary,
  Place,
  Prediction,
  ReplayReport,
  SearchRequest,
  SimulatedLog,
  Snapshot,
  SnapshotRequest,
  Timeline,
  TimelineRequest,
  View,
  ViewRequest,
  Waterfall,
  WaterfallRequest,
} from '../api';
import { isEdit } from '../edits';
import { largestDifference } from '../largestDifference';
import { loadPart } from '../loadPart';
import { historyName } from '../microscope';
import { type Brain, disposeBrain, logFeatures, logFeedback, withoutModalities } from './brain';
import { type Catalogue, makeCatalogue } from './catalogue';
import { Census } from './census';
import { checkLogs } from './checkLogs';
import { buildDifference, heaviestWords, rankChanges, wordChanges } from './difference';
import { type EvaluationRows, evaluateTest } from './evaluation';
import type { LabGround } from './labGround';
import { leaveOneOut } from './leaveOneOut';
import { itemRow, personRow } from './log';
import { Lru } from './lru';
import { buildMap } from './map';
import { type MapProjection, makeProjection } from './mapProjection';
import type { Microscope } from './microscope/microscope';
import { Moment } from './moment';
import { nextTask } from './nextTask';
import { Profiles } from './profile';
import { attendedTokens, prepareText } from './readText';
import { RequestError } from './requestError';
import { Scenario } from './scenario';
import { predictionOf, reviewedBy, Scorer } from './scores';
import { Search } from './search';
import { buildTimeline } from './timeline';
import { replayWithTrace } from './tracedReplay';
import { buildView } from './view';
import { buildWaterfall } from './waterfall';
import { WordEffects } from './wordEffects';
import { columnsOf, World } from './world';
import { Worlds } from './worlds';

/** Called between steps of a query; throws when the answer is no longer wanted. */
export type Proceed = () => void;

/** Moments kept: each holds statistics, and its key finds scores and profiles. */
const MOMENTS_KEPT = 64;

/** One bundle on one backend: every query of the page is answered here. */
export class Session {
  readonly catalogue: Catalogue;
  private microscope_: Promise<Microscope> | null = null;
  private readonly search: Search;
  /** The shipped states, which answer until the log has been replayed. */
  private readonly stored: Moment;
  private readonly features = new Map<string, Tensor2D>();
  private live: Promise<{ readonly worlds: Worlds; readonly report: ReplayReport }> | null = null;
  private isLive = false;
  private readonly projections = new Map<AxesOf, Promise<MapProjection>>();
  private readonly listeners = new Set<(done: number) => void>();
  private readonly effects: WordEffects;
  private readonly scorer: Scorer;
  private readonly profiles: Profiles;
  /** What the figures measured here sum up, by the modalities of the history. */
  private readonly evaluated = new Map<string, EvaluationRows>();
  private readonly moments = new Lru<string, Moment>(MOMENTS_KEPT);

  constructor(
    bundle: Bundle,
    private readonly brain: Brain,
  ) {
    this.catalogue = makeCatalogue(bundle);
    this.search = new Search(this.catalogue);
    this.scorer = new Scorer(brain, this.catalogue);
    this.profiles = new Profiles(this.catalogue);
    const states = { user: bundle.userStates, item: bundle.itemStates };
    const plain = this.plainWorld('stored', states, null);
    // Words are measured with the statistics of the bundle's own log, which need nothing but the log.
    this.effects = new WordEffects(brain, () => this.stored.statistics());
    this.stored = new Moment(plain, plain.scenario.order.length, this.catalogue, this.effects);
  }

  /** Frees every tensor of this session. */
  dispose(): void {
    this.scorer.clear();
    this.moments.clear();
    dispose([...this.features.values()]);
    this.features.clear();
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
  async evaluate(
    request: EvaluationRequest,
    relevant: number,
    proceed: Proceed,
    onDone: (interactions: number) => void,
  ): Promise<Evaluation> {
    const measured = await evaluateTest(this.brain, this.catalogue, request, relevant, proceed, onDone);
    // A figure of the page is one of the model as it was trained.
    if (!request.alterations?.length) this.evaluated.set(historyName(request), measured.rows);
    return measured.evaluation;
  }

  check(request: CheckRequest): LogCheck {
    return checkLogs(this.catalogue, request);
  }

  findPeople(request: SearchRequest): Page<PersonSummary> {
    return this.search.findPeople(request, this.census(request.log));
  }

  findItems(request: SearchRequest): Page<ItemSummary> {
    return this.search.findItems(request, this.census(request.log));
  }

  /** @throws RequestError naming the field that is wrong. */
  async view(request: ViewRequest, proceed: Proceed): Promise<View> {
    const started = performance.now();
    const { catalogue } = this;
    wholeNumber(request.k, 'k');
    wholeNumber(request.words, 'words');
    const item = request.item === null ? null : itemRow(catalogue, request.item, 'item');
    const { newPeople } = new Scenario(catalogue, request.log);
    const user = personRow(catalogue, newPeople, request.person, 'person');
    const moment = await this.momentAt(request.log, request.at ?? null, proceed);
    proceed();
    const scores = await this.scorer.of(moment, user);
    proceed();
    const reviewed = item !== null && reviewedBy(moment, user).has(item);
    const chosen = item !== null && {
      row: item,
      prediction: reviewed
        ? await this.predictWithout({ ...request, item: catalogue.bundle.items.id[item] }, proceed)
        : predictionOf(catalogue, scores, item),
    };
    proceed();
    const items = [...scores.ranking.subarray(0, request.k), ...(item === null ? [] : [item])];
    await this.measureWords(moment, user, items);
    const { profiles } = this;
    const view = buildView(request, { catalogue, profiles, moment, user, scores, item: chosen || null });
    return { ...view, milliseconds: performance.now() - started };
  }

  /** @throws RequestError when the log has no such key. */
  async difference({ log, key, k }: DifferenceRequest): Promise<Difference> {
    const started = performance.now();
    const { catalogue, profiles } = this;
    wholeNumber(k, 'k');
    const index = log.findIndex((entry) => !isEdit(entry) && entry.key === key);
    const event = log[index];
    if (!event || isEdit(event)) throw new RequestError('key', `the log has no interaction "${key}"`);
    // Not side by side: the later world is made from the earlier one.
    const before = await this.momentAt(log.slice(0, index), null, () => {}, true);
    const after = await this.momentAt(log.slice(0, index + 1), null, () => {}, true);
    const row = after.world.scenario.rowOf(key) as number;
    const { user, item } = after.world.scenario.pair(row);
    const scoresBefore = await this.scorer.of(before, user);
    const scoresAfter = await this.scorer.of(after, user);
    await this.measureWords(before, user, [item]);
    await this.measureWords(after, user, [item]);
    const parts = { catalogue, profiles, before, after, event, row, scoresBefore, scoresAfter };
    return { ...buildDifference(k, parts), milliseconds: performance.now() - started };
  }

  /** @throws RequestError naming the field that is wrong. */
  async timeline({ log, side, id, at }: TimelineRequest): Promise<Timeline> {
    const started = performance.now();
    const { catalogue } = this;
    const moment = await this.momentAt(log, at, () => {}, true);
    const present = this.moment(moment.world, moment.world.scenario.order.length);
    const entity =
      side === 'user' ? personRow(catalogue, moment.newPeople, id, 'id') : itemRow(catalogue, id, 'id');
    await this.effects.measure(moment.world, present.rowsOf(side, entity));
    const timeline = buildTimeline(catalogue, moment, present, side, entity, id);
    return { ...timeline, milliseconds: performance.now() - started };
  }

  /** @throws RequestError naming the field that is wrong. */
  async effect({ log, at, key, person, item, k }: EffectRequest): Promise<Effect> {
    const started = performance.now();
    wholeNumber(k, 'k');
    const after = await this.momentAt(log, at, () => {}, true);
    const row = after.world.scenario.rowOf(key);
    if (row === undefined || after.world.places[row] < 0)
      throw new RequestError('key', `the log has no interaction "${key}"`);
    const { worlds } = await this.ensureLive();
    const without = await worlds.at([...log, { edit: 'delete', key }]);
    const before = this.moment(without, after.end - Number(after.world.places[row] < after.end));
    const pair = after.world.scenario.pair(row);
    const distance = (side: 'user' | 'item') => {
      const [a, b] = [after.state(side, pair[side]), before.state(side, pair[side])];
      return norm(a.map((value, d) => value - b[d]));
    };
    const comparison = await this.compareMoments(before, after, person, item, k);
    return {
      ...comparison,
      key,
      moved: { person: distance('user'), item: distance('item') },
      milliseconds: performance.now() - started,
    };
  }

  /**
   * @param onDone how many of the history are worked out
   * @throws RequestError naming the field that is wrong
   */
  async leaveOneOut(
    { log, at, side, id, person, item, k }: LeaveOneOutRequest,
    proceed: Proceed,
    onDone: (done: number, total: number) => void,
  ): Promise<LeaveOneOut> {
    const started = performance.now();
    const { brain, catalogue, scorer } = this;
    wholeNumber(k, 'k');
    const moment = await this.momentAt(log, at, proceed, true);
    const user = personRow(catalogue, moment.newPeople, person, 'person');
    const entity =
      side === 'user' ? personRow(catalogue, moment.newPeople, id, 'id') : itemRow(catalogue, id, 'id');
    const chosen = item === null ? null : itemRow(catalogue, item, 'item');
    const x = (await this.ensureLive()).worlds.featuresOf(moment.world);
    const total = moment.rowsOf(side, entity).length;
    try {
      const parts = { brain, catalogue, scorer, moment, x, side, entity, user, item: chosen, k };
      const entries = await leaveOneOut(parts, proceed, (done) => onDone(done, total));
      return { entries, milliseconds: performance.now() - started };
    } finally {
      dispose(x);
    }
  }

  /** @throws RequestError naming the field that is wrong. */
  async compare({ before, after, person, item, k }: CompareRequest): Promise<Comparison> {
    const started = performance.now();
    wholeNumber(k, 'k');
    const earlier = await this.momentAt(before.log, before.at, () => {}, true);
    const later = await this.momentAt(after.log, after.at, () => {}, true);
    const comparison = await this.compareMoments(earlier, later, person, item, k);
    return { ...comparison, milliseconds: performance.now() - started };
  }

  private async compareMoments(
    before: Moment,
    after: Moment,
    person: string,
    itemId: string | null,
    k: number,
  ): Promise<Omit<Comparison, 'milliseconds'>> {
    const { catalogue, profiles } = this;
    const item = itemId === null ? null : itemRow(catalogue, itemId, 'item');
    // A new person may have another row, or none, in the other log.
    const users = {
      before: personRow(catalogue, before.newPeople, person, 'person'),
      after: personRow(catalogue, after.newPeople, person, 'person'),
    };
    const scoresBefore = await this.scorer.of(before, users.before);
    const scoresAfter = await this.scorer.of(after, users.after);
    const shown = item === null ? [] : [item];
    await this.measureWords(before, users.before, shown);
    await this.measureWords(after, users.after, shown);
    const parts = { catalogue, profiles, before, after, scoresBefore, scoresAfter };
    const states = (side: 'user' | 'item', a: number, b: number) => ({
      before: Array.from(before.state(side, a)),
      after: Array.from(after.state(side, b)),
    });
    return {
      person: states('user', users.before, users.after),
      item: item === null ? null : states('item', item, item),
      prediction:
        item === null
          ? null
          : {
              before: predictionOf(catalogue, scoresBefore, item),
              after: predictionOf(catalogue, scoresAfter, item),
            },
      ranks: rankChanges(k, parts),
      personWords: wordChanges(parts, 'user', users.before, users.after),
      itemWords: item === null ? [] : wordChanges(parts, 'item', item),
      personProfile: heaviestWords(parts, 'user', users.before, users.after),
      itemProfile: item === null ? [] : heaviestWords(parts, 'item', item),
    };
  }

  /** @throws RequestError naming the field that is wrong. */
  async waterfall({ log, at, person, item }: WaterfallRequest): Promise<Waterfall> {
    const { catalogue } = this;
    const row = itemRow(catalogue, item, 'item');
    const moment = await this.momentAt(log, at, () => {}, true);
    const user = personRow(catalogue, moment.newPeople, person, 'person');
    const scores = await this.scorer.of(moment, user);
    return buildWaterfall(catalogue, moment, scores, user, row);
  }

  /** @throws RequestError naming the field that is wrong. */
  async snapshot({ log, at, person }: SnapshotRequest): Promise<Snapshot> {
    const moment = await this.momentAt(log, at, () => {}, true);
    const user = personRow(this.catalogue, moment.newPeople, person, 'person');
    const { values, ranking } = await this.scorer.of(moment, user);
    return {
      states: { user: moment.states('user'), item: moment.states('item') },
      ratings: values.slice(-this.catalogue.item.count),
      ranking,
    };
  }

  /** @throws RequestError naming the field that is wrong. */
  async map(request: MapRequest, proceed: Proceed): Promise<MapView> {
    const started = performance.now();
    const { catalogue } = this;
    const item = request.item === null ? null : itemRow(catalogue, request.item, 'item');
    const { newPeople } = new Scenario(catalogue, request.log);
    const user = personRow(catalogue, newPeople, request.person, 'person');
    const moment = await this.momentAt(request.log, request.at, proceed, true);
    proceed();
    const projection = await this.ensureProjection(request.axes);
    proceed();
    const map = buildMap({ catalogue, projection, moment, user, id: request.person, item });
    return { ...map, milliseconds: performance.now() - started };
  }

  /** Opens numbers; its code is loaded when the first one is asked for. */
  microscope(): Promise<Microscope> {
    this.microscope_ ??= loadPart(() => import('./microscope/microscope')).then(
      ({ Microscope }) =>
        new Microscope({
          brain: this.brain,
          catalogue: this.catalogue,
          at: ({ log, at }) => this.momentAt(log, at, () => {}, true),
          statistics: () => this.stored.statistics(),
          without: (place, person, item) => this.without(place, person, item),
          scores: (moment, user) => this.scorer.of(moment, user),
          halves: (moment, user, item) => this.scorer.halves(moment, user, item),
          profile: async (moment, side, entity) => {
            await this.effects.measure(moment.world, moment.rowsOf(side, entity));
            return this.profiles.of(moment, side, entity);
          },
          projection: (of) => this.ensureProjection(of),
          evaluated: (history) => this.evaluated.get(history),
        }),
    );
    // A failed download may be tried again.
    this.microscope_.catch(() => {
      this.microscope_ = null;
    });
    return this.microscope_;
  }

  /** What experiments stand on: the same moments as every other query. */
  ground(proceed: Proceed): LabGround {
    const { catalogue, profiles } = this;
    return {
      catalogue,
      at: async (log, person) => {
        await nextTask();
        proceed();
        const moment = await this.momentAt(log, null, proceed, true);
        const user = personRow(catalogue, moment.newPeople, person, 'person');
        const scores = await this.scorer.of(moment, user);
        proceed();
        return { moment, user, scores };
      },
      profile: async ({ moment }, side, entity) => {
        await this.effects.measure(moment.world, moment.rowsOf(side, entity));
        proceed();
        return profiles.of(moment, side, entity);
      },
    };
  }

  /** Attention over the words of a text, and their effects where the pair is known. */
  async attend({ text, log, draft }: AttendRequest, proceed: Proceed): Promise<readonly AttendedToken[]> {
    const { brain, catalogue } = this;
    const prepared = prepareText(catalogue, text);
    if (!prepared) return [];
    if (draft) {
      // The very world that adding the review would make, so that adding it finds it done.
      const { world } = await this.momentAt([...log, { ...draft, text }], null, proceed);
      const row = world.scenario.rowOf(draft.key) as number;
      await this.effects.measure(world, [row]);
      return new Moment(world, world.scenario.order.length, catalogue, this.effects).tokens(row);
    }
    const attention = tidy(() => encodeText(brain.weights, brain.config, prepared.batch).attention);
    const values = await attention.data();
    dispose(attention);
    return attendedTokens(catalogue, prepared, values, null);
  }

  private census(log: SimulatedLog): Census {
    return new Census(this.catalogue, new Scenario(this.catalogue, log));
  }

  /**
   * The moment just after an interaction, or the present. Shipped states answer at once for the plain log, but carry no
   * gates: anything else waits for the replay.
   * @throws RequestError naming what is wrong with the log or the key
   */
  private async momentAt(
    log: SimulatedLog,
    at: string | null,
    proceed: Proceed,
    needsGates = log.length > 0 || at !== null,
  ): Promise<Moment> {
    if (!needsGates && !this.isLive) return this.stored;
    const { worlds } = await this.ensureLive();
    proceed();
    const world = await worlds.at(log, proceed);
    const { scenario, places } = world;
    if (at === null) return this.moment(world, scenario.order.length);
    const row = scenario.rowOf(at);
    if (row === undefined || places[row] < 0)
      throw new RequestError('at', `the log has no interaction "${at}"`);
    return this.moment(world, places[row] + 1);
  }

  private moment(world: World, end: number): Moment {
    const made = new Moment(world, end, this.catalogue, this.effects);
    const held = this.moments.get(made.key);
    // A world that was forgotten and made anew has outcomes of its own, by which the words are found that were measured.
    if (held?.world === world) return held;
    this.moments.set(made.key, made);
    return made;
  }

  /** Measures all words that the profiles of a person and some items rest on. */
  private async measureWords(moment: Moment, user: number, items: readonly number[]): Promise<void> {
    await this.effects.measure(moment.world, moment.rowsOf('user', user));
    for (const item of items) await this.effects.measure(moment.world, moment.rowsOf('item', item));
  }

  private ensureLive() {
    this.live ??= this.replayNow().catch((error: unknown) => {
      this.live = null;
      throw error;
    });
    return this.live;
  }

  /** The axes of the map: of the bundle's own log, so that no edit moves them. Not given up half-way: all maps need them. */
  private ensureProjection(of: AxesOf): Promise<MapProjection> {
    const held = this.projections.get(of);
    if (held) return held;
    const made = this.ensureLive()
      .then(({ worlds }) => worlds.at([]))
      .then((root) => makeProjection(this.catalogue, root, of));
    this.projections.set(of, made);
    made.catch(() => this.projections.delete(of));
    return made;
  }

  private async replayNow() {
    const started = performance.now();
    const { brain, catalogue } = this;
    const { bundle } = catalogue;
    const replayed = await replayWithTrace(brain, catalogue, this.featuresWithout(new Set()), (done) => {
      for (const listener of this.listeners) listener(done);
    });
    const states = { user: replayed.userStates, item: replayed.itemStates };
    const root = this.plainWorld('live', states, replayed.trace);
    const worlds = new Worlds(brain, catalogue, root, (muted) => this.featuresWithout(muted));
    this.isLive = true;
    const report: ReplayReport = {
      interactions: bundle.manifest.counts.interactions,
      batches: replayed.batches,
      milliseconds: performance.now() - started,
      largestDifference: Math.max(
        largestDifference(replayed.userStates, bundle.userStates),
        largestDifference(replayed.itemStates, bundle.itemStates),
      ),
    };
    return { worlds, report };
  }

  /** The world of the bundle's own log. */
  private plainWorld(source: 'stored' | 'live', states: World['states'], trace: World['trace']): World {
    const { catalogue } = this;
    const scenario = new Scenario(catalogue, []);
    return new World({
      key: source,
      source,
      catalogue,
      scenario,
      columns: columnsOf(catalogue, scenario),
      trace,
      states,
      readings: new Map(),
      outcomes: new Int32Array(scenario.rows),
    });
  }

  /** x_τ of the bundle's own log without some modalities; made once, freed with the session. */
  private featuresWithout(muted: Scenario['muted']): Tensor2D {
    const key = [...muted].sort().join();
    let features = this.features.get(key);
    if (!features) {
      const { config } = this.brain;
      const feedback = withoutModalities(logFeedback(config, this.catalogue.bundle.interactions), muted);
      features = logFeatures(this.brain, this.catalogue.bundle, feedback);
      this.features.set(key, features);
    }
    return features;
  }

  /** What is expected of a person for an item from all interactions but those of this very pair. */
  private async predictWithout(
    { log, at, person, item }: ViewRequest & { readonly item: string },
    proceed: Proceed,
  ): Promise<Prediction> {
    const { moment } = await this.without({ log, at: at ?? null }, person, item);
    proceed();
    const user = personRow(this.catalogue, moment.newPeople, person, 'person');
    const scores = await this.scorer.of(moment, user);
    const prediction = predictionOf(this.catalogue, scores, itemRow(this.catalogue, item, 'item'));
    return { ...prediction, ownReview: 'left-out' };
  }

  /** A moment as it would be without what a person has said of an item by then. */
  private async without(
    place: Place,
    person: string,
    item: string,
  ): Promise<{ readonly moment: Moment; readonly place: Place }> {
    const { catalogue } = this;
    const moment = await this.momentAt(place.log, place.at, () => {}, true);
    const user = personRow(catalogue, moment.newPeople, person, 'person');
    const row = itemRow(catalogue, item, 'item');
    const { scenario, columns, places } = moment.world;
    const rows = moment.world.rowsOf('user', user).filter((one) => columns.item[one] === row);
    const earlier = rows.filter((one) => places[one] < moment.end).length;
    // What is still to come of the pair cannot matter to a moment before it.
    if (earlier === 0) return { moment, place };
    const deleted = Array.from(
      rows,
      (one) => ({ edit: 'delete', key: scenario.interaction(one).key }) as const,
    );
    const log = [...place.log, ...deleted];
    const { worlds } = await this.ensureLive();
    const without = this.moment(await worlds.at(log), moment.end - earlier);
    const last = without.present ? undefined : without.world.scenario.order[without.end - 1];
    const at = last === undefined ? null : without.world.scenario.interaction(last).key;
    return { moment: without, place: { log, at } };
  }
}

function wholeNumber(value: number, field: string): void {
  if (!Number.isInteger(value) || value < 0) throw new RequestError(field, `${value} is not a whole number`);
}
