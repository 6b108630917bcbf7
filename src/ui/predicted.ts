import type { Prediction } from '../engine/answers';
import type { Scale } from '../engine/start';
import { rating } from './format';

/**
 * Predicted ratings in words. There is more than one of a pair: what is expected without the person's own review of the item,
 * and what the model holds once that review counts. Each is named for what it is.
 */

type OwnReview = Pick<Prediction, 'ownReview'>;
const counts = ({ ownReview }: OwnReview): boolean => ownReview === 'counted';

/**
 * What is added wherever a prediction, or one of two, counts the very review it is about; empty where none does.
 * @param kind what whoever wrote it is called: "person", "critic"
 */
export function ownCounted(kind: string, first: OwnReview, second?: OwnReview): string {
  const own = `This ${kind}’s own review of it counts`;
  if (!second) return counts(first) ? `${own} here.` : '';
  if (counts(first)) return counts(second) ? `${own} in both.` : `${own} in the first.`;
  return counts(second) ? `${own} in the second.` : '';
}

/** The sum of the parts, where the end of the scale cuts it so that one sees; null elsewhere. */
export const cutSum = ({ raw, rating: shown }: Pick<Prediction, 'raw' | 'rating'>): string | null =>
  rating(raw) === rating(shown) ? null : rating(raw);

/** "5, the top of the scale" */
export const endOfScale = (
  { raw, rating: shown }: Pick<Prediction, 'raw' | 'rating'>,
  { min, max }: Pick<Scale, 'min' | 'max'>,
): string => (raw > shown ? `${max}, the top of the scale` : `${min}, the bottom of the scale`);
