import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { DIAL, partsOf } from '../choice';
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
/** Changes of history and of the model, each at most once. */
const anyEdits = fc.subarray<LogEntry>([
  { edit: 'delete', key: 'b3' },
  { edit: 'mute', key: 'b5', modality: 'rating', muted: true },
  { edit: 'mute', key: null, modality: 'text', muted: true },
  { edit: 'change', key: 'b9', rating: 1, aspects: [null, 2], text: 'not malty, not dark' },
  { edit: 'move', key: 'b12', by: -1, side: 'user' },
  { edit: 'freeze', side: 'item', gate: 'update', to: 1 },
  { edit: 'freeze', side: 'user', gate: 'reset', to: 0 },
  { edit: 'clamp', side: 'user', d: 1, to: 0.5 },
  { edit: 'clamp', side: 'item', d: 2, to: -0.25 },
  { edit: 'counterpart', with: 'initial' },
  { edit: 'shuffle', seed: 7 },
]);
const anyChanged = fc.tuple(anyLog, anyEdits).map(([log, edits]) => [...log, ...edits]);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const aspects = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 2, maxLength: 2 });

describe.each(['cpu', 'wasm'] as const)('the list on %s', (backend) => {
  beforeAll(async () => {
    ({ engine } = await liveEngine({}, backend));
  });

  it('takes every score apart into terms that sum to it, whatever the log, and lists by it', async () => {
    await fc.assert(
      fc.asyncProperty(anyChanged, fc.constantFrom('new-1', 'u0', 'u5'), async (log, person) => {
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

  it('takes the match of the states apart down to pairs of reviews, and each pair opens, whatever the log', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyChanged,
        fc.constantFrom('new-1', 'u0', 'u5'),
        fc.constantFrom('i1', 'i3', 'i8'),
        async (log, person, item) => {
          const place = { log, at: null, person, item };
          const { choice, initial, reviews, words, notSpokenOf, reviewed } = await engine.reasons({
            ...place,
            times: 1,
          });
          const own = log.some((one) => 'item' in one && one.person === person && one.item === item);
          if (own) expect(reviewed).toBe(true);
          const of = sum([initial, ...reviews.map(({ value }) => value)]);
          expect(of).toBeCloseTo(choice.states, 5);
          const all = [choice.popularity, of, sum(words.map(({ value }) => value)), notSpokenOf];
          expect(sum(all)).toBeCloseTo(choice.score, 5);
          for (const { mine, value } of [
            { mine: '', value: initial },
            ...reviews.map((one) => ({ mine: one.key, value: one.value })),
          ]) {
            const pairs = await engine.pairs({ ...place, mine });
            expect(pairs.initial + sum(pairs.reviews.map((one) => one.value))).toBeCloseTo(value, 6);
            const its = [{ key: '', value: pairs.initial }, ...pairs.reviews].at(-1);
            const ref = { of: 'choice-pair', person, item, mine, its: its?.key ?? '' } as const;
            const opened = await engine.open({ log, at: null, ref });
            expect(opened.value).toBeCloseTo(its?.value ?? Number.NaN, 10);
            expect(opened.recomputed).toBeCloseTo(opened.value, 10);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('scales popularity and no other term by the dial, whose ends are everyone’s list and what is personal alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyChanged,
        fc.constantFrom('new-1', 'u0', 'u5'),
        fc.constantFrom(...DIAL),
        async (log, person, times) => {
          const trained = await engine.recommend({ log, at: null, person, k: 99 });
          const view = await engine.view({ log, person, item: 'i1', k: 99, words: 5, times });
          const scoreAt = ({ choice: { popularity, states, words } }: (typeof trained)[number]) =>
            times === Number.POSITIVE_INFINITY ? popularity : times * popularity + states + words;
          const expected = new Map(trained.map((one) => [one.item, scoreAt(one)]));
          const scores = view.recommendations.map(({ choice }) => choice.score);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
          expect(view.recommendations).toHaveLength(trained.length);
          for (const { item, choice, terms, rank } of view.recommendations) {
            expect(choice.score).toBeCloseTo(expected.get(item.id) ?? Number.NaN, 9);
            const parts = partsOf(choice);
            expect(sum([...parts])).toBeCloseTo(choice.score, 9);
            if (times < Number.POSITIVE_INFINITY) {
              expect((terms.initial ?? 0) + (terms.reviews ?? 0)).toBeCloseTo(parts[1], 5);
              expect(terms.spoken + terms.silent).toBeCloseTo(parts[2], 5);
            }
            expect(view.everyone.find((one) => one.item.id === item.id)?.rank).toBe(rank);
          }
          expect(view.average.score).toBeCloseTo(sum(scores) / Math.max(1, scores.length), 6);
          const popularities = view.everyone.map(({ popularity }) => popularity);
          expect(popularities).toEqual(popularities.toSorted((a, b) => b - a));
          const [own, all] = [view.recommendations, view.everyone].map((list) =>
            list.map(({ item }) => item.id),
          );
          if (times === Number.POSITIVE_INFINITY) expect(own).toEqual(all);
          const asked = { log, at: null, person, item: own[0] ?? 'i1', times };
          expect((await engine.reasons(asked)).choice).toEqual(view.recommendations[0]?.choice);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('never lets a review move the choice score of its own item, whatever it gives', async () => {
    const plain = { aspects: [null, null], rating: null, text: '' } as const;
    const open = async (log: readonly LogEntry[], of: 'choice' | 'choice-popularity') =>
      (await engine.open({ log, at: null, ref: { of, person: 'u0', item: 'i2' } })).value;
    await fc.assert(
      fc.asyncProperty(anyLog, entry, aspects, async (log, { rating, text }, given) => {
        const others = log.filter((one) => !('item' in one && one.person === 'u0' && one.item === 'i2'));
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
        const others = log.filter((one) => !('item' in one && one.person === 'new-1' && one.item === 'i2'));
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
      const terms = [...list[k].words, ...list[k].reviews];
      const largest = terms
        .map(({ value }) => value)
        .filter((value) => value > 0)
        .sort((a, b) => b - a)
        .slice(0, 3);
      const found = reasons.map(({ value }) => value);
      expect(found.filter((value) => value > 0)).toEqual(largest);
      // Against it: what weighs most, last, and the word that does.
      const [worst, word] = [terms, list[k].words].map((of) => Math.min(0, ...of.map(({ value }) => value)));
      const against = [...new Set([word, worst])].filter((value) => value < 0);
      expect(found.filter((value) => value < 0)).toEqual(against);
      for (const { is: _, ...reason } of reasons) expect(terms).toContainEqual(reason);
    });
  });
});
