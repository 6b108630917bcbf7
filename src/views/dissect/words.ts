import { alterationIn, seedIn } from '../../engine/alterations';
import { mutedIn } from '../../engine/edits';
import type { Comparison } from '../../engine/questions/compare';
import type { SimulatedLog } from '../../engine/simulatedLog';
import { hundredths, type Move, moveOf, numberWord } from '../../ui/format';
import { GATES } from '../../vocabulary';

const PLURALS = { text: 'texts', rating: 'ratings', aspects: 'aspects' } as const;

/** What is altered, one phrase each; empty where the model and the order are as they were. */
export function alterationWords(log: SimulatedLog, items: string): string[] {
  const words: string[] = [];
  const alteration = alterationIn(log);
  if (alteration) {
    const sides = [
      { of: 'people', ...alteration.user },
      { of: items, ...alteration.item },
    ];
    for (const gate of GATES) {
      const held = sides.filter(({ gates }) => gates[gate] !== null);
      const [first] = held;
      if (held.length === 2 && held[0].gates[gate] === held[1].gates[gate])
        words.push(`${gate} gates frozen at ${first.gates[gate]}`);
      else for (const { of, gates } of held) words.push(`${gate} gate of ${of} frozen at ${gates[gate]}`);
    }
    for (const { of, clamped } of sides)
      for (const [d, to] of [...clamped].sort(([a], [b]) => a - b))
        words.push(`dimension ${d} of ${of} held at ${hundredths(to)}`);
    if (alteration.counterpart) words.push('counterparts hidden from the cells');
  }
  const seed = seedIn(log);
  if (seed !== null) words.push(`order shuffled, seed ${seed}`);
  for (const modality of mutedIn(log)) words.push(`${PLURALS[modality]} switched off for everybody`);
  return words;
}

/** ‖a − b‖ */
export const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((x, d) => x - b[d]));

/** Items of the first k that were not among them before. */
export const newcomers = ({ ranks }: Comparison, k: number): number =>
  ranks.filter(({ before, after }) => after !== null && after <= k && (before === null || before > k)).length;

/** How the recommendation list changed, in a sentence. */
export function listSentence(comparison: Comparison, k: number): string {
  const listed = comparison.ranks.filter(({ after }) => after !== null && after <= k).length;
  const fresh = newcomers(comparison, k);
  const moved = comparison.ranks.some(({ before, after }) => before !== after);
  if (fresh === 0)
    return moved
      ? `The same ${listed} items are recommended, in another order.`
      : `The same ${listed} items are recommended, in the same order.`;
  return `${numberWord(fresh)} of the ${listed} recommended items ${fresh === 1 ? 'was' : 'were'} not recommended before.`;
}

const inWords = ({ before, after, same }: Move): string =>
  same ? `${after}, as before` : `${after} in place of ${before}`;

/** "3.42 in place of 3.87" */
export const inPlaceOf = (after: number, before: number): string => inWords(moveOf(before, after));
