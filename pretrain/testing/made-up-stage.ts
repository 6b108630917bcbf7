import { sparseRows } from '../../src/model/keywordMatch';
import type { PlantedTruth } from '../behaviours/groups';
import type { Stage } from '../behaviours/stage';
import { preparedPlanted } from './planted-set';

/** Items of the made-up stage: three groups of twelve, one word each. */
export const GROUPS = ['malty', 'floral', 'smoky'] as const;
const SIZE = 12;

export const groupOf = (item: number): number => Math.floor(item / SIZE);

/** A catalogue of 36 items in three groups, each with one text that says the group's word and its own. For tests. */
export function madeUpStage(truth: PlantedTruth | null = null): Stage {
  const data = preparedPlanted();
  const items = Array.from({ length: GROUPS.length * SIZE }, (_, item) => item);
  return {
    data,
    seed: 1,
    extent: { draws: 4, items: 6, people: 3 },
    rating: data.config.rating,
    itemCount: items.length,
    spoken: {
      items: Int32Array.from(items),
      rows: sparseRows(
        items.map((item) => [
          [groupOf(item), 0.8],
          [GROUPS.length + item, 0.6],
        ]),
      ),
      vocabulary: [...GROUPS, ...items.map((item) => `own${item}`)],
    },
    groups: GROUPS.map((name, group) => ({
      name,
      items: items.filter((item) => groupOf(item) === group),
      text: name,
    })),
    truth,
  };
}
