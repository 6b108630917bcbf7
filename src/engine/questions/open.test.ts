import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import { PASSES } from '../../model/bias';
import type { EngineApi } from '../contract';
import { createEngine } from '../core/engine';
import { nodeBackends } from '../core/nodeBackends';
import { reviewsIn } from '../edits';
import { type ExpectedNumber, historyName, type NumberRef, type OpenedNumber } from '../openedNumber';
import type { SimulatedLog } from '../simulatedLog';
import { FIGURES_OPENED, type FigureOpened } from '../testFigures';
import { liveEngine } from '../testing/liveEngine';
import { review } from '../testing/review';

let bundle: Bundle;
let engine: EngineApi;

beforeAll(async () => {
  ({ bundle, engine } = await liveEngine());
});

/** Kinds of numbers, each followed a few times at most: formulas of one kind are alike. */
const EACH = 6;

const kindOf = (ref: NumberRef): string =>
  [
    ref.of,
    'side' in ref ? ref.side : '',
    'without' in ref ? ref.without : '',
    'pass' in ref ? ref.pass : '',
    'part' in ref ? ref.part : '',
  ].join();

/** Opens a number, and what it is made of, and so on until nothing new opens. */
async function openAll(
  log: SimulatedLog,
  at: string | null,
  first: readonly NumberRef[],
): Promise<Map<string, OpenedNumber[]>> {
  const seen = new Map<string, OpenedNumber[]>();
  const asked = new Set<string>();
  const waiting: { ref: NumberRef; log: SimulatedLog; at: string | null; shown?: number }[] = first.map(
    (ref) => ({ ref, log, at }),
  );
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { ref, shown } = next;
    const name = JSON.stringify([ref, next.log.length, next.at]);
    const kind = kindOf(ref);
    if (asked.has(name) || (seen.get(kind)?.length ?? 0) >= EACH) continue;
    asked.add(name);
    const number = await engine.open({ log: next.log, at: next.at, ref });
    seen.set(kind, [...(seen.get(kind) ?? []), number]);
    // What was shown as an operand is what opens.
    if (shown !== undefined) expect(number.value, `${kind} ${name}`).toBeCloseTo(shown, 6);
    for (const summand of [...number.terms, ...(number.divisor ?? [])])
      for (const { open, value, origin } of summand.factors) {
        expect(Number.isFinite(value), `${kind}: ${summand.factors.map((f) => f.what.is)}`).toBe(true);
        expect(
          open === null,
          `${kind} ends at something that was given, counted or stored, or computed elsewhere`,
        ).toBe(open === null && origin !== 'weight');
        if (open) waiting.push({ ref: open, ...number.place, shown: value });
      }
  }
  return seen;
}

const log: SimulatedLog = [
  review('s1', { text: 'Not bad: malty, sweet and malty again, xyzzy.' }),
  review('s2', { person: 'new-1', item: 'i2', rating: null }),
  review('s3', { person: 'new-1', item: 'i3', text: '', rating: 2, aspects: [null, null] }),
  { edit: 'delete', key: 'b3' },
];

