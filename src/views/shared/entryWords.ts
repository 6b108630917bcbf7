import type { HistoryEntry } from '../../engine/answers';
import { day, given } from '../../ui/format';

/**
 * A review of somebody in a line, where one is chosen: “1 May 1906: Jungle, rated 4.0, written here”. Where there is little
 * room its end is cut: the date comes first.
 */
export const entryWords = ({
  itemName,
  time,
  rating,
  simulated,
}: Pick<HistoryEntry, 'itemName' | 'time' | 'rating' | 'simulated'>): string =>
  (time === null ? '' : `${day(time)}: `) +
  [itemName, rating === null ? '' : `rated ${given(rating)}`, simulated ? 'written here' : '']
    .filter(Boolean)
    .join(', ');
