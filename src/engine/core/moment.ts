import type { WordWeight } from '../../model/attribution';
import { type LogStatistics, logStatistics } from '../../model/bias';
import type { GruStep, Side } from '../../model/gru';
import { refine } from '../../model/refine';
import { encodeText } from '../../model/text';
import { concat, reshape, type Tensor2D, tensor2d, tidy } from '../../model/tf';
import type { AttendedToken } from '../api';
import type { Base } from './base';
import { type Brain, featuresOf } from './brain';
import type { Catalogue } from './catalogue';
import type { ResolvedEvent, ResolvedLog } from './log';
import { Lru } from './lru';
import { attendedTokens, keywordsOf, prepareText } from './readText';
import { sharesOfWords, versionRatings } from './versions';

/** What one side's cell did at a simulated interaction; all [D]. */
export interface CellTrace {
  readonly before: Float32Array;
  readonly after: Float32Array;
  readonly update: Float32Array;
  readonly candidate: Float32Array;
  readonly reset: Float32Array;
}

/** A simulated interaction after it ran through the cells. */
export interface Step extends ResolvedEvent {
  readonly tokens: readonly AttendedToken[];
  readonly keywords: readonly WordWeight[];
  readonly cells: Record<Side, CellTrace>;
}

/**
 * The world after a base and some simulated interactions: a pure function of both. Only the person and the item of
 * each interaction differ from the base.
 */
export interface Moment {
  readonly key: string;
  readonly base: Base;
  readonly parent: Moment | null;
  readonly steps: readonly Step[];
  readonly newPeople: readonly string[];
  /** States of the entities that simulated interactions touched. */
  readonly changed: Record<Side, ReadonlyMap<number, Float32Array>>;
  /** Counts and damped biases over base and simulated interactions, exactly. */
  statistics(): LogStatistics;
}

/** Moments kept, so that undo finds the very numbers of before without running anything. */
const MOMENTS_KEPT = 128;

/** Makes moments by appending one interaction at a time, and remembers every prefix. */
export class Moments {
  private readonly cache = new Lru<string, Promise<Moment>>(MOMENTS_KEPT);
  /** A short name for each prefix ever seen, so that keys do not grow with the log. */
  private readonly names = new Map<string, string>();

  constructor(
    private readonly brain: Brain,
    private readonly catalogue: Catalogue,
  ) {}

  /**
   * The moment after all events of a log.
   * @param proceed called before each new step; throws to give up.
   */
  async at(base: Base, log: ResolvedLog, proceed: () => void = () => {}): Promise<Moment> {
    const keys = this.prefixKeys(base, log);
    let length = log.events.length;
    // From the longest prefix that is still known, so that a log longer than the cache does not run anew each time.
    while (length > 0 && !this.cache.has(keys[length])) length--;
    let moment = await this.remember(keys[length], async () => this.root(base, keys[0]));
    for (; length < log.events.length; length++) {
      proceed();
      const previous = moment;
      const resolved = log.events[length];
      const key = keys[length + 1];
      moment = await this.remember(key, () => this.append(previous, resolved, key));
    }
    return moment;
  }

  clear(): void {
    this.cache.clear();
    this.names.clear();
  }

  /** Keys of all prefixes, the empty one first. A whole event counts: an edited review is another one. */
  private prefixKeys(base: Base, log: ResolvedLog): string[] {
    const keys = [`${base.key}:0`];
    for (const { event } of log.events) {
      const long = `${keys[keys.length - 1]}|${JSON.stringify(event)}`;
      let key = this.names.get(long);
      if (!key) {
        key = `${base.key}:${this.names.size + 1}`;
        this.names.set(long, key);
      }
      keys.push(key);
    }
    return keys;
  }

  private async remember(key: string, make: () => Promise<Moment>): Promise<Moment> {
    const held = this.cache.get(key);
    if (held) return held;
    const made = make();
    this.cache.set(key, made);
    try {
      return await made;
    } catch (error) {
      this.cache.delete(key);
      throw error;
    }
  }

  private root(base: Base, key: string): Moment {
    return this.moment(key, base, null, [], [], { user: new Map(), item: new Map() });
  }

