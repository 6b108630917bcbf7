import type { HistoryEntry } from '../../engine/answers';
import { day, given } from '../../ui/format';

/** A review of somebody in a line, where one is chosen: “Jungle, 1 May 1906, rated 4.0, written here”. */
export const entryWords = ({
  itemName,
  time,
  rating,
  simulated,
}: Pick<HistoryEntry, 'itemName' | 'time' | 'rating' | 'simulated'>): string =>
  [
    itemName,
    time === null ? '' : day(time),
    rating === null ? '' : `rated ${given(rating)}`,
    simulated ? 'written here' : '',
  ]
    .filter(Boolean)
    .join(', ');
