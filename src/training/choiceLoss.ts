import type { LogStatistics } from '../model/bias';
import { choiceItems, choiceScores, choiceUsers } from '../model/choice';
import type { ModelConfig } from '../model/config';
import { personWords, type SparseRows } from '../model/keywordMatch';
import type { States } from '../model/replay';
import { deviationsOf } from '../model/signs';
import type { Weights } from '../model/weights';
import {
  add,
  gather,
  logSoftmax,
  mul,
  oneHot,
  type Scalar,
  sum,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
} from './tf';
import { type Worlds, wordMatcher } from './worlds';

/** Interactions as the choice score needs them beside the states. */
export interface ChoiceLog {
  readonly users: Int32Array;
  readonly items: Int32Array;
  /** NaN where not rated. */
  readonly ratings: Float64Array;
  /** Rating that the text alone tells; NaN without text. */
  readonly told: Float64Array;
  /** m_τ of each. */
  readonly said: SparseRows;
}

/** ⟨k_u, k_i⟩ of the people asked for and all items [asked, items], from a log; see {@link wordMatcher}. */
export function wordMatches(
  { users, items, ratings, told, said }: ChoiceLog,
  mean: number,
  counts: { readonly people: number; readonly items: number; readonly words: number },
  asked: ArrayLike<number>,
  worlds?: Worlds,
): Float32Array {
  const deviations = deviationsOf(users, ratings, told, mean, counts.people);
  const people = personWords(said, users, deviations, counts.people, counts.words);
  const matchOf = wordMatcher(said, items, counts, worlds);
  const found = new Float32Array(asked.length * counts.items);
  for (let k = 0; k < asked.length; k++) found.set(matchOf(people, asked[k]), k * counts.items);
  return found;
}

/** Liked pairs to tell from all other items, and what is known of everybody without them. */
export interface ChoiceQuery {
  readonly users: Int32Array;
  readonly items: Int32Array;
  /** What each query counts: 1 for what was liked. */
  readonly counts: Float32Array;
  /** ⟨k_u, k_i⟩ of each query's person with all items [queries, items]; null where words do not count. */
  readonly words: Float32Array | null;
  /** 0, or −10⁹ where the support part has shown the item to the person, or it is of another world [queries, items]. */
  readonly seen: Float32Array;
}

/** Mean cross-entropy of the held-out items in the softmax over the catalogue. */
export const choiceLoss = (
  weights: Weights,
  config: ModelConfig,
  states: States,
  statistics: LogStatistics,
  { users, items, counts, words, seen }: ChoiceQuery,
): Scalar =>
  tidy(() => {
    const n = statistics.items.counts.length;
    const own = gather(choiceUsers(weights, states.users), tensor1d(users, 'int32')) as Tensor2D;
    const ofItems = choiceItems(weights, config, states.items, statistics.items);
    const scores = choiceScores(weights, own, ofItems, words && tensor2d(words, [users.length, n]));
    const chances = logSoftmax(add(scores, tensor2d(seen, [users.length, n])) as Tensor2D);
    const chosen = mul(chances, oneHot(tensor1d(items, 'int32'), n)) as Tensor2D;
    const total = counts.reduce((all, count) => all + count, 0);
    const weighted = mul(sum(chosen, 1), tensor1d(counts));
    return mul(sum(weighted), -1 / Math.max(total, 1e-6)) as Scalar;
  });
