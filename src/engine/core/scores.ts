import { type LogStatistics, statisticsOfUsers } from '../../model/bias';
import {
  gatherSide,
  itemStatistics,
  type SideScores,
  scoreItems,
  sideScores,
  userStatistics,
} from '../../model/score';
import { concat, dispose, tensor2d, tidy } from '../../model/tf';
import type { Side } from '../../vocabulary';
import type { Prediction } from '../answers';
import type { Brain } from './brain';
import type { Catalogue } from './catalogue';
import { Lru } from './lru';
import type { Moment } from './moment';
import { once } from './once';
import type { World } from './world';

/** Predictions of one user for all items, and their ranking. */
export interface Scores {
  /** Row-major [5, items]: user bias, item bias, dot, mlp, rating; in rating units. */
  readonly values: Float32Array;
  /** Items that the person has not reviewed, by raw prediction, ties by row. */
  readonly ranking: Int32Array;
  /** Rank of each item from 1; 0 where it is reviewed. */
  readonly ranks: Int32Array;
}

/** Both halves of the scorer for one pair, read back; see {@link SideScores}. */
export interface Halves {
  readonly user: { readonly factor: Float32Array; readonly hidden: Float32Array };
  readonly item: { readonly factor: Float32Array; readonly hidden: Float32Array };
}

/** All that scores rest on: a moment, or what it would have been. */
export interface Scorable {
  readonly world: Pick<World, 'columns'>;
  /** Rows of an entity that have happened, oldest first. */
  rowsOf(side: Side, entity: number): Int32Array;
  /** State of an entity [D]. */
  state(side: Side, entity: number): Float32Array;
  /** Row-major states of all entities of one side [entities, D]. */
  states(side: Side): Float32Array;
  statistics(): LogStatistics;
}

/** The item half is shared by all users of a moment; two are held, for before and after. */
const SIDES_KEPT = 2;
const SCORES_KEPT = 16;

export class Scorer {
  private readonly sides = new Lru<string, SideScores>(SIDES_KEPT, (side) => dispose({ ...side }));
  private readonly cache = new Lru<string, Promise<Scores>>(SCORES_KEPT);

  constructor(
    private readonly brain: Brain,
    private readonly catalogue: Catalogue,
  ) {}

  /** Scores one user of a moment against all items. */
  of(moment: Moment, user: number): Promise<Scores> {
    return once(this.cache, `${moment.key}:${user}`, () =>
      this.scoreWith(moment, moment.statistics(), this.itemSide(moment), user),
    );
  }

  /** What {@link of} combines for one pair, from the same tensors. */
  async halves(moment: Moment, user: number, item: number): Promise<Halves> {
    const items = this.itemSide(moment);
    const all = tidy(() => {
      const own = this.userSide(moment, moment.statistics(), user);
      const one = gatherSide(items, [item]);
      return concat([own.factor, own.hidden, one.factor, one.hidden], 1);
    });
    const values = (await all.data()) as Float32Array;
    all.dispose();
    const { stateSize: D, hiddenSize: M } = this.brain.config;
    const part = (from: number) => ({
      factor: values.slice(from, from + D),
      hidden: values.slice(from + D, from + D + M),
    });
    return { user: part(0), item: part(D + M) };
  }

  /** Frees all tensors. */
  clear(): void {
    this.sides.clear();
    this.cache.clear();
  }

  /** Scores one user against all items, and keeps nothing. */
  async once(from: Scorable, user: number): Promise<Scores> {
    const statistics = from.statistics();
    const items = this.makeItemSide(from, statistics);
    try {
      return await this.scoreWith(from, statistics, items, user);
    } finally {
      dispose({ ...items });
    }
  }

  private async scoreWith(
    from: Scorable,
    statistics: LogStatistics,
    items: SideScores,
    user: number,
  ): Promise<Scores> {
    const { brain, catalogue } = this;
    const all = tidy(() => {
      const own = this.userSide(from, statistics, user);
      const parts = scoreItems(brain.weights, brain.config, own, items);
      return concat([parts.userBias, parts.itemBias, parts.dot, parts.mlp, parts.rating]);
    });
    const values = (await all.data()) as Float32Array;
    all.dispose();
    return rank(values, catalogue.item.count, reviewedBy(from, user));
  }

  /** Within a tidy. */
  private userSide(from: Scorable, statistics: LogStatistics, user: number): SideScores {
    const { config, weights } = this.brain;
    return sideScores(
      weights,
      'user',
      tensor2d(from.state('user', user), [1, config.stateSize]),
      // A new person who has done nothing stands in no table yet.
      userStatistics(config, statisticsOfUsers(statistics.users, Int32Array.of(user))),
    );
  }

  private itemSide(moment: Moment): SideScores {
    const held = this.sides.get(moment.key);
    if (held) return held;
    const made = this.makeItemSide(moment, moment.statistics());
    this.sides.set(moment.key, made);
    return made;
  }

  private makeItemSide(from: Scorable, statistics: LogStatistics): SideScores {
    const { brain, catalogue } = this;
    const states = from.states('item');
    return tidy(() =>
      sideScores(
        brain.weights,
        'item',
        tensor2d(states, [catalogue.item.count, brain.config.stateSize]),
        itemStatistics(brain.config, statistics.items),
      ),
    );
  }
}

/** Items that a person has reviewed by a moment. */
export const reviewedBy = (moment: Scorable, user: number): Set<number> =>
  new Set(Array.from(moment.rowsOf('user', user), (row) => moment.world.columns.item[row]));

function rank(values: Float32Array, items: number, reviewed: ReadonlySet<number>): Scores {
  const ratings = values.subarray(4 * items, 5 * items);
  const candidates: number[] = [];
  for (let item = 0; item < items; item++) if (!reviewed.has(item)) candidates.push(item);
  candidates.sort((a, b) => ratings[b] - ratings[a] || a - b);
  const ranks = new Int32Array(items);
  candidates.forEach((item, k) => {
    ranks[item] = k + 1;
  });
  return { values, ranking: Int32Array.from(candidates), ranks };
}

/** The prediction for one item, with its parts. */
export function predictionOf(catalogue: Catalogue, scores: Scores, item: number): Prediction {
  const { rating, meanRating } = catalogue.config;
  const n = catalogue.item.count;
  const part = (k: number) => scores.values[k * n + item];
  const raw = part(4);
  return {
    ownReview: scores.ranks[item] === 0 ? 'counted' : 'none',
    rating: Math.min(rating.max, Math.max(rating.min, raw)),
    raw,
    mean: meanRating,
    userBias: part(0),
    itemBias: part(1),
    dot: part(2),
    mlp: part(3),
  };
}
