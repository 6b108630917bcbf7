import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineApi } from '../contract';
import type { LogEntry, SimulatedInteraction } from '../simulatedLog';
import { liveEngine } from '../testing/liveEngine';
import { review } from '../testing/review';

let engine: EngineApi;

const WORDS = ['good', 'bad', 'malty', 'sweet', 'bitter', 'aroma', 'hops', 'not', 'dark'];
const entry = fc.record({
  person: fc.constantFrom('new-1', 'u0', 'u3'),
  item: fc.constantFrom('i0', 'i1', 'i2', 'i3', 'i4'),
  rating: fc.option(fc.integer({ min: 0, max: 10 }).map((half) => half / 2)),
  text: fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((words) => words.join(' ')),
});
const anyLog = fc.array(entry, { maxLength: 6 }).map((entries): LogEntry[] => {
  // A person reviews an item once.
  const unique = new Map(entries.map((one) => [`${one.person} ${one.item}`, one]));
  return [...unique.values()].map((one, k) => review(`s${k + 1}`, { ...one, aspects: [null, null] }));
});
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const aspects = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 2, maxLength: 2 });

describe.each(['cpu', 'wasm'] as const)('the list on %s', (backend) => {
  beforeAll(async () => {
    ({ engine } = await liveEngine({}, backend));
  });

  it('takes every score apart into terms that sum to it, whatever the log, and lists by it', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, fc.constantFrom('new-1', 'u0', 'u5'), async (log, person) => {
        const list = await engine.recommend({ log, at: null, person, k: 99 });
        const scores = list.map(({ choice }) => choice.score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        for (const { choice, initial, reviews, words, notSpokenOf } of list) {
          expect(initial + sum(reviews.map(({ value }) => value))).toBeCloseTo(choice.states, 5);
          expect(notSpokenOf + sum(words.map(({ value }) => value))).toBeCloseTo(choice.words, 5);
          expect(choice.popularity + choice.states + choice.words).toBeCloseTo(choice.score, 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never lets a review move the choice score of its own item, whatever it gives', async () => {
    const plain = { aspects: [null, null], rating: null, text: '' } as const;
    const open = async (log: readonly LogEntry[], of: 'choice' | 'choice-popularity') =>
      (await engine.open({ log, at: null, ref: { of, person: 'u0', item: 'i2' } })).value;
    await fc.assert(
      fc.asyncProperty(anyLog, entry, aspects, async (log, { rating, text }, given) => {
        const others = log.filter((one) => !('person' in one && one.person === 'u0' && one.item === 'i2'));
        const own = (content: Partial<SimulatedInteraction>) => [
          ...others,
          review('s99', { person: 'u0', item: 'i2', ...plain, ...content }),
        ];
        for (const of of ['choice', 'choice-popularity'] as const) {
          const expected = await open(own({}), of);
          expect(await open(own({ rating, text, aspects: given }), of)).toBe(expected);
          expect(await open(own({ text }), of)).toBe(expected);
          expect(await open(own({ rating }), of)).toBe(expected);
          expect(await open(own({ aspects: given }), of)).toBe(expected);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('knows what a review has lost as what it never had', async () => {
    const lists = async (log: readonly LogEntry[]) =>
      (await engine.recommend({ log, at: null, person: 'new-1', k: 99 })).map(({ item, choice }) => [
        item,
        choice,
      ]);
    await fc.assert(
      fc.asyncProperty(anyLog, entry, aspects, async (log, { rating, text }, given) => {
        const others = log.filter((one) => !('person' in one && one.person === 'new-1' && one.item === 'i2'));
        const full = { person: 'new-1', item: 'i2', rating, text, aspects: given };
        for (const [modality, none] of [
          ['text', { text: '' }],
          ['rating', { rating: null }],
          ['aspects', { aspects: [null, null] }],
        ] as const) {
          const muted = [
            ...others,
            review('s99', full),
            { edit: 'mute', key: 's99', modality, muted: true } as const,
          ];
          const found = await lists(muted);
          const expected = await lists([...others, review('s99', { ...full, ...none })]);
          expect(new Map(found as never)).toEqual(new Map(expected as never));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is the list of the main screen, whose reasons are the largest terms', async () => {
    const log = [review('s1', { person: 'u0', item: 'i1', rating: 5, text: 'malty and dark hops' })];
    const view = await engine.view({ log, person: 'u0', item: null, k: 5, words: 9 });
    const list = await engine.recommend({ log, at: null, person: 'u0', k: 5 });
    expect(view.recommendations.map(({ item, choice }) => [item.id, choice])).toEqual(
      list.map(({ item, choice }) => [item, choice]),
    );
    view.recommendations.forEach(({ reasons }, k) => {
      expect(reasons).toEqual(list[k].words.filter(({ value }) => value > 0).slice(0, 3));
    });
  });
});
