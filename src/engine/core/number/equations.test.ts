import { describe, expect, it } from 'vitest';
import { altered } from '../../../model/equations/alter';
import { CELLS } from '../../../model/equations/cell';
import { evaluate, type Look, weightIndex } from '../../../model/equations/evaluate';
import { features, standardised } from '../../../model/equations/features';
import { READING } from '../../../model/equations/text';
import type { Equation, Sizes } from '../../../model/equations/tree';
import { SIDES } from '../../../vocabulary';
import type { TracedTensor, TraceName, UpdateTrace } from '../../openedNumber';
import type { LogEntry } from '../../simulatedLog';
import { liveEngine } from '../../testing/liveEngine';
import { review } from '../../testing/review';

const ALTERATIONS: Record<string, readonly LogEntry[]> = {
  'as trained': [],
  'gates frozen': [
    { edit: 'freeze', side: 'user', gate: 'update', to: 1 },
    { edit: 'freeze', side: 'both', gate: 'reset', to: 0 },
  ],
  'dimensions held': [
    { edit: 'clamp', side: 'item', d: 1, to: 0.5 },
    { edit: 'clamp', side: 'user', d: 2, to: -0.5 },
  ],
  'the counterpart hidden': [{ edit: 'counterpart', with: 'initial' }],
};
const REVIEWS = {
  'all given': review('s1', { text: 'Not bad: malty, sweet and malty again, xyzzy.' }),
  'no text': review('s1', { text: '' }),
  'text alone': review('s1', { text: 'Sweet', rating: null, aspects: [null, null] }),
};

/** What an update computes, as the equations say it. */
function equationsOf(trace: UpdateTrace, product: boolean): Equation[] {
  const given = [trace.rating, ...trace.aspects].map((one) => one !== null);
  const text = trace.text === 'read';
  return [
    ...(text ? Object.values(READING).filter(({ of }) => of.id !== 'embedded') : []),
    standardised(given),
    features({ product, text, rating: given[0] }),
    ...SIDES.flatMap((side) => {
      const { reset, update, gated, candidate, next } = CELLS[side];
      return [reset, update, gated, candidate, next].map((one) => altered(one, trace));
    }),
  ];
}

describe.each(['cpu', 'wasm'] as const)('the fast kernels, on %s', (backend) => {
  it.each([false, true])(
    'give what the equations give in Float64, with rating times text: %s',
    async (product) => {
      const { engine } = await liveEngine({ product }, backend);
      for (const [how, edits] of Object.entries(ALTERATIONS))
        for (const [what, one] of Object.entries(REVIEWS)) {
          const trace = await engine.trace({ log: [one, ...edits], at: null, key: 's1' });
          const known: Record<string, ArrayLike<number>> = {
            given: [trace.rating, ...trace.aspects].map((value) => value ?? 0),
            'train-mean': trace.scales.map(({ mean }) => mean),
            'train-deviation': trace.scales.map(({ deviation }) => deviation),
          };
          const { tensors, weights } = trace;
          const length = (name: string) => weights[name].values.length;
          const sizes: Sizes = {
            D: length('features/bias'),
            E: length('text/context/bias'),
            A: length('text/attention/bias'),
            words: trace.words.length,
            fields: 1 + trace.aspects.length,
            bits: 2 + trace.aspects.length,
          };
          const look: Look = (of, at) => {
            const { weight } = of;
            if (weight) {
              const { shape, values } = weights[weight.name];
              return values[weightIndex(of, at, sizes, shape.at(-1) ?? 1)];
            }
            const values = known[of.id] ?? (tensors[of.id as TraceName] as TracedTensor).values;
            return values[at.reduce((index, place, k) => index * (sizes[of.axes[k]] ?? 0) + place, 0)];
          };
          for (const equation of equationsOf(trace, product)) {
            const traced = tensors[equation.of.id as TraceName]?.values ?? [];
            const exact = evaluate(equation, look, sizes);
            expect(exact, equation.of.id).toHaveLength(traced.length);
            const worst = exact.reduce((most, value, k) => Math.max(most, Math.abs(value - traced[k])), 0);
            expect(worst, `${how}, ${what}: ${equation.of.id}`).toBeLessThan(1e-6);
          }
        }
    },
  );
});
