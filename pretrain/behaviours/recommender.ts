/** A review of somebody new, as the page would take it. */
export interface NewReview {
  /** Row of the item in the catalogue. */
  readonly item: number;
  readonly rating: number | null;
  /** Empty where nothing was written. */
  readonly text: string;
}

/** What can serve somebody new, whatever is inside: a baseline, the model as it is trained, the engine of the page. */
export interface Recommender {
  /** As in all tables: `drex`, `ease`, … */
  readonly id: string;
  /** Scores of all items of the catalogue, higher is better, after these reviews in their order. Own items are masked by the caller. */
  scores(reviews: readonly NewReview[]): ArrayLike<number> | Promise<ArrayLike<number>>;
  /** Signed weights of the words in the profile of their writer, where there is one; a word that is not in it is left out. */
  readonly words?: (
    reviews: readonly NewReview[],
  ) => ReadonlyMap<string, number> | Promise<ReadonlyMap<string, number>>;
}

/** How long a list is. */
export const LIST = 10;

/** All items but the masked ones, best first, ties by row. */
export const ranked = (scores: ArrayLike<number>, masked: ReadonlySet<number>): Int32Array =>
  Int32Array.from(scores, (_, item) => item)
    .filter((item) => !masked.has(item))
    .sort((a, b) => scores[b] - scores[a] || a - b);

/** The list of somebody new: the items but the own and the masked ones, best first. */
export async function listFor(
  recommender: Recommender,
  reviews: readonly NewReview[],
  masked: Iterable<number> = [],
): Promise<Int32Array> {
  const own = reviews.map(({ item }) => item);
  return ranked(await recommender.scores(reviews), new Set([...own, ...masked]));
}

/** How many of some items are in a group. */
export const within = (items: Int32Array, group: ReadonlySet<number>): number =>
  items.reduce((sum, item) => sum + Number(group.has(item)), 0);
