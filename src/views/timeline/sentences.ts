import type { Change } from '../../engine/change';
import type { LeaveOneOut } from '../../engine/questions/leaveOneOut';
import type { Timeline, TimelineEntry } from '../../engine/questions/timeline';
import type { DatasetInfo } from '../../engine/start';
import { COMPARED } from '../../session/compare';
import { liking } from '../../ui/colors';
import { count, distance, numberWord } from '../../ui/format';
import type { Side } from '../../vocabulary';
import { changesAtTop } from '../change/slopes';
import { faded, heaviestHalf } from '../shared/half';

/** How many of the heaviest interactions hold half of what is left, in words. */
export function headline({ name, entries }: Timeline, side: Side): string {
  const happened = entries.filter((one) => one.happened);
  if (happened.length === 0) return `Nothing has happened yet: ${name} stands where everybody starts`;
  if (faded(happened)) return `Nothing is left of any review in what the model knows of ${name}`;
  if (happened.length === 1) return `One review is all that the model knows of ${name}`;
  const n = heaviestHalf(happened).length;
  const whose = side === 'user' ? `by ${name}` : `of ${name}`;
  return `${numberWord(n)} of ${count(happened.length)} reviews ${whose} ${n === 1 ? 'holds' : 'hold'} half of what is remembered${side === 'user' ? '' : ' of it'}`;
}

/** Whose absence would change most, in words. */
export function withoutHeadline({ entries }: Timeline, report: LeaveOneOut, side: Side): string {
  const [most] = report.entries.toSorted((a, b) => b.moved - a.moved);
  const entry = entries.find(({ key }) => key === most?.key);
  if (!most || !entry) return 'Nothing has happened yet that could be left out';
  const name = side === 'user' ? entry.itemName : `the review by “${entry.personLabel}”`;
  return `Without ${name} the embedding would lie ${distance(most.moved)} away, further than without any other`;
}

/** Modalities that an interaction carries, of those that it could. */
export function carried(entry: TimelineEntry, aspects: number): { given: number; possible: number } {
  const off = new Set(entry.muted);
  const given = [
    entry.words > 0 && !off.has('text'),
    entry.rating !== null && !off.has('rating'),
    aspects > 0 && entry.aspects.some((a) => a !== null) && !off.has('aspects'),
  ].filter(Boolean).length;
  return { given, possible: aspects > 0 ? 3 : 2 };
}

/** How far a rating lies from the mean, as colours of liking have it; null where none is given. */
export const likedAt = (
  rating: number | null,
  { rating: scale, meanRating }: Pick<DatasetInfo, 'rating' | 'meanRating'>,
): string =>
  rating === null ? 'var(--neutral)' : liking((rating - meanRating) / Math.max(scale.max - meanRating, 0.1));

/** How many of the first ones are others. */
export function comparedTitle({ ranks }: Change): string {
  const { fresh } = changesAtTop(ranks, COMPARED);
  if (fresh === 0) return `The same ${COMPARED} come first on both sides`;
  return `${numberWord(fresh)} of the first ${COMPARED} on the right ${fresh === 1 ? 'is' : 'are'} further down on the left`;
}
