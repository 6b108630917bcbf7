import type { SimulatedLog } from '../engine/simulatedLog';
import type { Lesson, Scene } from './lesson';

/**
 * Entries of a lesson as a log, in the order of their names; a review's key is its name.
 * @param aspects how many aspect ratings the data set has
 */
export const logOf = (
  { entries, person: own }: Pick<Lesson, 'entries' | 'person'>,
  names: readonly string[],
  aspects: number,
): SimulatedLog =>
  names.map((key): SimulatedLog[number] => {
    const entry = entries[key];
    // Checked when the lesson was read.
    if ('edit' in entry) return entry as SimulatedLog[number];
    const { person = own, item, rating = null, text = '' } = entry;
    const given = entry.aspects ?? [];
    return {
      key,
      person,
      item,
      rating,
      text,
      aspects: Array.from({ length: aspects }, (_, k) => given[k] ?? null),
    };
  });

/** How many times popularity counts in a scene. */
export const timesOf = ({ times = 1 }: Pick<Scene, 'times'>): number =>
  times === 'alone' ? Number.POSITIVE_INFINITY : times;
