// biome-ignore lint/style/noRestrictedImports: what a program says is run as it says it
import '@tensorflow/tfjs-backend-cpu';
// biome-ignore lint/style/noRestrictedImports: as above
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineApi } from '../../engine/contract';
import { bindingOf, CELLS, nameIn, symbolText } from '../../engine/equations';
import type { NumberRef, OpenedNumber, UpdateTrace } from '../../engine/openedNumber';
import type { LogEntry, SimulatedInteraction, SimulatedLog } from '../../engine/simulatedLog';
import type { DatasetInfo } from '../../engine/start';
import { liveEngine } from '../../engine/testing/liveEngine';
import { review } from '../../engine/testing/review';
import { STATIONS } from '../../session/microscope';
import { type Gate, SIDES, type Side } from '../../vocabulary';
import { runTfjs } from '../code/testing/runTfjs';
import { quantityWords } from '../shared/quantityWords';
import { codeOf, hasSides } from './code/step';
import { hasCode, viewOf } from './stations';

/** Models that are made otherwise: `of` what the configuration has for each. */
const MODELS: Record<string, Parameters<typeof liveEngine>[0]> = {
  'as usual': {},
  'with rating times text': { product: true },
  'without aspects': { aspects: [], product: true },
  'with the product alone': { scorer: 'dot', damping: { user: 3, item: 2, scale: 4, reliability: null } },
  'with the network alone': { scorer: 'mlp', damping: { user: 3, item: 2, scale: null, reliability: 5 } },
  'without scales or reliabilities': { damping: { user: 3, item: 2, scale: null, reliability: null } },
};

const held = (side: Side | 'both', gate: Gate, to: 0 | 1): LogEntry => ({
  edit: 'freeze',
  side,
  gate,
  to,
});
const clamp = (side: Side, d: number): LogEntry => ({ edit: 'clamp', side, d, to: 0.5 });

const ALTERATIONS: Record<string, SimulatedLog> = {
  none: [],
  'the person’s update gate frozen': [held('user', 'update', 1)],
  'all gates frozen': [held('both', 'update', 0), held('both', 'reset', 0)],
  'dimensions clamped': [clamp('item', 1), clamp('user', 2), clamp('user', 4)],
  'a gate frozen and a dimension clamped': [held('item', 'update', 0), clamp('item', 1)],
  'the counterpart hidden': [{ edit: 'counterpart', with: 'initial' }],
};

const REVIEWS: Record<string, Partial<SimulatedInteraction>> = {
  'all given': { text: 'Not bad: malty, xyzzy.', aspects: [4, 2] },
  'one word and an aspect': { text: 'Sweet', rating: null, aspects: [null, 4] },
  'unknown words alone': { text: 'xyzzy plugh', aspects: [null, null] },
  'no text': { text: '' },
  'no word in the text': { text: '…!' },
  nothing: { text: '', rating: null, aspects: [null, null] },
};

const MUTED: LogEntry = { edit: 'mute', key: null, modality: 'text', muted: true };

/** Without classes of symbols, which the drawer has not. */
const plain = (tex: string | null): string => {
  const inner = (tex ?? '').replace(/\\htmlClass\{[^}]*\}\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g, '$1');
  return inner.replace(/\s/g, '');
};

/** What stands on the right of each equation of a station or a drawer. */
const sidesOf = (tex: string | null): string[] =>
  plain(tex)
    .replace(/\\(?:begin|end)\{aligned\}/g, '')
    .replace(/\\begin\{cases\}.*?\\end\{cases\}/g, (cases) => cases.replaceAll('\\\\', ' '))
    .split('\\\\')
    .map((one) => one.replace(/^[^=]*=/, ''));

/** TeX of a symbol that is bound to a strip. */
const texSymbolOf = (tex: string | null, binding: string): string | undefined =>
  new RegExp(`sym-${binding}\\}\\{((?:[^{}]|\\{[^{}]*\\})*)\\}`).exec(tex ?? '')?.[1];

