import { type LabGround, labGround, type Standing } from '../core/labGround';
import { checkTop, sharedWeight, shareKept, topOf } from '../core/labMeasures';
import { RequestError } from '../core/requestError';
import type { Edit, SimulatedLog } from '../simulatedLog';
import { question } from './question';

/** How soon do the reviews of a person make what they make in the end? */
export interface ColdRequest {
  readonly log: SimulatedLog;
  readonly person: string;
  /** Most numbers of reviews to look at, spread evenly from none to all. */
  readonly points: number;
  /** How many places count as the top. */
  readonly top: number;
  /** Most of the known reviews that are left out in turn at each point, spread evenly. */
  readonly leftOut: number;
}

export interface ColdProgress {
  /** Runs of the model, those with a review left out included. */
  readonly done: number;
  readonly total: number;
}

export interface ColdReport {
  readonly points: readonly {
    /** How many of the person's own reviews have happened; everybody else's all have. */
    readonly known: number;
    /** Share of the final top that is there, 0–1; of items that the person never reviews. */
    readonly top: number;
    /** What the keyword profile has in common with the final one: sum of the lesser weights as a share of all, 0–1; null without words. */
    readonly words: number | null;
    /** Share of the top at this point that is there with one known review less, 0–1; null where none is known. */
    readonly without: {
      readonly mean: number;
      readonly low: number;
      readonly high: number;
      /** How many reviews were left out in turn. */
      readonly tried: number;
    } | null;
  }[];
  /** Places of the final top, fewer where there are fewer items. */
  readonly top: number;
  readonly milliseconds: number;
}

export const coldStart = question<ColdRequest, ColdReport, ColdProgress>({
  timed: true,
  answer: (ground, request, { proceed, tell }) => measure(labGround(ground, proceed), request, tell),
});

type Point = ColdReport['points'][number];

/**
 * How soon one's own reviews make what they make in the end: the person with only the first k of them, while everybody
 * else's have all happened. All lists rank the same items, those that the person never reviews. How settled a list is
 * shows in what stays of it when one of the k reviews is left out.
 */
async function measure(
  ground: LabGround,
  { log, person, points, top, leftOut }: ColdRequest,
  onProgress: (progress: ColdProgress) => void,
): Promise<Omit<ColdReport, 'milliseconds'>> {
  if (!Number.isInteger(points) || points < 2) throw new RequestError('points', { is: 'too-few', least: 2 });
  if (!Number.isInteger(leftOut) || leftOut < 0)
    throw new RequestError('leftOut', { is: 'not', a: 'whole', value: leftOut });
  checkTop(top);
  const end = await ground.at(log, person);
  const { scenario } = end.moment.world;
  const keys = Array.from(end.moment.rowsOf('user', end.user), (row) => scenario.interaction(row).key);
  const known = spread(keys.length, points);
  const total = known.reduce((sum, k) => sum + 1 + Math.min(leftOut, k), 0);
  let done = 0;
  const at = async (edits: readonly Edit[]): Promise<Standing> => {
    const standing = await ground.at([...log, ...edits], person);
    onProgress({ done: ++done, total });
    return standing;
  };
  const listOf = ({ scores }: Standing) => topOf(scores.ranking, top, (item) => end.scores.ranks[item] > 0);
  const last = listOf(end);
  const { weights } = await ground.profile(end, 'user', end.user);
  const result: Point[] = [];
  const gone: Edit[] = [];
  // From the end: each log is the one before and some deletions more.
  for (const k of known.toReversed()) {
    while (gone.length < keys.length - k) gone.push(deleted(keys[keys.length - 1 - gone.length]));
    const then = await at(gone);
    const list = listOf(then);
    const profile = await ground.profile(then, 'user', then.user);
    const shares: number[] = [];
    for (const place of k > 0 && leftOut > 0 ? spread(k - 1, leftOut) : [])
      shares.push(shareKept(list, listOf(await at([...gone, deleted(keys[place])]))));
    result.unshift({
      known: k,
      top: shareKept(last, list),
      words: sharedWeight(weights, profile.weights),
      without: rangeOf(shares),
    });
  }
  return { points: result, top: last.length };
}

const deleted = (key: string): Edit => ({ edit: 'delete', key });

function rangeOf(shares: readonly number[]): Point['without'] {
  if (shares.length === 0) return null;
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { mean, low: Math.min(...shares), high: Math.max(...shares), tried: shares.length };
}

/** Whole numbers from 0 to n, all of them or as many as are wanted. */
export function spread(n: number, most: number): number[] {
  const count = Math.min(most, n + 1);
  return Array.from({ length: count }, (_, k) => (count === 1 ? 0 : Math.round((k * n) / (count - 1))));
}
