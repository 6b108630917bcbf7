import type { FeedbackPoint, FeedbackProgress, FeedbackStill } from '../../engine/questions/feedbackLoop';
import type { CurvePoint, Series } from '../../ui/curves/curves';
import type { Panel } from '../../ui/curves/Panels';
import { arrow, count, distance, fixed, moveOf, percent } from '../../ui/format';
import { Term } from '../../ui/Term';

/** What is measured of the data set. */
export interface LoopScale {
  readonly items: number;
  readonly noun: string;
  /** What the one is called who goes through the rounds. */
  readonly kind: string;
  readonly stateSize: number;
  readonly rating: { readonly min: number; readonly max: number };
}

type Measure = (point: FeedbackPoint) => number | null;

const single = (x: number, value: number | null): CurvePoint[] =>
  value === null ? [] : [{ x, value, low: value, high: value }];

/** The person who takes the first, those who draw, and, where it says something, nothing fed back. */
function seriesOf(
  progress: FeedbackProgress,
  measure: Measure,
  still?: (point: FeedbackStill) => number | null,
) {
  const { first, draws } = progress;
  const spread = (x: number): CurvePoint[] => {
    const values = draws.map(({ points }) => measure(points[x])).filter((value) => value !== null);
    if (values.length === 0) return [];
    const value = values.reduce((sum, one) => sum + one, 0) / values.length;
    return [{ x, value, low: Math.min(...values), high: Math.max(...values) }];
  };
  const lines: Series[] = [
    {
      key: 'first',
      label: 'takes the first',
      style: 0,
      band: false,
      points: first.points.flatMap((point, x) => single(x, measure(point))),
    },
    {
      key: 'draws',
      label: 'draws from the whole list',
      style: 1,
      band: true,
      points: first.points.flatMap((_, x) => spread(x)),
    },
  ];
  if (still)
    lines.push({
      key: 'still',
      label: 'nothing fed back',
      style: 2,
      band: false,
      points: progress.still.flatMap((point, x) => single(x, still(point))),
    });
  return lines;
}

const orUnknown = (value: number | null | undefined, digits: number): string =>
  value === null || value === undefined ? 'unknown' : fixed(value, digits);

/** What happened, one measure a panel. */
export function loopPanels(progress: FeedbackProgress, scale: LoopScale): Panel[] {
  const { points } = progress.first;
  const [start, end] = [points[0], points[points.length - 1]];
  const share = ({ coverage }: FeedbackStill) => 100 * coverage;
  const diversity = (point: FeedbackStill) => point.diversity;
  const rating = (point: FeedbackStill) => point.rating;
  const panels: Panel[] = [
    {
      key: 'coverage',
      title: `Coverage: ${count(Math.round(end.coverage * scale.items))} of ${count(scale.items)} ${scale.noun}`,
      meaning: `All that has been in the top ten so far, as a share of all ${scale.noun}. What is reviewed leaves the list, so taking the first lets one more in each round, even with nothing fed back.`,
      yLabel: `% of all ${scale.noun}`,
      series: seriesOf(progress, share, share),
      holds: [0],
      digits: 2,
    },
    {
      key: 'diversity',
      title: `Diversity: ${orUnknown(start.diversity, 3)} → ${orUnknown(end.diversity, 3)}`,
      meaning:
        'Mean of 1 − cosine over all pairs in the top ten, between the mean text vectors of their reviews, as diversity@10 in the evidence: 0 where all are described alike.',
      yLabel: 'mean 1 − cosine, from 0 to 2',
      series: seriesOf(progress, diversity, diversity),
      holds: [0],
      digits: 4,
    },
    {
      key: 'drift',
      title: `Drift: ${distance(end.drift)}`,
      meaning: (
        <>
          Euclidean distance of the {scale.kind}’s <Term name="embedding">state</Term> from the state at the
          start, in all {scale.stateSize} dimensions.
        </>
      ),
      yLabel: 'distance, in units of the state',
      series: seriesOf(progress, (point) => point.drift),
      holds: [0],
      digits: 3,
    },
    {
      key: 'top',
      title: `Kept: ${percent(end.top)} of the starting top ten`,
      meaning: `Share of the starting top ten that is in the top ten now. What the ${scale.kind} took is left out of both lists, so that only the order counts.`,
      yLabel: 'share, from 0 to 1',
      series: seriesOf(progress, (point) => point.top),
      holds: [0, 1],
      digits: 2,
    },
    {
      key: 'rating',
      title: `Promised: ${arrow(moveOf(start.rating, end.rating))}`,
      meaning: `Mean predicted rating of the top ten. The list is not sorted by it, so it may fall while the list suits the ${scale.kind} better.`,
      yLabel: `predicted rating, on the scale ${scale.rating.min} to ${scale.rating.max}`,
      series: seriesOf(progress, rating, rating),
      holds: [],
      digits: 3,
    },
  ];
  if (end.words !== null)
    panels.splice(4, 0, {
      key: 'words',
      title: `Kept: ${percent(end.words)} of the keyword profile`,
      meaning: (
        <>
          What the <Term name="keyword profile" /> shares with the starting one, as the sum of the smaller
          weights. Ratings bring no words; they move the {scale.kind}’s own level, and with it how much the
          words of earlier reviews count.
        </>
      ),
      yLabel: 'share, from 0 to 1',
      series: seriesOf(progress, (point) => point.words),
      holds: [0, 1],
      digits: 3,
    });
  return panels;
}
