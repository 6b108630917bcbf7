import { biasesOf } from '../../src/recommenders/bias';
import type { Constants, History } from './baseline';

/**
 * μ + b_u + b_i of each interaction of a history, computed without that interaction. Exact: the biases of the user's
 * other items do not rest on it. NaN where the interaction is not rated.
 */
export function leaveOneOutBias(config: Constants, history: History): Float64Array {
  const { items } = biasesOf(config, history);
  const n = history.users.length;
  const itemSums = new Float64Array(history.itemCount);
  const itemRated = new Float64Array(history.itemCount);
  const userSums = new Float64Array(history.userCount);
  const userRated = new Float64Array(history.userCount);
  for (let row = 0; row < n; row++) {
    const rating = history.ratings[row];
    if (Number.isNaN(rating)) continue;
    const item = history.items[row];
    itemSums[item] += rating - config.meanRating;
    itemRated[item]++;
    userSums[history.users[row]] += rating - config.meanRating - items.biases[item];
    userRated[history.users[row]]++;
  }
  return Float64Array.from({ length: n }, (_, row) => {
    const user = history.users[row];
    const item = history.items[row];
    const own = history.ratings[row] - config.meanRating;
    const itemBias = (itemSums[item] - own) / (itemRated[item] - 1 + config.damping.item);
    const userBias =
      (userSums[user] - own + items.biases[item]) / (userRated[user] - 1 + config.damping.user);
    return config.meanRating + userBias + itemBias;
  });
}
