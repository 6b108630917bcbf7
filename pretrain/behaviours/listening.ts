import type { Case, Finding } from './finding';
import { LIST, listFor, type NewReview, type Recommender, within } from './recommender';
import { HATED, LOVED, ratingAt, type Stage, someOf, sourceFor } from './stage';

/** How many reviews of a group somebody writes. */
const TIMES = [1, 3];

const GIVEN = {
  'text and rating': { text: true, rating: true },
  'text alone': { text: true, rating: false },
  'rating alone': { text: false, rating: true },
} as const;

type Given = keyof typeof GIVEN;

/** Words that are typical of a group tell nothing of dislike: without a rating they are taken for love. */
const SCRIPTS: readonly { readonly feeling: 'loved' | 'hated'; readonly given: Given }[] = [
  { feeling: 'loved', given: 'text and rating' },
  { feeling: 'loved', given: 'text alone' },
  { feeling: 'loved', given: 'rating alone' },
  { feeling: 'hated', given: 'text and rating' },
  { feeling: 'hated', given: 'rating alone' },
];

/**
 * *Listening*: somebody new reviews one or three random items of a group, in its eight typical words. How much of their list is of that group? Passed
 * where a loved group has more of the list than by chance, a hated one no more. *No inversion*: how much of the list of who hates a
 * group are the ten items that who loves it is shown last? Passed where no more than by chance.
 */
export async function listening(stage: Stage, recommender: Recommender): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const times of TIMES) {
    const lists = new Map<string, Int32Array[]>();
    for (const { feeling, given } of SCRIPTS) {
      const cases: Case[] = [];
      const all: Int32Array[] = [];
      for (const newcomer of newcomers(stage, times, feeling, given)) {
        const list = await listFor(recommender, newcomer.reviews);
        all.push(list);
        const group = new Set(stage.groups[newcomer.group].items);
        const value = within(list.subarray(0, LIST), group) / LIST;
        const chance = within(list, group) / list.length;
        cases.push({
          of: newcomer.group,
          value,
          chance,
          passed: feeling === 'loved' ? value > chance : value <= chance,
        });
      }
      lists.set(`${feeling} ${given}`, all);
      const variant = `${feeling}, ${times === 1 ? '1 review' : `${times} reviews`}, ${given}`;
      findings.push({ behaviour: 'listening', variant, measure: 'share of the list', cases });
    }
    const hated = lists.get('hated text and rating')!;
    const loved = lists.get('loved text and rating')!;
    findings.push({
      behaviour: 'no-inversion',
      variant: times === 1 ? '1 review' : `${times} reviews`,
      measure: 'share of the list',
      cases: hated.map((list, k): Case => {
        const last = new Set(loved[k].subarray(-LIST));
        const value = within(list.subarray(0, LIST), last) / LIST;
        const chance = LIST / list.length;
        return { of: Math.floor(k / stage.extent.draws), value, chance, passed: value <= chance };
      }),
    });
  }
  return findings;
}

/** The same people review the same items whatever they feel and give. */
function newcomers(stage: Stage, times: number, feeling: 'loved' | 'hated', given: Given) {
  const { groups, extent, rating } = stage;
  const felt = ratingAt(rating, feeling === 'loved' ? LOVED : HATED);
  return groups.flatMap(({ name, items, text }, group) => {
    const source = sourceFor(stage, 'listening', name, times);
    return Array.from({ length: extent.draws }, () => ({
      group,
      reviews: someOf(items, times, source).map(
        (item): NewReview => ({
          item,
          rating: GIVEN[given].rating ? felt : null,
          text: GIVEN[given].text ? text : '',
        }),
      ),
    }));
  });
}
