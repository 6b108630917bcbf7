import { weightsOf } from '../../src/recommenders/feedback';
import { groupRows, rowsOfEntity } from '../../src/recommenders/grouped';
import { type Constants, givenRatings, type History, type Person, type Tune } from './baseline';
import { type FitRanker, tuneRanker } from './ranker';
import { lengthOf, type TextRow, tfIdf, unit } from './tf-idf';

export interface ContentSettings {
  /**
   * How much a review counts in the profile of its writer: `liked`: 1 where the rating is relevant, else 0; `signed`: the
   * rating − the writer's shrunk mean in deviations + {@link LIFT}, cut at −1.5 and 2; `all`: 1.
   */
  readonly counts: 'liked' | 'signed' | 'all';
  /** Which reviews an item's profile is the sum of. */
  readonly of: 'all' | 'liked';
  /** Power of the length of that sum: 1 is the cosine, less favours items that are written about more. */
  readonly power: number;
  /** Whether the mean profile of all items is taken away from that of each: what everything speaks of tells nothing. */
  readonly centred: 'yes' | 'no';
  /** Words that stand in fewer reviews of the history are set aside… */
  readonly fewest: number;
  /** …and those that stand in a larger share of them. */
  readonly largest: number;
}

const LIFT = 0.3;
/** Ratings at the overall mean that a person's own mean is shrunk by. */
const PRIOR = 3;

const GRID = {
  counts: ['liked', 'signed', 'all'],
  of: ['all', 'liked'],
  power: [0, 0.25, 0.5, 0.75, 1],
  centred: ['yes', 'no'],
  fewest: [2, 8, 30],
  largest: [0.05, 0.1, 0.2, 0.4],
} as const;

/**
 * The TF-IDF profile of a person (what the reviews they wrote speak of) times that of each item (what reviews of it speak
 * of), which is of unit length but for `power`. Knows nothing of a person without words.
 */
export const fitContent =
  (config: Constants, { counts, of, power, centred, fewest, largest }: ContentSettings): FitRanker =>
  (history) => {
    const { rowOf, wordCount } = tfIdf(history.words, fewest, largest);
    const rows = history.words.map(rowOf);
    const written = (row: number) => rows[row].ids.length > 0;
    const weigh = weigher(config, history, counts);
    const items = groupRows(
      history.items,
      history.itemCount,
      (row) => written(row) && (of === 'all' || history.ratings[row] >= config.relevant),
    );
    const sums = Array.from({ length: history.itemCount }, (_, item) =>
      sumOf(Array.from(rowsOfEntity(items, item), (row) => rows[row])),
    );
    const profiles = sums.map(unit);
    const factors = sums.map((sum) => lengthOf(sum) ** (1 - power));
    const mean = new Float64Array(wordCount);
    if (centred === 'yes') for (const one of profiles) addTo(mean, one, 1 / profiles.length);
    const meanSquare = mean.reduce((sum, x) => sum + x * x, 0);
    // ‖k − mean‖, of a unit vector k.
    const norms = profiles.map((one) =>
      one.ids.length > 0 ? Math.sqrt(Math.max(1e-12, 1 - 2 * dot(one, mean) + meanSquare)) : 0,
    );
    const profile = new Float64Array(wordCount);
    return (person) => {
      const weights = weigh(person);
      const own = person.words.map(rowOf);
      if (own.every(({ ids }, k) => ids.length === 0 || weights[k] === 0)) return null;
      profile.fill(0);
      own.forEach((row, k) => {
        addTo(profile, row, weights[k]);
      });
      const usual = profile.reduce((sum, x, k) => sum + x * mean[k], 0);
      // An item without words is as far from everything as the mean.
      return Float64Array.from(profiles, (one, item) =>
        norms[item] > 0 ? (factors[item] * (dot(one, profile) - usual)) / norms[item] : 0,
      );
    };
  };

/** How much each review of a person counts in the person's profile. */
function weigher(
  { meanRating, relevant }: Constants,
  history: History,
  counts: ContentSettings['counts'],
): (person: Person) => Float64Array {
  if (counts !== 'signed') return ({ ratings }) => weightsOf(ratings, relevant, Number(counts === 'all'));
  // In deviations of the ratings, so that the cut means the same on every scale.
  const given = givenRatings(history);
  const squares = given.reduce((sum, rating) => sum + (rating - meanRating) ** 2, 0);
  const spread = Math.sqrt(squares / Math.max(1, given.length)) || 1;
  return ({ ratings }) => {
    const rated = Array.from(ratings).filter((rating) => !Number.isNaN(rating));
    const own = rated.reduce((sum, rating) => sum + rating - meanRating, 0) / (rated.length + PRIOR);
    return Float64Array.from(ratings, (rating) =>
      Number.isNaN(rating) ? 0 : Math.min(2, Math.max(-1.5, (rating - meanRating - own) / spread + LIFT)),
    );
  };
}

function sumOf(rows: readonly TextRow[]): TextRow {
  const sums = new Map<number, number>();
  for (const { ids, values } of rows)
    ids.forEach((id, k) => {
      sums.set(id, (sums.get(id) ?? 0) + values[k]);
    });
  const ids = Int32Array.from(sums.keys()).sort();
  return { ids, values: Float64Array.from(ids, (id) => sums.get(id)!) };
}

const addTo = (to: Float64Array, { ids, values }: TextRow, factor: number): void =>
  ids.forEach((id, k) => {
    to[id] += factor * values[k];
  });

const dot = ({ ids, values }: TextRow, dense: Float64Array): number => {
  let sum = 0;
  for (let k = 0; k < ids.length; k++) sum += values[k] * dense[ids[k]];
  return sum;
};

/** TF-IDF content: shows what is written about as what one liked is. */
export const tuneContent: Tune = (config, train, validation) =>
  tuneRanker(config, train, validation, {
    id: 'content',
    label: 'TF-IDF content',
    start: {
      counts: 'liked',
      of: 'liked',
      power: 0.25,
      centred: 'yes',
      fewest: 8,
      largest: 0.4,
    } as ContentSettings,
    grid: GRID,
    words: {
      counts: 'reviews counted:',
      of: 'of items:',
      power: 'power of the length',
      centred: 'centred:',
      fewest: 'words of at least so many reviews:',
      largest: 'of at most so large a share of them:',
    },
    ranker: (settings) => fitContent(config, settings),
  });
