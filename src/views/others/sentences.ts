import type { EaseList, Listed, Others } from '../../engine/questions/others';
import { count, hundredths, listed, milliseconds, numberWord, plural, rating, short } from '../../ui/format';
import { timesWords } from '../shared/reasonWords';

/** The recommenders, in the order of their columns. */
export const RECOMMENDERS = ['drex', 'ease', 'neighbours', 'bias', 'popularity'] as const;
export type RecommenderName = (typeof RECOMMENDERS)[number];

/** As a sentence has them. */
export const NAMES: Readonly<Record<RecommenderName, string>> = {
  drex: 'DReX',
  ease: 'EASE',
  neighbours: 'item neighbours',
  bias: 'plain biases',
  popularity: 'popularity',
};

/** What each of the others is, in a line or two: none of them says more of an item than this. */
export const aboutOf = (
  { settings }: Others,
  times: number,
  kind: string,
): Readonly<Record<RecommenderName, string>> => ({
  drex: `Reads texts and ratings, and its reasons are the terms of its score. Open them below each name.${times === 1 ? '' : ` Popularity counts ${timesWords(times)}, as set beside the list.`}`,
  ease: `One weight for every pair of items, fitted at once to who liked what (λ = ${count(settings.ease.penalty)}). It reads no text.`,
  neighbours: `Counts how often those who reviewed an item also reviewed what this ${kind} has, among its ${count(settings.neighbours.neighbours)} nearest. It reads no text.`,
  bias: `Sorts by mean rating + how this ${kind} rates + how the item is rated: one order for everybody.`,
  popularity: 'Sorts by how many reviews there are of each item: one order for everybody.',
});

/** What stands beside a name: what the list is sorted by. */
export const scoreText = (name: RecommenderName, score: number): string =>
  name === 'popularity'
    ? plural(score, 'review')
    : name === 'bias'
      ? `rating ${rating(score)}`
      : `score ${name === 'drex' ? hundredths(score) : short(score)}`;

export const nothingKnown = (kind: string): string =>
  `Nothing to go by: it knows a ${kind} only by past reviews, and none counts yet. Write one, and it will have a list.`;

export const tooManyText = ({ tooMany, most }: Extract<EaseList, { readonly tooMany: number }>): string =>
  `Left out here. EASE needs one number for every pair of items and solves for all of them together. For ${count(tooMany)} items that would take more memory and minutes than a page should ask for; it stops at ${count(most)}.`;

export const howText = ({ how, milliseconds: took }: Extract<EaseList, { readonly how: unknown }>): string =>
  how === 'solved'
    ? `Solved again in ${milliseconds(took)}.`
    : how === 'updated'
      ? `Brought up to date with the log in ${milliseconds(took)}, without solving it again.`
      : 'Nothing has changed since it was solved.';

/** How many items of a list another one has as well. */
const sharedBy = (list: readonly Pick<Listed, 'item'>[], other: readonly Pick<Listed, 'item'>[]): number =>
  list.filter(({ item }) => other.some((one) => one.item === item)).length;

type Lists = Readonly<Partial<Record<RecommenderName, readonly Pick<Listed, 'item'>[] | null>>>;

/** How much of the list of DReX the others show too; of EASE nothing before it is solved, but that it is being solved. */
export function sharedSentence(lists: Lists, solving = false): string {
  const own = lists.drex ?? [];
  const counted = RECOMMENDERS.flatMap((name) => {
    const list = lists[name];
    return name === 'drex' || !list ? [] : [{ name: NAMES[name], n: sharedBy(list, own) }];
  });
  if (counted.length === 0) return '';
  const [most, ...others] = counted
    .toSorted((a, b) => b.n - a.n)
    .map(({ name, n }) => ({ n: n === 0 ? 'none' : count(n), name }));
  const ten = `of its ${numberWord(own.length).toLowerCase()}`;
  const shares = listed([
    `${most.n} ${ten} with ${most.name}`,
    ...others.map(({ n, name }) => `${n} with ${name}`),
  ]);
  return `DReX shares ${shares}${solving ? `; ${NAMES.ease} is still being solved` : ''}`;
}

/** What all of them learn from. */
export function learnsFrom(
  { relevant, settings: { ease, neighbours }, tuned }: Others,
  kind: string,
): string {
  const counts = (others: number) =>
    others === 1
      ? 'every review counts alike'
      : `a rating from ${short(relevant)} on counts 1, any other review ${others}`;
  const weights =
    ease.others === neighbours.others
      ? `For EASE and item neighbours ${counts(ease.others)}.`
      : `For EASE ${counts(ease.others)}; for item neighbours ${counts(neighbours.others)}.`;
  const settings = tuned
    ? 'Their settings are those that served best on a part of the reviews kept aside, as in the Evidence view.'
    : 'Which settings suit this data set best was never measured, so these are the default ones.';
  return `All of them read the same log, with what was written and edited here, and leave out what this ${kind} has reviewed. ${weights} ${settings}`;
}
