import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SharedWord } from '../answers';
import type { EngineApi } from '../contract';
import type { View } from '../questions/view';
import type { LogEntry } from '../simulatedLog';
import { liveEngine } from '../testing/liveEngine';
import { review } from '../testing/review';

let engine: EngineApi;
beforeAll(async () => {
  ({ engine } = await liveEngine());
});

/** The person alone wrote all that their profile says: whoever is new has no other words. */
const PERSON = 'new-1';
const ask = (log: readonly LogEntry[], item: string | null = 'i2'): Promise<View> =>
  engine.view({ log, person: PERSON, item, k: 9, words: 100 });

const said = (text: string, rating: number | null, item = 'i1', key = 's1') =>
  review(key, { person: PERSON, item, rating, aspects: [null, null], text });
/** Two who praise another item in the same words, so that its side likes them. */
const praise = [
  review('p1', { person: 'u3', item: 'i2', rating: 5, text: 'Malty and dark hops.' }),
  review('p2', { person: 'u4', item: 'i2', rating: 5, text: 'Malty, dark hops again.' }),
];

const namesOf = (words: readonly SharedWord[] = []) => words.map(({ word }) => word);

describe('reasons', () => {
  it('are words that both hold and neither dislikes', async () => {
    const liked = await ask([...praise, said('Malty and dark hops.', 5)]);
    expect(namesOf(liked.item?.reasons)).toContain('malty');
    const hated = await ask([...praise, said('Malty and dark hops.', 0.5)]);
    expect(namesOf(hated.item?.shared)).toContain('malty');
    expect(hated.item?.reasons).toEqual([]);
    expect(hated.recommendations.flatMap(({ reasons }) => reasons)).toEqual([]);
  });

  it('are none where no rating tells whether a word was meant well', async () => {
    const unrated = await ask([...praise, said('Malty and dark hops.', null)]);
    expect(namesOf(unrated.item?.shared)).toContain('malty');
    expect(unrated.item?.shared.every(({ personPolarity }) => personPolarity === null)).toBe(true);
    expect(unrated.item?.reasons).toEqual([]);
  });

  it('of the chosen item are those of its place in the list', async () => {
    const { recommendations, item } = await ask([...praise, said('Malty and dark hops.', 5)]);
    expect(recommendations.find((one) => one.item.id === 'i2')?.reasons).toEqual(item?.reasons);
  });

  it('have the polarity that stands in the profiles', async () => {
    const { person, item } = await ask([...praise, said('Malty and dark hops.', 5)]);
    for (const word of item?.shared ?? []) {
      expect(word.personPolarity).toBe(person.profile.words.find((w) => w.word === word.word)?.polarity);
      expect(word.itemPolarity).toBe(item?.profile.words.find((w) => w.word === word.word)?.polarity);
    }
  });

  it('are never disliked by either side, whatever the log', async () => {
    const WORDS = ['good', 'bad', 'malty', 'sweet', 'bitter', 'aroma', 'hops', 'not', 'dark'];
    const entry = fc.record({
      person: fc.constantFrom(PERSON, 'u0', 'u3'),
      item: fc.constantFrom('i0', 'i1', 'i2', 'i3', 'i4'),
      rating: fc.option(fc.integer({ min: 0, max: 10 }).map((half) => half / 2)),
      text: fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((words) => words.join(' ')),
    });
    let seen = 0;
    const muted = fc.option(fc.constantFrom('text', 'rating', 'aspects' as const));
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 6 }), muted, async (entries, modality) => {
        // A person reviews an item once.
        const unique = new Map(entries.map((one) => [`${one.person} ${one.item}`, one]));
        const reviews: LogEntry[] = [...unique.values()].map((one, k) =>
          review(`s${k + 1}`, { ...one, aspects: [null, null] }),
        );
        const log: LogEntry[] = modality
          ? [...reviews, { edit: 'mute', key: null, modality: modality as 'text', muted: true }]
          : reviews;
        for (const person of [PERSON, 'u0']) {
          const view = await engine.view({ log, person, item: 'i2', k: 9, words: 100 });
          const polarityOf = new Map(view.person.profile.words.map((one) => [one.word, one.polarity]));
          const reasons = [
            ...view.recommendations.flatMap((one) => one.reasons),
            ...(view.item?.reasons ?? []),
          ];
          seen += reasons.length;
          for (const { word, personPolarity, itemPolarity } of reasons) {
            expect(personPolarity).toBeGreaterThanOrEqual(0);
            expect(itemPolarity).toBeGreaterThanOrEqual(0);
            expect(personPolarity).toBe(polarityOf.get(word));
          }
        }
      }),
      { numRuns: 60, seed: 20261125 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});
