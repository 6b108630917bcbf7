import type { Case, Finding } from './finding';
import { LIST, listFor, type NewReview, type Recommender, within } from './recommender';
import { earlierReviews, type Stage, someOf, sourceFor } from './stage';

/** Sentences about nothing: neither the thing nor its merits, nothing denied. */
export const ABOUT_NOTHING = [
  'It was a Tuesday, I think.',
  'My brother was there as well.',
  'I am writing this on the train.',
  'We had talked about it the week before.',
  'Somebody had left the window open.',
  'This is the third one I write today.',
  'It must have been about four in the afternoon.',
  'More about that another time.',
  'I have had this on my list since the spring.',
  'The others will know what I mean.',
] as const;

/** Places of the list that may change. */
const MOST = 2;

/**
 * Somebody who has loved three items writes one sentence about nothing on a fourth, without a rating. How many places of
 * the list hold another item then? Counted once as items that were not in the list before, once place by place. Passed with at most two.
 */
export async function invariance(stage: Stage, recommender: Recommender): Promise<Finding[]> {
  const items: Case[] = [];
  const places: Case[] = [];
  for (let person = 0; person < stage.extent.people; person++) {
    const source = sourceFor(stage, 'invariance', person);
    const earlier = earlierReviews(stage, source, new Set());
    const own = new Set(earlier.map(({ item }) => item));
    const others = Array.from({ length: stage.itemCount }, (_, item) => item).filter(
      (item) => !own.has(item),
    );
    for (const text of ABOUT_NOTHING) {
      const [item] = someOf(others, 1, source);
      const review: NewReview = { item, rating: null, text };
      const before = (await listFor(recommender, earlier, [item])).subarray(0, LIST);
      const after = (await listFor(recommender, [...earlier, review])).subarray(0, LIST);
      const add = (to: Case[], value: number) => to.push({ of: person, value, passed: value <= MOST });
      add(items, before.length - within(after, new Set(before)));
      add(places, after.filter((one, at) => before[at] !== one).length);
    }
  }
  return [
    { behaviour: 'invariance', variant: 'which items', measure: 'items of ten that are new', cases: items },
    {
      behaviour: 'invariance',
      variant: 'which items in which order',
      measure: 'places of ten that change',
      cases: places,
    },
  ];
}
