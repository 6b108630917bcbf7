import type { Choice } from './answers';

/**
 * How many times p(i) may count in the choice score, from everyone’s list to what is a person’s own alone: 1 as trained, 0
 * not at all; at infinity nothing else counts. No other term is touched.
 */
export const DIAL: readonly number[] = [Number.POSITIVE_INFINITY, 4, 2, 1, 0.5, 0.25, 0];

/** s(u, i) where popularity counts so many times. */
export const scoreOf = (times: number, popularity: number, states: number, words: number): number =>
  times === Number.POSITIVE_INFINITY ? popularity : times * popularity + states + words;

/** What a choice score is the sum of: popularity, match of the states, match of the words. */
export const partsOf = ({
  times,
  popularity,
  states,
  words,
}: Omit<Choice, 'score'>): readonly [number, number, number] =>
  times === Number.POSITIVE_INFINITY ? [popularity, 0, 0] : [times * popularity, states, words];
