import type { Case, Finding } from './finding';
import { LIST, listFor, type NewReview, type Recommender } from './recommender';
import { nearestByText, typicalWords } from './spoken-of';
import { earlierReviews, type Stage, someOf, sourceFor } from './stage';

const WRITERS = ['first review', 'after three reviews'] as const;
const ENDS = ['top', 'bottom'] as const;

/**
 * Somebody reviews an item at an end of the scale, in its most typical words or without. Where do the ten items stand then
 * whose texts are nearest to it? Passed where the top of the scale does not lower them in the mean, and the bottom does not raise them.
 */
export async function direction(stage: Stage, recommender: Recommender): Promise<Finding[]> {
  const { spoken, itemCount, rating, extent } = stage;
  const nearest = nearestByText(spoken, itemCount, LIST);
  const written = [...new Set(spoken.items)];
  const asked = someOf(written, extent.items, sourceFor(stage, 'direction'));
  const found = new Map<string, Case[]>();
  for (const item of asked) {
    const neighbours = nearest(item);
    const words = typicalWords(spoken, new Set([item]));
    const but = new Set([item, ...neighbours]);
    for (const writer of WRITERS) {
      const earlier =
        writer === 'first review' ? [] : earlierReviews(stage, sourceFor(stage, 'direction', item), but);
      const before = meanPlace(await listFor(recommender, earlier, [item]), neighbours);
      for (const end of ENDS)
        for (const text of [words, '']) {
          const review: NewReview = { item, rating: end === 'top' ? rating.max : rating.min, text };
          const after = meanPlace(await listFor(recommender, [...earlier, review]), neighbours);
          const raised = before - after;
          const variant = `${end} of the scale, ${writer}, ${text ? 'text and rating' : 'rating alone'}`;
          const one = { of: item, value: raised, passed: end === 'top' ? raised >= 0 : raised <= 0 };
          found.set(variant, [...(found.get(variant) ?? []), one]);
        }
    }
  }
  return Array.from(found, ([variant, cases]) => ({
    behaviour: 'direction',
    variant,
    measure: 'places that its neighbours rise',
    cases,
  }));
}

/** Mean place of some items in a list, 1 for the first. */
function meanPlace(list: Int32Array, items: Int32Array): number {
  const wanted = new Set(items);
  let sum = 0;
  list.forEach((item, at) => {
    if (wanted.has(item)) sum += at + 1;
  });
  return sum / items.length;
}
