import { statisticsOfItems, statisticsOfUsers } from '../../model/bias';
import {
  effectsOf,
  type ReviewContext,
  ratingsAfter,
  sharesOf,
  versionCount,
  versionsOf,
} from '../../model/effects';
import { feedbackTensors, toFeedbackBatch } from '../../model/features';
import { itemStatistics, userStatistics } from '../../model/score';
import { encodeText, padTokens } from '../../model/text';
import { type Tensor1D, tensor2d, tidy } from '../../model/tf';
import type { Brain } from './brain';
import type { Catalogue } from './catalogue';
import type { ResolvedEvent } from './log';
import { type Moment, stateAt } from './moment';
import type { PreparedText } from './readText';

/**
 * Ratings of the versions of a review [2·length + 2] that tell what its words do, see `effects.ts`; the review comes just
 * after a moment. As many versions as the padded length has room for: a new number of rows makes a GPU compile anew.
 */
export function versionRatings(
  brain: Brain,
  catalogue: Catalogue,
  moment: Moment,
  { event, user, item }: ResolvedEvent,
  text: PreparedText,
): Tensor1D {
  const { config, weights } = brain;
  const { length } = text.batch;
  const versions = versionsOf(text.ids);
  const rows = versionCount(length);
  const padded = [...versions, ...Array.from({ length: rows - versions.length }, () => [])];
  return tidy(() => {
    const { users, items } = moment.statistics();
    const state = (side: 'user' | 'item', entity: number) =>
      tensor2d(stateAt(catalogue, moment, side, entity), [1, config.stateSize]);
    const [ratings, presence] = feedbackTensors(config, toFeedbackBatch(config, [event], [true]));
    const context: ReviewContext = {
      ratings,
      presence,
      users: state('user', user),
      items: state('item', item),
      ofUsers: userStatistics(config, statisticsOfUsers(users, Int32Array.of(user))),
      ofItems: itemStatistics(config, statisticsOfItems(items, Int32Array.of(item))),
    };
    const { vector } = encodeText(weights, config, padTokens(padded, length));
    return ratingsAfter(weights, config, context, vector, new Int32Array(rows));
  });
}

/** Share of each word within the model's limit in the effects of all, from {@link versionRatings} read back. */
export const sharesOfWords = (text: PreparedText, ratings: Float32Array): Float64Array =>
  sharesOf(effectsOf(ratings.subarray(0, versionCount(text.ids.length))));
