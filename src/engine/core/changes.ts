import { norm } from '../../model/attribution';
import type { Side } from '../../vocabulary';
import type {
  Cause,
  Change,
  Gates,
  RankChange,
  SideChange,
  StateChange,
  StateMove,
  WordChange,
} from '../change';
import type { Catalogue } from './catalogue';
import { type Ground, wholeNumber } from './ground';
import type { CellTrace, Moment } from './moment';
import type { FullProfile } from './profile';
import { choiceOf, predictionOf, type Scores, weighed } from './scores';
import { itemSummary } from './summaries';

/** Words whose weight changed most, as many as fit a chart. */
const WORDS = 24;
/** Words of two profiles side by side. */
const HEAVIEST = 14;

/** For whom two moments are compared. */
export interface Compared {
  readonly person: string;
  /** May be null. */
  readonly item: string | null;
  /** Length of the list that is compared. */
  readonly k: number;
  /** How many times popularity counts in it; once where left out. */
  readonly times?: number;
}

/** @param row of the later moment, the interaction that makes the difference; null where none does */
export async function changeBetween(
  ground: Ground,
  before: Moment,
  after: Moment,
  { person, item: chosen, k, times = 1 }: Compared,
  row: number | null = null,
): Promise<Change> {
  wholeNumber(k, 'k');
  const { catalogue, profiles } = ground;
  const item = chosen === null ? null : ground.item(chosen);
  // A new person may have another row, or none, in the other log.
  const users = { before: ground.person(before, person), after: ground.person(after, person) };
  const scoresBefore = weighed(await ground.scores(before, users.before), times);
  const scoresAfter = weighed(await ground.scores(after, users.after), times);
  const sideChange = (side: Side, earlier: number, later: number): SideChange => ({
    ...stateMove(before.state(side, earlier), after.state(side, later)),
    ...wordChanges(catalogue, profiles.of(before, side, earlier), profiles.of(after, side, later)),
  });
  return {
    person: sideChange('user', users.before, users.after),
    item:
      item === null
        ? null
        : {
            ...sideChange('item', item, item),
            prediction: {
              before: predictionOf(catalogue, scoresBefore, item),
              after: predictionOf(catalogue, scoresAfter, item),
            },
            choice: {
              before: choiceOf(catalogue, scoresBefore, item),
              after: choiceOf(catalogue, scoresAfter, item),
            },
            rank: { before: scoresBefore.ranks[item] || null, after: scoresAfter.ranks[item] || null },
          },
    ranks: rankChanges(catalogue, after, scoresBefore, scoresAfter, k),
    cause: row === null ? null : causeOf(before, after, row),
  };
}

function causeOf(before: Moment, after: Moment, row: number): Cause {
  const { scenario } = after.world;
  const pair = scenario.pair(row);
  const moved = (side: Side) => apart(before.state(side, pair[side]), after.state(side, pair[side]));
  return {
    key: scenario.interaction(row).key,
    moved: { user: moved('user'), item: moved('item') },
    gates: { user: gatesOf(after.cell('user', row)), item: gatesOf(after.cell('item', row)) },
  };
}

/** ‖b − a‖ of two states [D]. */
export const apart = (a: Float32Array, b: Float32Array): number => norm(b.map((value, d) => value - a[d]));

function stateMove(before: Float32Array, after: Float32Array): StateMove {
  const distance = apart(before, after);
  const length = norm(before);
  return {
    before: Array.from(before),
    after: Array.from(after),
    distance,
    relative: length > 0 ? distance / length : 0,
  };
}

const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const gatesOf = ({ update, reset }: CellTrace): Gates => ({
  update: Array.from(update),
  reset: Array.from(reset),
  updateGate: mean(update),
  resetGate: mean(reset),
});

/** How a cell moved its state. */
export const stateChange = (cell: CellTrace): StateChange => ({
  ...stateMove(cell.before, cell.after),
  ...gatesOf(cell),
});

/** The larger of both weights, liked or disliked. */
const heaviness = ({ before, after }: WordChange): number => Math.max(Math.abs(before), Math.abs(after));

/** Words of either profile. */
function wordChanges(
  { bundle }: Catalogue,
  { weights: earlier }: FullProfile,
  { weights: later }: FullProfile,
): Pick<SideChange, 'words' | 'heaviest'> {
  const all = Array.from(new Set([...later.keys(), ...earlier.keys()]), (word) => ({
    word: bundle.vocabulary.word[word],
    before: earlier.get(word) ?? 0,
    after: later.get(word) ?? 0,
  }));
  return {
    words: all
      .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
      .slice(0, WORDS),
    heaviest: all.toSorted((a, b) => heaviness(b) - heaviness(a)).slice(0, HEAVIEST),
  };
}

/** Items that stand among the first k before or after, by rank after. */
function rankChanges(
  catalogue: Catalogue,
  after: Moment,
  scoresBefore: Scores,
  scoresAfter: Scores,
  k: number,
): RankChange[] {
  const items = new Set([...scoresAfter.ranking.subarray(0, k), ...scoresBefore.ranking.subarray(0, k)]);
  const last = catalogue.item.count + 1;
  const places = {
    before: placesAmongOpen(scoresBefore, scoresAfter),
    after: placesAmongOpen(scoresAfter, scoresBefore),
  };
  return Array.from(items, (item) => ({
    item: itemSummary(catalogue, after.census(), item),
    before: scoresBefore.ranks[item] || null,
    after: scoresAfter.ranks[item] || null,
    placeBefore: places.before.get(item) ?? null,
    placeAfter: places.after.get(item) ?? null,
    choiceBefore: scoresBefore.choices[item],
    choiceAfter: scoresAfter.choices[item],
    ratingBefore: predictionOf(catalogue, scoresBefore, item).rating,
    ratingAfter: predictionOf(catalogue, scoresAfter, item).rating,
  })).sort((a, b) => (a.after ?? last) - (b.after ?? last));
}

/** Places of the items that neither of two rankings leaves out, in the first. */
function placesAmongOpen(scores: Scores, other: Scores): Map<number, number> {
  const open = scores.ranking.filter((item) => other.ranks[item] > 0);
  return new Map(Array.from(open, (item, k) => [item, k + 1]));
}
