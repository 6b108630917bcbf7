import { alterationIn, seedIn } from '../../engine/alterations';
import { mutedIn } from '../../engine/edits';
import type { SimulatedLog } from '../../engine/simulatedLog';
import { hundredths } from '../../ui/format';
import { GATES } from '../../vocabulary';

const PLURALS = { text: 'texts', rating: 'ratings', aspects: 'aspects' } as const;

/** What is altered, one phrase each; empty where the model and the order are as they were. */
export function alterationWords(log: SimulatedLog, items: string, people = 'people'): string[] {
  const words: string[] = [];
  const alteration = alterationIn(log);
  if (alteration) {
    const sides = [
      { of: people, ...alteration.user },
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
