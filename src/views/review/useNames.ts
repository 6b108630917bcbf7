import { useEffect, useState } from 'react';
import type { SimulatedInteraction } from '../../engine/simulatedLog';
import { engine } from '../../session/store';

interface Names {
  readonly person: string;
  readonly item: string;
}

/** What is known already: a pair is asked for once, however the log changes. */
const known = new Map<string, Names>();
const pairOf = ({ person, item }: SimulatedInteraction): string => JSON.stringify([person, item]);

/** Readable names of the people and items of a log by key; a log from a link knows only ids. */
export function useNames(log: readonly SimulatedInteraction[]): ReadonlyMap<string, Names> {
  const [names, setNames] = useState<ReadonlyMap<string, Names>>(() => new Map());
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const found = new Map<string, Names>();
      for (const event of log) {
        const pair = pairOf(event);
        let one = known.get(pair);
        if (!one) {
          const { personSummary, itemSummary } = await engine().difference({ log, key: event.key, k: 0 });
          if (!current) return;
          one = { person: personSummary.label, item: itemSummary.name };
          known.set(pair, one);
        }
        found.set(event.key, one);
      }
      setNames(found);
    };
    // Without names the ids stand there; what is wrong with the log is said elsewhere.
    ask().catch(() => {});
    return () => {
      current = false;
    };
  }, [log]);
  return names;
}
