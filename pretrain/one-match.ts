import type { Weights, WeightValues } from '../src/model/weights';
import { mul } from './tf';

/** The match of the states alone, or that of the words alone. */
export type Match = 'states' | 'words';

/** The weight without which a match is zero. Q alone is enough: a state match is ⟨Q u, K i⟩/√D. */
const LACKS = { states: 'choice/words', words: 'choice/user/kernel' } as const;

/** Weights of a choice score with one match only: nothing else needs to know. */
export function zeroMatch(match: Match | undefined, values: WeightValues): WeightValues {
  if (!match) return values;
  const name = LACKS[match];
  return { ...values, [name]: values[name].map(() => 0) };
}

/** The same of weights in training: no gradient reaches the weight that is lacking, so it stays at zero. */
export function hideMatch(match: Match | undefined, weights: Weights): Weights {
  if (!match) return weights;
  const name = LACKS[match];
  return { ...weights, [name]: mul(weights[name], 0) };
}
