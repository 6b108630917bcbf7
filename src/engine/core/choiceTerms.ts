import type { ItemWords } from '../../model/keywordMatch';
import type { WordTerm } from '../answers';
import type { Catalogue } from './catalogue';
import type { Moment } from './moment';
import type { FullProfile } from './profile';
import { weightOf } from './waterfall';

/** The match of words of one pair, κ·⟨k_u, k_i⟩, taken apart. */
export interface SplitWords {
  /** Of each word of the item's profile that the person's has too, furthest from 0 first. */
  readonly terms: readonly WordTerm[];
  /** What the item's profile does not speak of, all words of the person's together. */
  readonly notSpokenOf: number;
}

export function splitWords(
  { bundle }: Catalogue,
  person: FullProfile,
  { unit, mean, norms }: ItemWords,
  item: number,
): SplitWords {
  const [kappa = 0] = bundle.weights.get('choice/words') ?? [];
  const scale = norms[item] > 0 ? kappa / norms[item] : 0;
  const spoken = new Map<number, number>();
  for (let k = unit.offsets[item]; k < unit.offsets[item + 1]; k++)
    spoken.set(unit.words[k], unit.weights[k]);
  const terms: WordTerm[] = [];
  let notSpokenOf = 0;
  for (const [word, own] of person.weights) {
    const said = spoken.get(word);
    const value = scale * own * ((said ?? 0) - mean[word]);
    if (said === undefined) notSpokenOf += value;
    else terms.push({ word: bundle.vocabulary.word[word], value, person: own, item: said });
  }
  terms.sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.word.localeCompare(b.word));
  return { terms, notSpokenOf };
}

/** The match of the states of one pair, ⟨Q u, K i⟩/√D, over what the person's state is the sum of. */
export interface SplitStates {
  /** What is left of u_0. */
  readonly initial: number;
  /** Of each of the person's rows, oldest first. */
  readonly reviews: readonly number[];
}

/** Exact, since Q has neither bias nor activation: plain arithmetic in Float64. */
export function splitStates(
  catalogue: Catalogue,
  moment: Moment,
  rows: Int32Array,
  item: number,
): SplitStates {
  const { slope } = matchOf(catalogue, moment.state('item', item));
  const share = (part: ArrayLike<number>): number => slope.reduce((sum, s, d) => sum + s * part[d], 0);
  const { initial, steps } = moment.parts('user', rows);
  return { initial: share(initial), reviews: steps.map(share) };
}

/** An item's side of the match of states, and how much the match grows with each dimension of a person's state; both [D]. */
export interface MatchOf {
  /** K i */
  readonly side: Float64Array;
  /** Q K i/√D */
  readonly slope: Float64Array;
}

/** @param state of the item [D] */
export function matchOf(catalogue: Catalogue, state: Float32Array): MatchOf {
  const D = state.length;
  const own = weightOf(catalogue, 'choice/user/kernel');
  const kernel = weightOf(catalogue, 'choice/item/kernel');
  const side = new Float64Array(D);
  for (let d = 0; d < D; d++) for (let e = 0; e < D; e++) side[e] += state[d] * kernel[d * D + e];
  const slope = new Float64Array(D);
  for (let d = 0; d < D; d++)
    for (let e = 0; e < D; e++) slope[d] += (own[d * D + e] * side[e]) / Math.sqrt(D);
  return { side, slope };
}
