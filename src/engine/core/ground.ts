import type { Bundle } from '../../data/bundle';
import type { LogStatistics } from '../../model/bias';
import type { Tensor2D } from '../../model/tf';
import type { Side } from '../../vocabulary';
import { largestDifference } from '../largestDifference';
import type { Place, SimulatedLog } from '../simulatedLog';
import type { OnProgress, Replayed } from '../start';
import { type Brain, disposeBrain, learnWords, logFeatures, logFeedback, withoutModalities } from './brain';
import { type Catalogue, makeCatalogue } from './catalogue';
import { Census } from './census';
import { Features, LogFeatures } from './features';
import { loadRest } from './loadRest';
import { Lru } from './lru';
import { Moment } from './moment';
import { type FullProfile, Profiles } from './profile';
import { RequestError } from './requestError';
import { itemRow, personRow } from './rows';
import { Scenario } from './scenario';
import { Scorer, type Scores } from './scores';
import { tellNow } from './tellNow';
import { replayWithTrace } from './tracedReplay';
import { withoutKeys } from './withoutKeys';
import { WordEffects } from './wordEffects';
import { columnsOf, World } from './world';
import { type Proceed, Worlds } from './worlds';

/** Moments kept: each holds statistics, and its key finds scores and profiles. */
const MOMENTS_KEPT = 64;

/** One bundle on one backend, at any moment of any log: what every answer stands on. */
export class Ground {
  readonly catalogue: Catalogue;
  readonly scorer: Scorer;
  readonly profiles: Profiles;
  readonly effects: WordEffects;
  /** The shipped states, which answer until the log has been replayed. */
  private readonly stored: Moment;
  private readonly features = new Map<string, LogFeatures>();
  private live: Promise<{ readonly worlds: Worlds; readonly report: Replayed }> | null = null;
  private isLive = false;
  private verified: Promise<void> | null = null;
  private readonly listeners = new Set<OnProgress>();
  private readonly moments = new Lru<string, Moment>(MOMENTS_KEPT);

  /**
   * @param read a file beside the bundle; null where there is none
   * @param verify looks once more at the backend when all weights have come, before anything is replayed; rejects where it
   *   computes wrongly
   */
  constructor(
    bundle: Bundle,
    readonly brain: Brain,
    readonly read: (file: string) => Promise<Uint8Array | null>,
    private readonly verify: () => Promise<void> = async () => {},
  ) {
    this.catalogue = makeCatalogue(bundle);
    this.scorer = new Scorer(brain, this.catalogue);
    this.profiles = new Profiles(this.catalogue);
    const states = { user: bundle.userStates, item: bundle.itemStates };
    const plain = this.plainWorld('stored', states, null);
    // Words are measured with the statistics of the bundle's own log, which need nothing but the log.
    this.effects = new WordEffects(brain, () => this.statistics());
    this.stored = new Moment(plain, plain.scenario.order.length, this.catalogue, this.effects);
  }

  /** Frees every tensor. */
  dispose(): void {
    this.scorer.clear();
    this.moments.clear();
    for (const one of this.features.values()) one.dispose();
    this.features.clear();
    disposeBrain(this.brain);
  }

  /** Replays the log once, however often it is asked for; from then on moments are live. */
  async replayed(onProgress: OnProgress = () => {}): Promise<Replayed> {
    this.listeners.add(onProgress);
    try {
      return (await this.ensureLive()).report;
    } finally {
      this.listeners.delete(onProgress);
    }
  }

  /**
   * The moment just after an interaction, or the present. Shipped states answer at once for the plain log, but carry no
   * gates: anything else waits for the replay.
   * @param person of nobody else the state is needed, null for nobody's: where it came first, nothing is waited for
   * @throws RequestError naming what is wrong with the log or the key
   */
  async at({ log, at }: Place, proceed?: Proceed, person?: string | null): Promise<Moment> {
    if (log.length === 0 && at === null && !this.isLive) {
      if (this.isAtHand(person)) return this.stored;
      await this.catalogue.bundle.people.load();
      proceed?.();
      return this.at({ log, at }, proceed);
    }
    const world = await this.world(log, proceed);
    return at === null ? this.moment(world) : this.moment(world, world.places[rowOf(world, at, 'at')] + 1);
  }

  /** Whether the shipped state of a person is there; of all people where nobody is named. Somebody new begins where all do. */
  private isAtHand(person?: string | null): boolean {
    const { people, firstPeople } = this.catalogue.bundle;
    if (people.now || person === null) return true;
    if (person === undefined) return false;
    const row = this.catalogue.user.byId.get(person);
    return row === undefined || firstPeople.has(row);
  }

  /** The world after a log. Waits for the replay. */
  async world(log: SimulatedLog, proceed?: Proceed): Promise<World> {
    const { worlds } = await this.ensureLive();
    proceed?.();
    return worlds.at(log, proceed);
  }

  /** A world after some places of its order; after all of them where none are named. */
  moment(world: World, end: number = world.scenario.order.length): Moment {
    const made = new Moment(world, end, this.catalogue, this.effects);
    const held = this.moments.get(made.key);
    // A world that was forgotten and made anew has outcomes of its own, by which the words are found that were measured.
    if (held?.world === world) return held;
    this.moments.set(made.key, made);
    return made;
  }

