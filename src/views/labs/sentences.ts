import type { GoalChange } from '../../engine/answers';
import type { ColdReport } from '../../engine/questions/coldStart';
import type { FeedbackProgress } from '../../engine/questions/feedbackLoop';
import type { GoalReport, GoalStep } from '../../engine/questions/goalSeek';
import type { Scale } from '../../engine/start';
import { count, fixed, numberWord, plural, short, given as written } from '../../ui/format';

const given = (value: number | null): string => (value === null ? 'none' : written(value));

/** While the smallest case of an experiment runs. */
export const WORKED_OUT = 'The smallest case is being worked out…';

/** One step in words. */
export function changeText(change: GoalChange, aspects: readonly Scale[]): string {
  if (change.what === 'word') return `${change.added ? 'Add' : 'Take back'} the word “${change.word}”`;
  const label = change.what === 'rating' ? 'Rating' : (aspects[change.aspect]?.label ?? 'Aspect');
  return `${label} ${given(change.from)} → ${given(change.to)}`;
}

/** What remains of all steps: each part of the review once, as it was and as it is. */
export function netText(steps: readonly GoalStep[], aspects: readonly Scale[]): string {
  const net = new Map<string, GoalChange>();
  for (const { change } of steps) {
    const key = change.what === 'aspect' ? `${change.aspect}` : change.what === 'word' ? change.word : '';
    const first = net.get(key);
    if (change.what === 'word' ? !change.added : first && 'from' in first && first.from === change.to)
      net.delete(key);
    else
      net.set(key, first && 'from' in first && 'from' in change ? { ...change, from: first.from } : change);
  }
  return [...net.values()].map((change) => changeText(change, aspects)).join('; ');
}

export function goalTitle(name: string, report: GoalReport | null, running: boolean): string {
  if (running) return `Looking for what brings ${name} into the top five…`;
  if (!report) return `What would bring ${name} into the top five?`;
  if (!report.reached) return `No change found brings ${name} into the top five`;
  const n = report.distance;
  if (n === 0) return `${name} is in the top five already`;
  return `${numberWord(n)} ${n === 1 ? 'step brings' : 'steps bring'} ${name} from place ${count(report.start.rank)} to ${count(report.rank)}`;
}

/** How it ended, in a sentence or two. */
export function goalOutcome(report: GoalReport): string {
  if (report.reached) return 'Reached.';
  const end = report.exhausted ? 'The search ended at its limit.' : 'No further step helps.';
  const words =
    report.triedWords.length === 0 ? ' Words were not tried: the text of this review does not ship.' : '';
  return `Not reached: place ${count(report.rank)} is the closest, its choice score ${short(report.missing)} below that of place five. ${end}${words}`;
}

/** From how many reviews on most of the final list is there for good. */
export function coldTitle(report: ColdReport | null, kind: string): string {
  if (!report) return `How soon does the system know this ${kind}?`;
  const { points, top } = report;
  if (points.length < 2) return `This ${kind} has no review yet`;
  const all = points[points.length - 1].known;
  // Once there, it must stay: a lucky early match is no knowledge.
  const late = points.findLastIndex((one) => one.top < 0.7) + 1;
  const { known, top: share } = points[late];
  const there = Math.round(share * top);
  if (known === all) return `It takes all ${count(all)} reviews for most of the final list to be there`;
  if (known === 0)
    return `${numberWord(there)} of the final ${numberWord(top).toLowerCase()} are there before any review`;
  return `After ${count(known)} of ${count(all)} reviews, ${numberWord(there).toLowerCase()} of the final ${numberWord(top).toLowerCase()} are there`;
}

/** How settled the final list is. */
export function coldSettled({ points, top }: ColdReport): string | null {
  const { known, without } = points[points.length - 1];
  if (!without) return null;
  const { mean, low, tried } = without;
  const begin = `With one of the ${count(known)} reviews missing (${count(tried)} tried)`;
  if (low === 1) return `${begin}, all of the final ${top} stay`;
  return `${begin}, ${fixed(mean * top, 1)} of the final ${top} stay on average, ${fixed(low * top, 0)} at worst`;
}

/** What the top ten has shown, against what it would have shown anyway. */
export function loopTitle(
  progress: FeedbackProgress | null,
  { items, noun }: { readonly items: number; readonly noun: string },
): string {
  if (!progress || progress.done === 0) return 'What if somebody always takes the first recommendation?';
  const rounds = progress.first.picks.length;
  const shown = (coverage: number) => Math.round(coverage * items);
  const fed = shown(progress.first.points[rounds].coverage);
  const still = shown(progress.still[rounds].coverage);
  const against =
    fed === still ? 'as many as with nothing fed back' : `${count(still)} with nothing fed back`;
  return `In ${plural(rounds, 'round')} the top ten showed ${count(fed)} of ${count(items)} ${noun}, ${against}`;
}
