import type { HeldOut } from '../../src/model/metrics';
import { type BiasDamping, biasesOf, biasRatings } from '../../src/recommenders/bias';
import type { RatedHistory } from '../../src/recommenders/grouped';
import { baseRatings, baseStatistics, tuneBase } from '../tune-base';
import { type Constants, ratingBaseline, type Tune } from './baseline';
import { leastError } from './grid';

/** Pseudo-counts of either side that tuning tries. */
const DAMPINGS = [1, 2, 3, 4, 6, 8, 12, 16, 25];

/** The dampings with the smallest squared error on a validation part. */
export function tuneDamping(
  config: Omit<Constants, 'relevant'>,
  train: RatedHistory,
  validation: HeldOut,
): BiasDamping {
  const grid = DAMPINGS.flatMap((user) => DAMPINGS.map((item) => ({ user, item })));
  return leastError(
    grid,
    (damping) => {
      const tried = { ...config, damping };
      return biasRatings(tried, biasesOf(tried, train), validation);
    },
    validation,
  );
}

/** Damped user + item bias, the strongest simple baseline on ratings. */
export const tuneBias: Tune = (config, train, validation) => {
  const damping = tuneDamping(config, train, validation);
  const tuned = { ...config, damping };
  const settings = `Damping ${damping.user} for people and ${damping.item} for items, each from ${DAMPINGS.join(', ')}.`;
  const description = { id: 'bias', label: 'user + item bias', settings, tuned: damping };
  return ratingBaseline(tuned, description, (history) => {
    const biases = biasesOf(tuned, history);
    return (pairs) => biasRatings(tuned, biases, pairs);
  });
};

/** The residual base of DReX on its own: biases on each person's own scale, weighted by reliability. */
export const tuneOwnScale: Tune = (config, train, validation) => {
  const damping = tuneBase(config, train, validation);
  const settings = `Dampings by turns: user ${damping.user}, item ${damping.item}, scale ${damping.scale ?? 'off'}, reliability ${damping.reliability ?? 'off'}.`;
  const description = { id: 'own-scale', label: 'bias on own scale', settings };
  return ratingBaseline(config, description, (history) => {
    const base = baseStatistics(config, damping, history);
    return (pairs) => baseRatings(config, base, pairs);
  });
};