  /** A moment as it would be without what a person has said of an item by then. */
  async without(
    place: Place,
    person: string,
    item: string,
  ): Promise<{ readonly moment: Moment; readonly place: Place }> {
    const moment = await this.at(place);
    const user = this.person(moment, person);
    const row = this.item(item);
    const { scenario, columns, places } = moment.world;
    const rows = moment.world.rowsOf('user', user).filter((one) => columns.item[one] === row);
    const earlier = rows.filter((one) => places[one] < moment.end).length;
    // What is still to come of the pair cannot matter to a moment before it.
    if (earlier === 0) return { moment, place };
    const log = withoutKeys(
      place.log,
      Array.from(rows, (one) => scenario.interaction(one).key),
    );
    const without = this.moment(await this.world(log), moment.end - earlier);
    const last = without.present ? undefined : without.world.scenario.order[without.end - 1];
    const at = last === undefined ? null : without.world.scenario.interaction(last).key;
    return { moment: without, place: { log, at } };
  }

  /** Row of a person at a moment. @throws RequestError when nobody has this id. */
  person({ newPeople }: Moment, id: string, field = 'person'): number {
    return personRow(this.catalogue, newPeople, id, field);
  }

  /** @throws RequestError when no item has this id. */
  item(id: string, field = 'item'): number {
    return itemRow(this.catalogue, id, field);
  }

  /** Row of what is asked for by its id. @throws RequestError */
  entity(moment: Moment, side: Side, id: string): number {
    return side === 'user' ? this.person(moment, id, 'id') : this.item(id, 'id');
  }

  /** One person's scores of all items. */
  scores(moment: Moment, user: number): Promise<Scores> {
    return this.scorer.of(moment, user);
  }

  /** Keywords of an entity. */
  async profile(moment: Moment, side: Side, entity: number): Promise<FullProfile> {
    return this.profiles.of(moment, side, entity);
  }

  /** Of the bundle's own log. */
  statistics(): LogStatistics {
    return this.stored.statistics();
  }

  /** Who took part in how much of a log: needs no replay. */
  census(log: SimulatedLog): Census {
    return new Census(this.catalogue, new Scenario(this.catalogue, log));
  }

  /** Waits until texts can be read, and the backend has been seen to read them rightly. */
  words(onBytes?: (arrived: number) => void): Promise<void> {
    const learned = learnWords(this.brain, this.catalogue.bundle, onBytes);
    const verified = this.verified ?? learned.then(this.verify);
    this.verified = verified;
    verified.catch(() => {
      if (this.verified === verified) this.verified = null;
    });
    return learned.then(() => verified);
  }

  /** x_τ of all rows of a world [rows, D]; the caller owns it. Waits for the replay. */
  async featuresOf(world: World): Promise<Tensor2D> {
    return (await this.ensureLive()).worlds.featuresOf(world);
  }

  private ensureLive() {
    this.live ??= this.replay().catch((error: unknown) => {
      this.live = null;
      throw error;
    });
    return this.live;
  }

  private async replay() {
    const { brain, catalogue } = this;
    const { bundle } = catalogue;
    const { interactions } = bundle.manifest.counts;
    const tell: OnProgress = (progress) => {
      for (const listener of this.listeners) listener(progress);
    };
    await loadRest(bundle, (onBytes) => this.words(onBytes), tell);
    const started = performance.now();
    // Comes beside the replay; whoever asks of words after it finds them.
    const prose = bundle.prose?.load();
    prose?.catch(() => {});
    const replayed = await replayWithTrace(
      brain,
      catalogue,
      new Features(this.featuresWithout(new Set())),
      tellNow('replay', interactions, tell),
    );
    const milliseconds = performance.now() - started;
    const { states } = replayed;
    await prose;
    const root = this.plainWorld('live', states, replayed.trace);
    const worlds = new Worlds(brain, catalogue, root, (muted) => this.featuresWithout(muted));
    this.isLive = true;
    const report: Replayed = {
      interactions,
      batches: replayed.batches,
      milliseconds,
      largestDifference: Math.max(
        largestDifference(states.user, bundle.userStates),
        largestDifference(states.item, bundle.itemStates),
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

  /** x_τ of the bundle's own log without some modalities; made once, freed with the ground. */
  private featuresWithout(muted: Scenario['muted']): LogFeatures {
    const key = [...muted].sort().join();
    let features = this.features.get(key);
    if (!features) {
      const { config } = this.brain;
      const feedback = withoutModalities(logFeedback(config, this.catalogue.bundle.interactions), muted);
      features = new LogFeatures(logFeatures(this.brain, this.catalogue.bundle, feedback));
      this.features.set(key, features);
    }
    return features;
  }
}

/** Row of an interaction that a world has. @throws RequestError naming the field that asks for it */
export function rowOf({ scenario, places }: World, key: string, field = 'key'): number {
  const row = scenario.rowOf(key);
  if (row === undefined || places[row] < 0)
    throw new RequestError(field, { is: 'no-interaction', name: key });
  return row;
}

/** @throws RequestError unless a number can be one of places. */
export function wholeNumber(value: number, field: string): void {
  if (!Number.isInteger(value) || value < 0) throw new RequestError(field, { is: 'not', a: 'whole', value });
}
