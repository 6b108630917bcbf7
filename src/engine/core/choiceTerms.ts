import type { Contributions } from '../../model/attribution';
import type { ItemWords } from '../../model/keywordMatch';
import type { WordTerm } from '../answers';
import type { Catalogue } from './catalogue';
import type { Moment } from './moment';
import type { FullProfile } from './profile';

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
export const splitStates = (
  catalogue: Catalogue,
  moment: Moment,
  rows: Int32Array,
  item: number,
): SplitStates => sharesOf(moment.parts('user', rows), matchOf(catalogue, moment.state('item', item)).slope);

/** The same of parts that are known. */
export const sharesOf = ({ initial, steps }: Contributions, slope: Float64Array): SplitStates => ({
  initial: dot(initial, slope),
  reviews: steps.map((step) => dot(step, slope)),
});

/**
 * One part of the person's state against what the item's state is the sum of: its reviews' shares in order, and what is left
 * of i_0. Exact, since K is linear too.
 * @param part of the person's state [D]: what is left of u_0, or what a review left
 */
export function splitPairs(catalogue: Catalogue, part: Float64Array, parts: Contributions): SplitStates {
  const D = part.length;
  const own = weightOf(catalogue, 'choice/user/kernel');
  const kernel = weightOf(catalogue, 'choice/item/kernel');
  const side = new Float64Array(D);
  for (let d = 0; d < D; d++)
    for (let e = 0; e < D; e++) side[e] += (part[d] * own[d * D + e]) / Math.sqrt(D);
  const slope = Float64Array.from({ length: D }, (_, d) => dot(kernel.subarray(d * D, (d + 1) * D), side));
  return sharesOf(parts, slope);
}

const dot = (a: Float32Array | Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let d = 0; d < b.length; d++) sum += a[d] * b[d];
  return sum;
};

/** An item's side of the match of states, and how much the match grows with each dimension of a person's state; both [D]. */
export interface MatchOf {
  /** K i */
  readonly side: Float64Array;
  /** Q K i/√D */
  readonly slope: Float64Array;
}

/** @param state of the item, or a part of it [D] */
export function matchOf(catalogue: Catalogue, state: Float32Array | Float64Array): MatchOf {
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

/** @throws Error naming the weight that a bundle lacks */
export function weightOf({ bundle }: Catalogue, name: string): Float32Array {
  const values = bundle.weights.get(name);
  if (!values) throw new Error(`the bundle has no weight ${name}`);
  return values;
}
