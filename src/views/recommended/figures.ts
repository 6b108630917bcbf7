import { partsOf } from '../../engine/choice';
import type { Popular, Recommendation, View } from '../../engine/questions/view';
import { type BarFigure, FOR_AND_AGAINST, fromZero, stacked } from '../../ui/figure/bars';
import type { Column } from '../../ui/figure/figure';
import { hundredths, signed } from '../../ui/format';
import { timesWords } from '../shared/reasonWords';

type Scored = Pick<Recommendation, 'rank' | 'item' | 'choice' | 'prediction'>;

/** A list as numbers: places, scores, and the three parts of each. */
export const LIST_COLUMNS: readonly Column<Scored>[] = [
  { head: 'place', value: ({ rank }) => rank },
  { head: 'item', value: ({ item }) => item.name },
  { head: 'choice score', value: ({ choice }) => choice.score },
  { head: 'popularity, as counted', value: ({ choice }) => partsOf(choice)[0] },
  { head: 'match of states', value: ({ choice }) => partsOf(choice)[1] },
  { head: 'match of words', value: ({ choice }) => partsOf(choice)[2] },
  { head: 'predicted rating', value: ({ prediction }) => prediction.rating },
];

/** The same for paper: the three parts of each score on one axis, and the mean of all that is ranked. */
export function listFigure(list: readonly Scored[], average: View['average']): BarFigure {
  const times = list[0]?.choice.times ?? 1;
  return {
    axis: 'choice score, no unit',
    tones: [
      {
        name:
          times === 1 || times === Number.POSITIVE_INFINITY
            ? 'popularity'
            : `popularity, counted ${timesWords(times)}`,
        color: 'var(--soft)',
        shape: 'hollow',
      },
      { name: 'match of states', color: 'var(--item)' },
      { name: 'match of words', color: 'var(--person)' },
    ],
    markName: 'choice score, their sum',
    reference: { name: `mean of all, ${hundredths(average.score)}`, at: average.score },
    rows: list.map(({ rank, item, choice }) => ({
      name: `${rank}  ${item.name}`,
      bars: stacked(partsOf(choice)),
      mark: choice.score,
      text: hundredths(choice.score),
    })),
  };
}

/** Everyone’s list for paper. */
export const everyoneFigure = (list: readonly Popular[]): BarFigure => ({
  axis: 'popularity, in units of the choice score',
  tones: FOR_AND_AGAINST,
  rows: list.map(({ item, popularity }, k) => ({
    name: `${k + 1}  ${item.name}`,
    bars: fromZero(popularity, popularity < 0 ? 1 : 0),
    text: signed(popularity),
  })),
});