  private moment(
    key: string,
    base: Base,
    parent: Moment | null,
    steps: readonly Step[],
    newPeople: readonly string[],
    changed: Moment['changed'],
  ): Moment {
    const { catalogue, brain } = this;
    let statistics: LogStatistics | null = null;
    return {
      key,
      base,
      parent,
      steps,
      newPeople,
      changed,
      statistics: () => {
        statistics ??= momentStatistics(brain, catalogue, base, steps, newPeople.length);
        return statistics;
      },
    };
  }

  private async append(previous: Moment, resolved: ResolvedEvent, key: string): Promise<Moment> {
    const { user, item, event } = resolved;
    const step = await runStep(this.brain, this.catalogue, previous, resolved);
    const isNew = user >= this.catalogue.user.count && !previous.newPeople.includes(event.person);
    return this.moment(
      key,
      previous.base,
      previous,
      [...previous.steps, step],
      isNew ? [...previous.newPeople, event.person] : previous.newPeople,
      {
        user: new Map(previous.changed.user).set(user, step.cells.user.after),
        item: new Map(previous.changed.item).set(item, step.cells.item.after),
      },
    );
  }
}

/** State of an entity [D]: a new person has u_0. */
export function stateAt(catalogue: Catalogue, moment: Moment, side: Side, entity: number): Float32Array {
  const changed = moment.changed[side].get(entity);
  if (changed) return changed;
  if (entity >= catalogue[side].count) return catalogue.initial[side];
  const D = catalogue.config.stateSize;
  return moment.base.states[side].subarray(entity * D, (entity + 1) * D);
}

function momentStatistics(
  brain: Brain,
  catalogue: Catalogue,
  base: Base,
  steps: readonly Step[],
  newPeople: number,
): LogStatistics {
  const { interactions } = catalogue.bundle;
  const length = interactions.user.length + steps.length;
  const users = new Int32Array(length);
  const items = new Int32Array(length);
  const ratings = new Float64Array(length);
  users.set(interactions.user);
  items.set(interactions.item);
  ratings.set(interactions.rating);
  steps.forEach((step, k) => {
    const row = interactions.user.length + k;
    users[row] = step.user;
    items[row] = step.item;
    ratings[row] = step.event.rating ?? Number.NaN;
  });
  return logStatistics(
    brain.config,
    { users, items, ratings },
    catalogue.user.count + newPeople,
    catalogue.item.count,
    base.skip,
  );
}

const PARTS = ['next', 'update', 'candidate', 'reset'] as const;

/** Runs one simulated interaction through the same code as a replay, with a single read-back at the end. */
async function runStep(
  brain: Brain,
  catalogue: Catalogue,
  moment: Moment,
  resolved: ResolvedEvent,
): Promise<Step> {
  const { config, weights } = brain;
  const { event, user, item } = resolved;
  const D = config.stateSize;
  const text = prepareText(catalogue, event.text);
  const before = {
    user: stateAt(catalogue, moment, 'user', user),
    item: stateAt(catalogue, moment, 'item', item),
  };
  const all = tidy(() => {
    const encoded = text ? encodeText(weights, config, text.batch) : null;
    const x = featuresOf(brain, encoded?.vector ?? null, event);
    const refined = refine(weights, x, tensor2d(before.user, [1, D]), tensor2d(before.item, [1, D]));
    const parts = (step: GruStep): Tensor2D[] => PARTS.map((part) => step[part]);
    const read = text &&
      encoded && [encoded.attention, versionRatings(brain, catalogue, moment, resolved, text)];
    const flat = [...parts(refined.user), ...parts(refined.item), ...(read ?? [])];
    return concat(
      flat.map((one) => reshape(one, [one.size])),
      0,
    );
  });
  const values = (await all.data()) as Float32Array;
  all.dispose();
  const cut = (k: number) => values.slice(k * D, (k + 1) * D);
  const cell = (first: number, h: Float32Array): CellTrace => ({
    before: h,
    after: cut(first),
    update: cut(first + 1),
    candidate: cut(first + 2),
    reset: cut(first + 3),
  });
  const read = values.subarray(8 * D);
  const tokens = text
    ? attendedTokens(catalogue, text, read, sharesOfWords(text, read.subarray(text.batch.length)))
    : [];
  return {
    ...resolved,
    tokens,
    keywords: keywordsOf(catalogue, tokens),
    cells: { user: cell(0, before.user), item: cell(4, before.item) },
  };
}