const symbolsOf = ({ terms, divisor }: OpenedNumber): string[] =>
  [...terms, ...(divisor ?? [])].flatMap(({ factors }) => factors.map(({ symbol }) => symbol));

describe.each(Object.entries(MODELS))('symbols of a model %s', (_, model) => {
  let engine: EngineApi;
  let dataset: DatasetInfo;
  let rows: number;
  beforeAll(async () => {
    await setBackend('cpu');
    const live = await liveEngine(model);
    engine = live.engine;
    rows = live.bundle.weights.get('features/kernel')!.length / live.bundle.manifest.model.stateSize;
    ({ dataset } = await engine.start({ bundleUrl: 'memory:', backend: 'cpu' }, () => {}));
    await engine.replay(() => {});
  });

  const updates = (): { readonly name: string; readonly log: SimulatedLog }[] =>
    Object.entries(ALTERATIONS).flatMap(([altered, edits]) =>
      Object.entries(REVIEWS).flatMap(([given, changes]) => {
        const one = review('s1', changes);
        const log = [{ ...one, aspects: one.aspects.slice(0, dataset.aspects.length) }, ...edits];
        const name = `${given}, altered: ${altered}`;
        return altered === 'none'
          ? [
              { name, log },
              { name: `${name}, text muted`, log: [...log, MUTED] },
            ]
          : [{ name, log }];
      }),
    );

  /** Opens numbers of an update, each of which must come to what is shown. */
  const opener = (log: SimulatedLog, name: string) => async (ref: NumberRef) => {
    const opened = await engine.open({ log, at: null, ref });
    expect(Math.abs(opened.recomputed - opened.value), `${name}: ${opened.about.is}`).toBeLessThan(1e-5);
    // What a model does without stands in no equation, and what an equation of biases names is an operand of it.
    const { scale, reliability } = model?.damping ?? { scale: 1, reliability: 1 };
    if (!['scale', 'reliability'].includes(ref.of)) {
      if (scale === null) expect(plain(opened.tex), `${name}: ${opened.about.is}`).not.toContain('s_u');
      if (reliability === null) expect(plain(opened.tex), `${name}: ${opened.about.is}`).not.toContain('w_u');
    }
    if (ref.of === 'item-bias' || (ref.of === 'damped-bias' && ref.side === 'item'))
      for (const symbol of ['s_u', 'w_u'])
        expect(plain(opened.tex).includes(symbol), `${opened.about.is}, ${symbol}`).toBe(
          symbolsOf(opened).includes(symbol),
        );
    return opened;
  };

  it('are the same in the station, in the drawer and in the model', { timeout: 300_000 }, async () => {
    for (const { name, log } of updates()) {
      const trace = await engine.trace({ log, at: null, key: 's1' });
      const open = opener(log, name);
      await ofGates(trace, name, open);
      await ofFeatures(trace, name, open);
    }
  });

  async function ofGates(trace: UpdateTrace, name: string, open: ReturnType<typeof opener>): Promise<void> {
    for (const gate of ['reset', 'update'] as const) {
      const station = viewOf(gate, trace, dataset);
      const equations = sidesOf(station.tex);
      for (const [k, side] of SIDES.entries()) {
        const whose = `${name}: ${side}’s ${gate}`;
        const holds = trace.held?.[`${side}/${gate}`] ?? Array.from(trace.tensors.x!.values, () => null);
        const code = codeOf({ station: gate, side, trace, dataset }, 'NumPy');
        const computed = holds.includes(null);
        expect(equations[k].includes(String.raw`\sigma`), whose).toBe(computed);
        expect(code.includes('np.exp'), whose).toBe(computed);
        expect(
          station.groups[k].strips.some(({ symbol }) => symbol === 'x'),
          whose,
        ).toBe(computed);
        for (const [d, hold] of holds.entries()) {
          const drawer = await open({ of: gate, side, key: 's1', d });
          const right = sidesOf(drawer.tex)[0];
          expect(drawer.outer, `${whose}, dimension ${d}`).toBe(hold === null ? 'sigmoid' : null);
          // As a whole, or as one of its cases.
          expect(equations[k], `${whose}, dimension ${d}`).toContain(right);
          if (hold !== null && (computed || new Set(holds).size > 1))
            expect(equations[k]).toMatch(/\\begin\{cases\}/);
          expect(right.includes('^{0}'), whose).toBe(trace.blind && hold === null);
        }
        expect(code.includes('initial state'), whose).toBe(trace.blind && computed);
      }
      const D = dataset.stateSize;
      const free = SIDES.filter((side) => {
        const holds = trace.held?.[`${side}/${gate}`];
        return !holds || holds.includes(null);
      });
      const where = [
        '',
        ` → [${D}], in the ${free[0] === 'user' ? 'person' : 'item'}’s cell`,
        ` → [${D}], on each side`,
      ];
      expect(station.shape ?? '', name).toContain(where[free.length]);
      expect(station.shape === null, name).toBe(free.length === 0);
    }
    const candidates = sidesOf(viewOf('candidate', trace, dataset).tex);
    for (const [k, side] of SIDES.entries()) {
      const drawer = await open({ of: 'candidate', side, key: 's1', d: 0 });
      // What the reset gate is multiplied by has an equation of its own.
      const gated = await open({ of: 'gated', side, key: 's1', d: 0 });
      expect(candidates.slice(2 * k, 2 * k + 2), name).toEqual(
        [gated, drawer].map((one) => sidesOf(one.tex)[0]),
      );
      await open({ of: 'next', side, key: 's1', d: 1 });
    }
  }

  async function ofFeatures(
    trace: UpdateTrace,
    name: string,
    open: ReturnType<typeof opener>,
  ): Promise<void> {
    const fusion = viewOf('fusion', trace, dataset);
    expect(fusion.shape, name).toBe(`[${rows}] → [${dataset.stateSize}]`);
    const feature = await open({ of: 'feature', key: 's1', d: 0 });
    expect(sidesOf(fusion.tex)[0], name).toBe(sidesOf(feature.tex)[0]);
    const [blocks] = /\[.*\]/.exec(sidesOf(fusion.tex)[0]) ?? [''];
    expect(blocks.split(';'), name).toHaveLength(model?.product ? 4 : 3);
    const code = codeOf({ station: 'fusion', side: 'user', trace, dataset }, 'NumPy');
    expect(code.includes('y[0] * t'), name).toBe(Boolean(model?.product));

    const ratings = [trace.rating, ...trace.aspects];
    const feedback = sidesOf(viewOf('feedback', trace, dataset).tex)[0];
    for (const [field, value] of ratings.entries()) {
      const drawer = await open({ of: 'standardised', key: 's1', field });
      expect(feedback, `${name}, field ${field}`).toContain(sidesOf(drawer.tex)[0]);
      expect(/= 0$/.test(drawer.tex), name).toBe(value === null);
    }

    const read = trace.text === 'read';
    const text = await open({ of: 'text', key: 's1', e: 0 });
    expect(sidesOf(viewOf('text', trace, dataset).tex)[0], name).toBe(sidesOf(text.tex)[0]);
    expect(text.terms.length > 0, name).toBe(read);
    if (!read) return;
    const context = sidesOf(viewOf('context', trace, dataset).tex)[0];
    for (const word of trace.words.keys()) {
      const drawer = await open({ of: 'context', key: 's1', word, e: 0 });
      const neighbours = drawer.tex.match(/W\^\{c\}_\{[pcn]\}/g) ?? [];
      for (const symbol of neighbours) expect(context, name).toContain(symbol);
      expect(neighbours, name).toHaveLength(1 + Number(word > 0) + Number(word < trace.words.length - 1));
    }
    expect(context.includes('W^{c}_{p}'), name).toBe(trace.words.length > 1);
  }

  it('are the same in the prediction of the station, in the drawer and in the model', async () => {
    const log = [review('s1', { aspects: [4, 2].slice(0, dataset.aspects.length) })];
    const trace = await engine.trace({ log, at: null, key: 's1' });
    const open = opener(log, 'prediction');
    const pair = { person: 'u0', item: 'i2' };
    const prediction = await open({ of: 'prediction', ...pair });
    const equation = sidesOf(viewOf('score', trace, dataset).tex)[0];
    expect(sidesOf(prediction.tex)[0]).toBe(equation);
    const { scorer = 'full', damping } = model ?? {};
    expect(equation.includes(String.raw`\langle`)).toBe(scorer !== 'mlp');
    expect(equation.includes('f(u,i)')).toBe(scorer !== 'dot');
    expect(equation.includes('s_u')).toBe(damping?.scale !== null);
    expect(prediction.terms).toHaveLength(scorer === 'full' ? 5 : 4);
    for (const of of ['user-bias', 'item-bias', 'dot', 'mlp'] as const) {
      const part = await open({ of, ...pair });
      if (part.terms.length === 0) expect(plain(part.tex)).toMatch(/=0$/);
    }
    const choices = sidesOf(viewOf('choice', trace, dataset).tex);
    for (const of of ['choice', 'choice-popularity', 'choice-states', 'choice-match'] as const)
      expect(choices).toContain(sidesOf((await open({ of, ...pair })).tex)[0]);
    const slope = await open({ of: 'slope', item: 'i2', d: 0 });
    expect(slope.tex.includes('P')).toBe(scorer !== 'mlp');
    for (const pass of [2, 3]) {
      await open({ of: 'damped-bias', side: 'user', id: 'u0', pass });
      await open({ of: 'damped-bias', side: 'item', id: 'i1', pass });
      for (const without of ['user', 'item', 'both'] as const)
        await open({ of: 'deviation', without, key: 's1', pass });
      const scale = await open({ of: 'scale', person: 'u0', pass });
      expect(scale.tex === 's_u = 1').toBe(damping?.scale === null);
      const reliability = await open({ of: 'reliability', person: 'u0', pass });
      expect(reliability.tex === 'w_u = 1').toBe(damping?.reliability === null);
    }
  });

  it('are one for each thing, in equation, strip, drawer and program', async () => {
    const log = [review('s1', { aspects: [4, 2].slice(0, dataset.aspects.length) })];
    const trace = await engine.trace({ log, at: null, key: 's1' });
    for (const station of ['reset', 'update', 'candidate', 'next'] as const)
      for (const side of SIDES) {
        const { of } = CELLS[side][station];
        const { tex, groups } = viewOf(station, trace, dataset);
        const strip = groups.flatMap(({ strips }) => strips).find(({ symbol }) => symbol === bindingOf(of));
        expect(strip?.name).toBe(`${symbolText(of)}, ${quantityWords(of.what)}`);
        const drawer = await engine.open({ log, at: null, ref: { of: station, side, key: 's1', d: 1 } });
        expect(drawer.symbol).toBe(`${texSymbolOf(tex, bindingOf(of))}_{1}`);
        expect(drawer.name).toBe(nameIn(of));
        expect(codeOf({ station, side, trace, dataset }, 'NumPy')).toContain(`${drawer.name} = `);
      }
  });

  it('are what the generated code computes', { timeout: 300_000 }, async () => {
    for (const { name, log } of updates()) {
      const trace = await engine.trace({ log, at: null, key: 's1' });
      for (const station of STATIONS)
        for (const side of hasSides(station) ? SIDES : (['user'] as const))
          if (hasCode(station, trace)) {
            const program = codeOf({ station, side, trace, dataset }, 'TensorFlow.js');
            expect(await runTfjs(program), `${name}: ${station}, ${side}\n${program}`).toBeNull();
          }
    }
  });

  it('of the effect of a word are the parts that it is made of', async () => {
    const log = [review('s1', { aspects: [4, 2].slice(0, dataset.aspects.length) })];
    const effect = await opener(log, 'effect')({ of: 'effect', key: 's1', word: 0 });
    const parts = effect.terms.map(({ factors: [part] }) => part.value);
    expect(parts[0] + parts[1]).toBe(1);
    expect(effect.tex.match(/0\.\d+/g)?.map(Number)).toEqual(parts);
    expect(effect.about).toMatchObject({ masked: parts[0], alone: parts[1] });
  });
});