describe('open', () => {
  it('gives formulas whose operands combine to the number, down to weights', {
    timeout: 60_000,
  }, async () => {
    const seen = await openAll(log, null, [
      { of: 'prediction', person: 'u0', item: 'i4' },
      { of: 'prediction', person: 'u0', item: 'i1' },
      { of: 'prediction', person: 'new-1', item: 'i1' },
      { of: 'state', side: 'item', id: 'i1', d: 0 },
      { of: 'remaining', side: 'user', key: 's1' },
      { of: 'contribution', side: 'item', key: 'b0', d: 1 },
      { of: 'attention', key: 's1', word: 2 },
      { of: 'effect-share', key: 's1', word: 2 },
      { of: 'coordinate', axes: 'items', axis: 0, side: 'item', id: 'i2' },
      { of: 'coordinate', axes: 'people', axis: 1, side: 'user', id: 'u0' },
      { of: 'keyword', side: 'user', id: 'u0', word: 'malty' },
      { of: 'share', item: 'i4', key: 's1' },
      { of: 'choice', person: 'u0', item: 'i4' },
      { of: 'choice', person: 'new-1', item: 'i1' },
      { of: 'choice-states', person: 'u0', item: 'i4' },
      { of: 'choice-match', person: 'u0', item: 'i4' },
      { of: 'choice-word', person: 'u0', item: 'i4', word: 'malty' },
      { of: 'choice-pair', person: 'u0', item: 'i4', mine: 's1', its: '' },
      { of: 'expected', part: 'prediction', key: 's1', when: 'before' },
      { of: 'expected', part: 'prediction', key: 's2', when: 'after' },
      { of: 'expected', part: 'choice', key: 's1', when: 'before' },
      { of: 'expected', part: 'choice', key: 's2', when: 'after' },
      { of: 'expected', part: 'choice-match', key: 's1', when: 'after' },
    ]);
    for (const numbers of seen.values())
      for (const { about, recomputed, value, terms } of numbers)
        expect(Math.abs(recomputed - value), `${about.is}: ${terms.length} terms`).toBeLessThan(
          2e-6 * Math.max(1, Math.abs(value)),
        );
    const kinds = new Set([...seen.keys()].map((kind) => kind.split(',')[0]));
    for (const kind of [
      'prediction',
      'user-bias',
      'item-bias',
      'dot',
      'mlp',
      'hidden',
      'expected',
      'expected-hidden',
      'factor',
      'damped-bias',
      'scale',
      'reliability',
      'deviation',
      'next',
      'update',
      'reset',
      'candidate',
      'gated',
      'contribution',
      'kept',
      'remaining',
      'feature',
      'standardised',
      'text',
      'attention',
      'logit',
      'attending',
      'in-context',
      'context',
      'keyword',
      'sign',
      'effect-share',
      'effect',
      'masking',
      'coordinate',
      'share',
      'slope',
      'choice',
      'choice-popularity',
      'choice-states',
      'choice-initial',
      'choice-reviews',
      'choice-match',
      'choice-words',
      'choice-silent',
      'choice-share',
      'choice-word',
      'choice-pair',
      'choice-toward',
      'choice-slope',
      'choice-side',
      'centred',
      'weight',
      'state',
    ])
      expect(kinds, kind).toContain(kind);
  });

  it('opens an altered model into what was altered', { timeout: 60_000 }, async () => {
    const altered: SimulatedLog = [
      ...log,
      { edit: 'freeze', side: 'user', gate: 'reset', to: 0 },
      { edit: 'freeze', side: 'item', gate: 'update', to: 1 },
      { edit: 'clamp', side: 'user', d: 1, to: 0.5 },
      { edit: 'counterpart', with: 'initial' },
      { edit: 'shuffle', seed: 7 },
    ];
    const seen = await openAll(altered, null, [
      { of: 'prediction', person: 'u0', item: 'i4' },
      { of: 'state', side: 'user', id: 'u0', d: 0 },
      { of: 'state', side: 'user', id: 'u0', d: 1 },
      { of: 'state', side: 'user', id: 'new-9', d: 1 },
      { of: 'contribution', side: 'user', key: 's1', d: 0 },
      { of: 'remaining', side: 'item', key: 's1' },
    ]);
    for (const numbers of seen.values())
      for (const { about, recomputed, value } of numbers)
        expect(Math.abs(recomputed - value), about.is).toBeLessThan(2e-6 * Math.max(1, Math.abs(value)));
    const open = (ref: NumberRef) => engine.open({ log: altered, at: null, ref });
    expect(await open({ of: 'reset', side: 'user', key: 's1', d: 2 })).toMatchObject({
      value: 0,
      outer: null,
      terms: [{ factors: [{ what: { is: 'frozen', at: 0 }, origin: 'constant' }] }],
    });
    expect(await open({ of: 'update', side: 'item', key: 's1', d: 2 })).toMatchObject({ value: 1 });
    expect(await open({ of: 'update', side: 'user', key: 's1', d: 1 })).toMatchObject({
      value: 1,
      about: { is: 'gate', held: 1, clamped: 0.5 },
    });
    expect((await open({ of: 'state', side: 'user', id: 'u0', d: 1 })).value).toBe(0.5);
    const candidate = await open({ of: 'candidate', side: 'user', key: 's1', d: 2 });
    expect(candidate.terms.flatMap(({ factors }) => factors.map(({ what }) => what))).toContainEqual(
      expect.objectContaining({ is: 'initial', as: 'counterpart' }),
    );
    const trace = await engine.trace({ log: altered, at: null, key: 's1' });
    expect(trace.largestDifference).toBeLessThan(1e-6);
    expect(trace.tensors['user/reset']?.values.every((value) => value === 0)).toBe(true);
    expect(trace.tensors['user/next']?.values[1]).toBe(0.5);
    expect(trace.held?.['user/update'].slice(0, 3)).toEqual([null, 1, null]);
    // What a cell sees is what everybody begins with, not what the strip of the other side shows.
    expect(trace.tensors['item/counterpart']?.values[1]).toBe(0.5);
    expect(trace.tensors['user/counterpart']?.values).toEqual(bundle.weights.get('item/initial'));
  });

  it('shows what the page shows', async () => {
    const view = await engine.view({ log, person: 'u0', item: 'i1', k: 5, words: 20 });
    const opened = (ref: NumberRef) => engine.open({ log, at: null, ref });
    const [first] = view.recommendations;
    expect((await opened({ of: 'prediction', person: 'u0', item: first.item.id })).value).toBe(
      first.prediction.raw,
    );
    // Reviewed: predicted from all other interactions.
    expect((await opened({ of: 'prediction', person: 'u0', item: 'i1' })).value).toBe(
      view.item?.prediction.raw,
    );
    const [word] = view.person.profile.words;
    expect((await opened({ of: 'keyword', side: 'user', id: 'u0', word: word.word })).value).toBe(
      word.weight,
    );
    const { key, remaining } = view.person.history[0];
    expect((await opened({ of: 'remaining', side: 'user', key })).value).toBe(remaining);
  });

  it('opens the choice score of the list into popularity, beginning, reviews, words and what is not spoken of', async () => {
    const view = await engine.view({ log, person: 'u0', item: null, k: 5, words: 20 });
    const list = await engine.recommend({ log, at: null, person: 'u0', k: 5 });
    expect(view.recommendations.length).toBeGreaterThan(0);
    for (const [k, { item, choice }] of view.recommendations.entries()) {
      const pair = { person: 'u0', item: item.id };
      const open = async (of: 'choice' | 'choice-popularity' | 'choice-states' | 'choice-match') =>
        engine.open({ log, at: null, ref: { of, ...pair } });
      const { value, terms } = await open('choice');
      expect(value).toBe(choice.score);
      const { initial, reviews, words, notSpokenOf } = list[k];
      const sum = (values: readonly { readonly value: number }[]) =>
        values.reduce((total, one) => total + one.value, 0);
      const expected = [choice.popularity, initial, sum(reviews), sum(words), notSpokenOf];
      terms.forEach((term, n) => {
        expect(term.value).toBeCloseTo(expected[n], 10);
      });
      expect(terms).toHaveLength(expected.length);
      expect((await open('choice-popularity')).value).toBe(choice.popularity);
      expect((await open('choice-states')).value).toBe(choice.states);
      expect((await open('choice-match')).value).toBe(choice.words);
      for (const { word, value: brings } of words.slice(0, 3)) {
        const ref = { of: 'choice-word', ...pair, word } as const;
        expect((await engine.open({ log, at: null, ref })).value).toBeCloseTo(brings, 12);
      }
    }
  });

  it('opens the own scale of somebody who likes what others do not as max(0, …), which is 0', async () => {
    const { id } = bundle.items;
    // Five who like the first items and not the others, and one who says the opposite.
    const contrary = [0, 1, 2, 3, 4, 5].flatMap((n) =>
      id.map((item, k) =>
        review(`s${1 + n * id.length + k}`, {
          person: `new-${n + 1}`,
          item,
          rating: k < id.length / 2 === n > 0 ? 5 : 0,
          text: '',
        }),
      ),
    );
    for (const pass of [1, 2, PASSES]) {
      const ref = { of: 'scale', person: 'new-1', pass } as const;
      const { value, recomputed, outer, tex, about, terms } = await engine.open({
        log: contrary,
        at: null,
        ref,
      });
      const above = terms.reduce((sum, term) => sum + term.value, 0);
      expect(above).toBeLessThan(0);
      expect({ value, recomputed, outer }).toEqual({ value: 0, recomputed: 0, outer: 'relu' });
      expect(tex).toContain(String.raw`\max`);
      expect(about).toMatchObject({ is: 'scale', not: null, floored: true });
    }
    const { value } = await engine.open({
      log: contrary,
      at: null,
      ref: { of: 'item-bias', person: 'new-1', item: id[0] },
    });
    expect(value).toBeCloseTo(0, 12);
  });

  it('opens what was measured here into the errors that it sums up, and nothing else', async () => {
    const request = { text: true, rating: true, aspects: false };
    const ask = (name: FigureOpened, history: string) =>
      engine.open({ log: [], at: null, ref: { of: 'metric', name, history } });
    await expect(ask('rmse', 'text')).rejects.toThrow(/not-measured/);
    const measured = await engine.evaluate(request, () => {});
    // A model that is altered for a moment does not change what the figures of the page stand on.
    const alterations = [{ edit: 'freeze', side: 'both', gate: 'update', to: 1 }] as const;
    expect((await engine.evaluate({ ...request, alterations }, () => {})).rmse).not.toBe(measured.rmse);
    for (const name of FIGURES_OPENED) {
      const { value, recomputed, terms } = await ask(name, historyName(request));
      expect(value).toBeCloseTo(measured[name] ?? 0, 12);
      expect(recomputed).toBeCloseTo(value, 12);
      if (name === 'mae' || name === 'rmse') expect(terms.length).toBe(measured.n);
    }
  });

  it('opens what was expected around an interaction as its trace has it', async () => {
    const { key, prediction, choice } = await engine.trace({ log, at: null, key: 's1' });
    for (const when of ['before', 'after'] as const) {
      const part = (of: ExpectedNumber) =>
        engine.open({ log, at: null, ref: { of: 'expected', part: of, key, when } });
      expect((await part('prediction')).value).toBe(prediction[when].raw);
      expect((await part('mlp')).value).toBe(prediction[when].mlp);
      expect((await part('user-bias')).value).toBe(prediction[when].userBias);
      const { score, popularity, states, words } = choice[when];
      expect(score).toBeCloseTo(popularity + states + words, 12);
      expect((await part('choice')).value).toBe(score);
      expect((await part('choice-popularity')).value).toBe(popularity);
      expect((await part('choice-states')).value).toBe(states);
      expect((await part('choice-match')).value).toBe(words);
    }
    await expect(
      engine.open({ log: [], at: null, ref: { of: 'expected', part: 'dot', key: 'b0', when: 'before' } }),
    ).rejects.toThrow(/ref\.when: nothing-before/);
  });

  it('opens what masking a word changes as it was measured', async () => {
    const { words } = await engine.faithfulness({ log, at: null, key: 's1' });
    const view = await engine.view({ log, person: 'u0', item: 'i1', k: 5, words: 20 });
    expect(view.person.history.some(({ key }) => key === 's1')).toBe(true);
    for (const [word, { change, effect }] of words.entries()) {
      const open = (ref: NumberRef) => engine.open({ log, at: null, ref });
      expect((await open({ of: 'effect-share', key: 's1', word })).value).toBeCloseTo(effect ?? 0, 5);
      if (!change) continue;
      expect((await open({ of: 'masking', key: 's1', word, how: 'without' })).value).toBeCloseTo(
        change.rating,
        6,
      );
    }
    await expect(engine.open({ log, at: null, ref: { of: 'effect', key: 's3', word: 0 } })).rejects.toThrow(
      'ref.key: words-unknown',
    );
    await expect(engine.open({ log, at: null, ref: { of: 'effect', key: 's1', word: 99 } })).rejects.toThrow(
      /ref\.word: no-place .*99/,
    );
  });

  it('opens the past as it stood', async () => {
    const { history } = (await engine.view({ log: [], person: 'u0', item: null, k: 5, words: 5 })).person;
    const at = history[1].key;
    const view = await engine.view({ log: [], at, person: 'u0', item: null, k: 5, words: 5 });
    const { item, prediction } = view.recommendations[0];
    const number = await engine.open({ log: [], at, ref: { of: 'prediction', person: 'u0', item: item.id } });
    expect(number.value).toBe(prediction.raw);
    await expect(
      engine.open({ log: [], at, ref: { of: 'remaining', side: 'user', key: history[2].key } }),
    ).rejects.toThrow(/ref\.key: not-yet/);
  });

  it('names what is wrong', async () => {
    const ask = (ref: unknown) => engine.open({ log: [], at: null, ref: ref as NumberRef });
    await expect(ask({ of: 'colour' })).rejects.toThrow('ref.of: no-number name "colour"');
    await expect(ask({ of: 'prediction', person: 'nobody', item: 'i1' })).rejects.toThrow(/nobody/);
    await expect(ask({ of: 'state', side: 'user', id: 'u0', d: 99 })).rejects.toThrow(
      /ref\.d: no-place .*99/,
    );
    await expect(ask({ of: 'weight', name: 'no/such', index: 0 })).rejects.toThrow('ref.name');
    await expect(ask({ of: 'attention', key: 's9', word: 0 })).rejects.toThrow('ref.key: no-interaction');
  });
});

