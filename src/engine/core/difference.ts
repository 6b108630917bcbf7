import { norm } from '../../model/attribution';
import type { Side } from '../../model/gru';
import type { Difference, RankChange, SimulatedInteraction, StateChange, WordChange } from '../api';
import type { Catalogue } from './catalogue';
import type { CellTrace, Moment } from './moment';
import type { Profiles } from './profile';
import { predictionOf, type Scores } from './scores';
import { itemSummary, personSummary } from './summaries';

/** Words whose weight changed most, as many as fit a chart. */
const WORDS = 24;

/** Two moments to compare, with the scores of one person in each. */
export interface Compared {
  readonly catalogue: Catalogue;
  readonly profiles: Profiles;
  readonly before: Moment;
  readonly after: Moment;
  readonly scoresBefore: Scores;
  readonly scoresAfter: Scores;
}

export interface DifferenceParts extends Compared {
  /** The simulated interaction, and its row. */
  readonly event: SimulatedInteraction;
  readonly row: number;
}

/** What one simulated interaction changed: `after` is `before` plus the event. */
export function buildDifference(k: number, parts: DifferenceParts): Omit<Difference, 'milliseconds'> {
  const { catalogue, after, event, row, scoresBefore, scoresAfter } = parts;
  const { user, item } = after.world.scenario.pair(row);
  return {
    event,
    itemSummary: itemSummary(catalogue, after.census(), item),
    personSummary: personSummary(catalogue, after.census(), user, event.person),
    person: stateChange(after.cell('user', row)),
    item: stateChange(after.cell('item', row)),
    personWords: wordChanges(parts, 'user', user),
    itemWords: wordChanges(parts, 'item', item),
    ranks: rankChanges(k, parts),
    prediction: {
      before: predictionOf(catalogue, scoresBefore, item),
      after: predictionOf(catalogue, scoresAfter, item),
    },
    tokens: after.tokens(row),
  };
}

const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

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
export function wordChanges(
  { catalogue, profiles, before, after }: Compared,
  side: Side,
  entity: number,
  entityAfter = entity,
): WordChange[] {
  const earlier = profiles.of(before, side, entity).weights;
  const later = profiles.of(after, side, entityAfter).weights;
  return Array.from(new Set([...later.keys(), ...earlier.keys()]), (word) => ({
    word: catalogue.bundle.vocabulary.word[word],
    before: earlier.get(word) ?? 0,
    after: later.get(word) ?? 0,
  }))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, WORDS);
}

/** Items that stand among the first k before or after, by rank after. */
export function rankChanges(
  k: number,
  { catalogue, after, scoresBefore, scoresAfter }: Compared,
): RankChange[] {
  const items = new Set([...scoresAfter.ranking.subarray(0, k), ...scoresBefore.ranking.subarray(0, k)]);
  const last = catalogue.item.count + 1;
  return Array.from(items, (item) => ({
    item: itemSummary(catalogue, after.census(), item),
    before: scoresBefore.ranks[item] || null,
    after: scoresAfter.ranks[item] || null,
    ratingBefore: predictionOf(catalogue, scoresBefore, item).rating,
    ratingAfter: predictionOf(catalogue, scoresAfter, item).rating,
  })).sort((a, b) => (a.after ?? last) - (b.after ?? last));
}
