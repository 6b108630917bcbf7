import { norm } from '../../model/attribution';
import type { Side } from '../../vocabulary';
import type { RankChange, StateChange, WordChange } from '../answers';
import type { Catalogue } from './catalogue';
import type { Ground } from './ground';
import type { CellTrace, Moment } from './moment';
import type { Profiles } from './profile';
import { predictionOf, type Scores } from './scores';
import { itemSummary } from './summaries';

/** Words whose weight changed most, as many as fit a chart. */
const WORDS = 24;
/** Words of two profiles side by side. */
const HEAVIEST = 14;

/** Two moments to compare, with the scores of one person in each. */
export interface Compared {
  readonly catalogue: Catalogue;
  readonly profiles: Profiles;
  readonly before: Moment;
  readonly after: Moment;
  readonly scoresBefore: Scores;
  readonly scoresAfter: Scores;
}

/**
 * @param users the person's row before and after
 * @param items of which words are compared too
 */
export async function compared(
  ground: Ground,
  before: Moment,
  after: Moment,
  users: { readonly before: number; readonly after: number },
  items: readonly number[],
): Promise<Compared> {
  const { catalogue, profiles } = ground;
  const scoresBefore = await ground.scores(before, users.before);
  const scoresAfter = await ground.scores(after, users.after);
  await ground.measure(before, users.before, items);
  await ground.measure(after, users.after, items);
  return { catalogue, profiles, before, after, scoresBefore, scoresAfter };
}

const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The predicted rating of an item in both. */
export const predictions = ({ catalogue, scoresBefore, scoresAfter }: Compared, item: number) => ({
  before: predictionOf(catalogue, scoresBefore, item),
  after: predictionOf(catalogue, scoresAfter, item),
});

/** How a cell moved its state. */
export function stateChange({ before, after, update, reset }: CellTrace): StateChange {
  const distance = norm(after.map((value, d) => value - before[d]));
  const length = norm(before);
  return {
    distance,
    relative: length > 0 ? distance / length : 0,
    updateGate: mean(update),
    resetGate: mean(reset),
    before: Array.from(before),
    after: Array.from(after),
    update: Array.from(update),
    reset: Array.from(reset),
  };
}

/** Words of a profile whose weight differs, largest difference first. */
export function wordChanges(parts: Compared, side: Side, entity: number, entityAfter = entity): WordChange[] {
  return wordsOf(parts, side, entity, entityAfter)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, WORDS);
}

/** The heaviest words of two profiles, by the larger of both weights. */
export function heaviestWords(
  parts: Compared,
  side: Side,
  entity: number,
  entityAfter = entity,
): WordChange[] {
  return wordsOf(parts, side, entity, entityAfter)
    .sort((a, b) => Math.max(b.before, b.after) - Math.max(a.before, a.after))
    .slice(0, HEAVIEST);
}

/** All words of either profile. */
function wordsOf(
  { catalogue, profiles, before, after }: Compared,
  side: Side,
  entity: number,
  entityAfter: number,
): WordChange[] {
  const earlier = profiles.of(before, side, entity).weights;
  const later = profiles.of(after, side, entityAfter).weights;
  return Array.from(new Set([...later.keys(), ...earlier.keys()]), (word) => ({
    word: catalogue.bundle.vocabulary.word[word],
    before: earlier.get(word) ?? 0,
    after: later.get(word) ?? 0,
  }));
}

/** Items that stand among the first k before or after, by rank after. */
export function rankChanges(
  k: number,
  { catalogue, after, scoresBefore, scoresAfter }: Compared,
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
    ratingBefore: predictionOf(catalogue, scoresBefore, item).rating,
    ratingAfter: predictionOf(catalogue, scoresAfter, item).rating,
  })).sort((a, b) => (a.after ?? last) - (b.after ?? last));
}

/** Places of the items that neither of two rankings leaves out, in the first. */
function placesAmongOpen(scores: Scores, other: Scores): Map<number, number> {
  const open = scores.ranking.filter((item) => other.ranks[item] > 0);
  return new Map(Array.from(open, (item, k) => [item, k + 1]));
}