describe('trace', () => {
  it('gives every intermediate of an update, as the replay made it', async () => {
    const trace = await engine.trace({ log, at: null, key: 's1' });
    expect(trace.text).toBe('read');
    expect(trace.words.map(({ word }) => word)).toEqual([
      'not',
      'bad',
      'malty',
      'sweet',
      'and',
      'malty',
      'again',
      'xyzzy',
    ]);
    expect(trace.words.at(-1)?.known).toBe(false);
    expect(trace.largestDifference).toBeLessThan(1e-6);
    const timeline = await engine.timeline({ log, side: 'user', id: 'u0', at: null });
    const entry = timeline.entries.find(({ key }) => key === 's1');
    for (const [part, of] of [
      ['before', 'before'],
      ['after', 'next'],
      ['update', 'update'],
      ['reset', 'reset'],
    ] as const)
      entry?.change[part].forEach((value, d) => {
        expect(trace.tensors[`user/${of}`]?.values[d], `${part} ${d}`).toBeCloseTo(value, 6);
      });
    const sum = trace.tensors.attention?.values.reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(1, 6);
    const [first] = reviewsIn(log);
    const tokens = await engine.attend({ text: first.text, log: [], draft: first });
    expect(trace.tensors.x?.shape).toEqual([bundle.manifest.model.stateSize]);
    expect(tokens.map(({ attention }) => attention)).toEqual(
      Array.from(trace.tensors.attention?.values ?? []),
    );
  });

  it('says that a text ships as a vector only, or is not there', async () => {
    const { hasText } = bundle.interactions;
    const bare = createEngine({ backends: nodeBackends, read: async () => ({ ...bundle, prose: null }) });
    await bare.start({ bundleUrl: 'memory:', backend: 'cpu' }, () => {});
    const stored = await bare.trace({ log: [], at: null, key: `b${hasText.indexOf(1)}` });
    expect(stored.text).toBe('stored');
    expect(stored.words).toEqual([]);
    expect(stored.tensors.attention).toBeUndefined();
    const place = { log: [], at: null };
    const ref = { of: 'text', key: stored.key, e: 0 } as const;
    expect(await bare.open({ ...place, ref })).toMatchObject({ origin: 'stored', terms: [] });
    await expect(bare.open({ ...place, ref: { of: 'attention', key: stored.key, word: 0 } })).rejects.toThrow(
      /words-unknown/,
    );
    const absent = await engine.trace({ log, at: null, key: 's3' });
    expect(absent.text).toBe('absent');
    expect(Array.from(absent.tensors.presence?.values ?? [])).toEqual([0, 1, 0, 0]);
  });
});
