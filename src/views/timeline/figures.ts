import type { TimelineEntry } from '../../engine/questions/timeline';
import type { BarFigure } from '../../ui/figure/bars';
import { fromZero } from '../../ui/figure/bars';
import { given, wholePercent } from '../../ui/format';
import { likedAt } from './sentences';

interface Half {
  readonly shown: readonly TimelineEntry[];
  /** What is not shown one by one. */
  readonly together: readonly { readonly what: string; readonly share: number }[];
  readonly nameOf: (one: TimelineEntry) => string;
  readonly dataset: Parameters<typeof likedAt>[1];
}

const ratingWords = (rating: number | null): string => (rating === null ? 'no rating' : given(rating));

/** The reviews that hold half of what is left, for paper: a bar each, in the colour of its rating. */
export function halfFigure({ shown, together, nameOf, dataset }: Half): BarFigure {
  const ratings = [...new Set(shown.map(({ rating }) => rating))].sort((a, b) => (a ?? 0) - (b ?? 0));
  return {
    axis: 'share of all that is left of the reviews, in percent',
    tick: wholePercent,
    keyHead: 'colour: rating',
    tones: [
      ...ratings.map((rating) => ({ name: ratingWords(rating), color: likedAt(rating, dataset) })),
      { name: 'several reviews together', color: 'var(--soft)', shape: 'hollow' },
    ],
    rows: [
      ...shown.map((one) => ({
        name: nameOf(one),
        bars: fromZero(one.share, ratings.indexOf(one.rating)),
        text: wholePercent(one.share),
      })),
      ...together.map(({ what, share }) => ({
        name: what,
        bars: fromZero(share, ratings.length),
        text: wholePercent(share),
      })),
    ],
  };
}
