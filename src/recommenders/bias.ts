import { type LogStatistics, logStatistics } from '../model/bias';
import type { Damping } from '../model/config';
import type { Pairs } from '../model/metrics';
import type { Side } from '../vocabulary';
import type { RatedHistory } from './grouped';

/** Pseudo-counts of the plain user and item bias. */
export type BiasDamping = Pick<Damping, Side>;

/** Damped item biases, then damped user biases: one pass, everybody on the same scale and equally reliable. */
export const biasesOf = (
  { meanRating, damping }: { readonly meanRating: number; readonly damping: BiasDamping },
  history: RatedHistory,
): LogStatistics =>
  logStatistics(
    { meanRating, damping: { ...damping, scale: null, reliability: null } },
    history,
    history.userCount,
    history.itemCount,
    undefined,
    1,
  );

/** μ + b_u + b_i of each pair, not clipped; an unknown entity has bias 0. */
export const biasRatings = (
  config: { readonly meanRating: number },
  { users, items }: LogStatistics,
  pairs: Pairs,
): Float64Array =>
  Float64Array.from(
    pairs.users,
    (user, k) => config.meanRating + (users.biases[user] ?? 0) + (items.biases[pairs.items[k]] ?? 0),
  );
