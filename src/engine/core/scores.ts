import { type LogStatistics, statisticsOfUsers } from '../../model/bias';
import { type ChoiceItems, choiceItems, choiceUsers } from '../../model/choice';
import { type ItemWords, matchesOfOne } from '../../model/keywordMatch';
import {
  gatherSide,
  itemStatistics,
  type SideScores,
  scoreItems,
  sideScores,
  userStatistics,
} from '../../model/score';
import {
  concat,
  dispose,
  matMul,
  mul,
  reshape,
  type Tensor1D,
  tensor1d,
  tensor2d,
  tidy,
} from '../../model/tf';
import type { Choice, Prediction } from '../answers';
import { scoreOf } from '../choice';
import type { Brain } from './brain';
import type { Catalogue } from './catalogue';
import { Lru } from './lru';
import type { Moment } from './moment';
import { once } from './once';
import { ItemSayings, personWordsAt } from './sayings';
import type { Scorable } from './scorable';

/** Predicted ratings and choice scores of one user for all items, and the ranking by the latter. */
export interface Scores {
  /**
   * Row-major [8, items]: user bias, item bias, dot, mlp, rating in rating units; popularity, match of the states and match
   * of the words, the parts of the choice score.
   */
  readonly values: Float32Array;
  /** How many times popularity counts in what follows. */
  readonly times: number;
  /** s(u, i) [items]: the sum of the last three. */
  readonly choices: Float64Array;
  /** Items that the person has not reviewed, by choice score, ties by row. */
  readonly ranking: Int32Array;
  /** Rank of each item from 1; 0 where it is reviewed. */
  readonly ranks: Int32Array;
}

/** Both halves of the scorer for one pair, read back; see {@link SideScores}. */
export interface Halves {
  readonly user: { readonly factor: Float32Array; readonly hidden: Float32Array };
  readonly item: { readonly factor: Float32Array; readonly hidden: Float32Array };
}

/** Rows of {@link Scores.values}. */
const PARTS = 8;

/** The items' half of both scores. */
interface ItemSide {
  readonly rating: SideScores;
  readonly choice: ChoiceItems;
  /** k_i */
  readonly words: ItemWords;
}

const disposeSide = ({ rating, choice }: ItemSide): void => {
  dispose({ ...rating });
  dispose({ ...choice });
};

/** The item half is shared by all users of a moment; two are held, for before and after. */
const SIDES_KEPT = 2;
const SCORES_KEPT = 16;

export class Scorer {
  private readonly sides = new Lru<string, ItemSide>(SIDES_KEPT, disposeSide);
  private readonly cache = new Lru<string, Promise<Scores>>(SCORES_KEPT);

  private readonly sayings: ItemSayings;

  constructor(
    private readonly brain: Brain,
    private readonly catalogue: Catalogue,
  ) {
    this.sayings = new ItemSayings(catalogue);
  }

  /** Scores one user of a moment against all items. */
  of(moment: Moment, user: number): Promise<Scores> {
    return once(this.cache, `${moment.key}:${user}`, () =>
      this.scoreWith(moment, moment.statistics(), this.itemSide(moment), user),
    );
  }

  /** What {@link of} combines for one pair, from the same tensors. */
  async halves(moment: Moment, user: number, item: number): Promise<Halves> {
    const { rating } = this.itemSide(moment);
    const all = tidy(() => {
      const own = this.userSide(moment, moment.statistics(), user);
      const one = gatherSide(rating, [item]);
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

  /** k_i of all items at a moment. */
  words(moment: Moment): ItemWords {
    return this.itemSide(moment).words;
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
      disposeSide(items);
    }
  }

  private async scoreWith(
    from: Scorable,
    statistics: LogStatistics,
    items: ItemSide,
    user: number,
  ): Promise<Scores> {
    const { brain, catalogue } = this;
    const { weights, config } = brain;
    const parts = tidy(() => {
      const own = this.userSide(from, statistics, user);
      const { userBias, itemBias, dot, mlp, rating } = scoreItems(weights, config, own, items.rating);
      const state = tensor2d(from.state('user', user), [1, config.stateSize]);
      const { popularity, match } = items.choice;
      const states = reshape(matMul(choiceUsers(weights, state), match, false, true), [match.shape[0]]);
      const said = tensor1d(matchesOfOne(personWordsAt(catalogue, from, user), 0, items.words));
      const words = mul(said, weights['choice/words']);
      return concat([userBias, itemBias, dot, mlp, rating, popularity, states, words] as Tensor1D[]);
    });
    const values = (await parts.data()) as Float32Array;
    parts.dispose();
    const reviewed = reviewedBy(from, user);
    const all = Int32Array.from({ length: catalogue.item.count }, (_, item) => item);
    return rank(
      values,
      all.filter((item) => !reviewed.has(item)),
      1,
    );
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

  private itemSide(moment: Moment): ItemSide {
    const held = this.sides.get(moment.key);
    if (held) return held;
    const made = this.makeItemSide(moment, moment.statistics());
    this.sides.set(moment.key, made);
    return made;
  }

  private makeItemSide(from: Scorable, statistics: LogStatistics): ItemSide {
    const { brain, catalogue } = this;
    const { weights, config } = brain;
    const words = this.sayings.itemWords(from);
    const tensors = tidy(() => {
      const states = tensor2d(from.states('item'), [catalogue.item.count, config.stateSize]);
      return {
        rating: sideScores(weights, 'item', states, itemStatistics(config, statistics.items)),
        choice: choiceItems(weights, config, states, statistics.items),
      };
    });
    return { ...tensors, words };
  }
}

/** Items that a person has reviewed by a moment. */
export const reviewedBy = (moment: Scorable, user: number): Set<number> =>
  new Set(Array.from(moment.rowsOf('user', user), (row) => moment.world.columns.item[row]));

/** @param candidates items that the person has not reviewed, in any order */
function rank(values: Float32Array, candidates: Int32Array, times: number): Scores {
  const items = values.length / PARTS;
  const part = (k: number) => values.subarray(k * items, (k + 1) * items);
  const [popularity, states, words] = [part(5), part(6), part(7)];
  const choices = Float64Array.from(popularity, (p, item) => scoreOf(times, p, states[item], words[item]));
  const ranking = candidates.toSorted((a, b) => choices[b] - choices[a] || a - b);
  const ranks = new Int32Array(items);
  ranking.forEach((item, k) => {
    ranks[item] = k + 1;
  });
  return { values, times, choices, ranking, ranks };
}

/** The same where popularity counts otherwise. */
export const weighed = (scores: Scores, times: number): Scores =>
  times === scores.times ? scores : rank(scores.values, scores.ranking, times);

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

/** The choice score of one item, with its parts. */
export function choiceOf(catalogue: Catalogue, { values, times, choices }: Scores, item: number): Choice {
  const n = catalogue.item.count;
  const part = (k: number) => values[k * n + item];
  return { score: choices[item], times, popularity: part(5), states: part(6), words: part(7) };
}
