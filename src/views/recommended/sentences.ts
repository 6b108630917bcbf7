import type { Choice, WordTerm } from '../../engine/answers';

/** The parts of a choice score, in the order in which they are added. */
export const partsOf = ({ popularity, states, words }: Choice): readonly number[] => [
  popularity,
  states,
  words,
];

/** Scales that all choice scores of a list have in common. */
export interface ChoiceScale {
  /** Least and most that a sum comes to on its way, 0 between them. */
  readonly low: number;
  readonly high: number;
  /** The largest part. */
  readonly reach: number;
}

export function scaleOf(list: readonly Choice[]): ChoiceScale {
  const sums = list.flatMap((choice) => {
    let sum = 0;
    return partsOf(choice).map((part) => {
      sum += part;
      return sum;
    });
  });
  const parts = list.flatMap(partsOf).map(Math.abs);
  return {
    low: Math.min(0, ...sums),
    high: Math.max(1e-9, ...sums),
    reach: Math.max(1e-9, ...parts),
  };
}

/** What all words but some bring to the keyword match. */
export const otherWords = ({ words }: Choice, named: readonly WordTerm[]): number =>
  words - named.reduce((sum, { value }) => sum + value, 0);
