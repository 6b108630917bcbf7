import { type LogStatistics, statisticsOfItems, statisticsOfUsers } from '../model/bias';
import type { ModelConfig } from '../model/config';
import type { States } from '../model/replay';
import { itemStatistics, scorePairs, sideScores, userStatistics } from '../model/score';
import type { Weights } from '../model/weights';
import type { PeopleAsSeen } from './form';
import { gather, type Tensor1D, tensor1d, tidy } from './tf';

/**
 * Predicted ratings [n] of pairs from states and the statistics of the same history; not clipped.
 * @param asSeen how items see people; as they are where left out.
 */
export function predictPairs(
  weights: Weights,
  config: ModelConfig,
  states: States,
  statistics: LogStatistics,
  users: Int32Array,
  items: Int32Array,
  asSeen: PeopleAsSeen | null = null,
): Tensor1D {
  return tidy(() => {
    const ofUsers = userStatistics(config, statisticsOfUsers(statistics.users, users));
    const ofItems = itemStatistics(config, statisticsOfItems(statistics.items, items));
    const userStates = gather(states.users, tensor1d(users, 'int32'));
    const itemStates = gather(states.items, tensor1d(items, 'int32'));
    return scorePairs(
      weights,
      config,
      sideScores(weights, 'user', asSeen ? asSeen(userStates, itemStates, users) : userStates, ofUsers),
      sideScores(weights, 'item', itemStates, ofItems),
    ).rating;
  });
}
