import type { ColdProgress, ColdReport, ColdRequest, Edit } from '../api';
import type { LabGround, Standing } from './labGround';
import { RequestError } from './requestError';

/** Places compared. */
const TOP = 10;

/**
 * How soon one's own reviews make what they make in the end: the person with only the first k of them, while everybody
 * else's have all happened. Both lists rank the same items, those that the person never reviews.
 * @throws RequestError naming the field that is wrong
 */
export async function coldStartLab(
  ground: LabGround,
  { log, person, points }: ColdRequest,
  onProgress: (progress: ColdProgress) => void,
): Promise<ColdReport> {
  const started = performance.now();
  if (!Number.isInteger(points) || points < 2) throw new RequestError('points', 'needs at least 2');
  const end = await ground.at(log, person);
  const { scenario } = end.moment.world;
  const keys = Array.from(end.moment.rowsOf('user', end.user), (row) => scenario.interaction(row).key);
  const known = spread(keys.length, points);
  const topOf = ({ scores }: Standing) =>
    Array.from(scores.ranking)
      .filter((item) => end.scores.ranks[item] > 0)
      .slice(0, TOP);
  const last = new Set(topOf(end));
  const { weights } = await ground.profile(end, 'user', end.user);
  const result: ColdReport['points'][number][] = [];
  const gone: Edit[] = [];
  // From the end: each log is the one before and some deletions more.
  for (const k of known.toReversed()) {
    while (gone.length < keys.length - k)
      gone.push({ edit: 'delete', key: keys[keys.length - 1 - gone.length] });
    const then = await ground.at([...log, ...gone], person);
    const profile = await ground.profile(then, 'user', then.user);
    let common = 0;
    for (const [word, weight] of weights) common += Math.min(weight, profile.weights.get(word) ?? 0);
    result.unshift({
      known: k,
      top: topOf(then).filter((item) => last.has(item)).length / Math.max(1, last.size),
      words: weights.size > 0 ? common : null,
    });
    onProgress({ done: result.length, total: known.length });
  }
  return { points: result, top: last.size, milliseconds: performance.now() - started };
}

/** Whole numbers from 0 to n, all of them or as many as are wanted. */
export function spread(n: number, most: number): number[] {
  const count = Math.min(most, n + 1);
  return Array.from({ length: count }, (_, k) => (count === 1 ? 0 : Math.round((k * n) / (count - 1))));
}
