// biome-ignore lint/style/noRestrictedImports: what a snippet says is run as it says it
import '@tensorflow/tfjs-backend-cpu';
// biome-ignore lint/style/noRestrictedImports: as above
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DialectName } from '../../../engine/equations';
import type { OpenedNumber } from '../../../engine/openedNumber';
import { literal } from '../../code/literal';
import { pythonWith, runPython } from '../../code/testing/python';
import { runTfjs } from '../../code/testing/runTfjs';
import { gate, openedNumber } from '../testing/openedNumbers';
import { snippetOf } from './snippet';

/** A value that the operands do not give. */
const wrong = (one: OpenedNumber): OpenedNumber => ({
  ...one,
  value: one.value + 0.001 * (1 + Math.abs(one.value)),
});

/** A share of nothing. */
const emptyBelow: OpenedNumber = {
  ...gate(3),
  outer: null,
  divisor: gate(1).terms.map((term) => ({
    value: 0,
    factors: term.factors.map((factor) => ({ ...factor, value: 0 })),
  })),
  value: 0,
};

/** Many at once: each start of a Python takes a while. */
const batch = fc.array(openedNumber, { minLength: 60, maxLength: 60 });

beforeAll(() => tf.setBackend('cpu'));

describe('a snippet', () => {
  it('has one array for each factor of the terms that are alike, not a line for each term', () => {
    const code = snippetOf(gate(24), 'NumPy');
    expect(code).toContain('import numpy as np');
    expect(code).toContain('# Person’s update gate, dimension 3, at i1');
    expect(code).toMatch(/^W = np\.array\(\[$/m);
    expect(code).toMatch(/^x = np\.array\(\[$/m);
    expect(code).toMatch(/^b_3 = 0\.25$/m);
    expect(code).toMatch(/^total = np\.sum\(W \* x\) \+ b_3$/m);
    expect(code).toMatch(/^z_3 = 1 \/ \(1 \+ np\.exp\(-total\)\)$/m);
    expect(code.split('\n').length).toBeLessThan(30);
  });

  it('gives a number in Float32 with the digits that give it again', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Math.fround(Number(literal(value)))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('TensorFlow.js', () => {
  it('runs every snippet to the number that is shown', async () => {
    expect(await runTfjs(snippetOf(gate(48), 'TensorFlow.js'))).toBeNull();
    await fc.assert(
      fc.asyncProperty(openedNumber, async (one) => {
        expect(await runTfjs(snippetOf(one, 'TensorFlow.js'))).toBeNull();
      }),
    );
  });

  it('counts a quotient with nothing below the line as 0, as the engine does', async () => {
    expect(await runTfjs(snippetOf(emptyBelow, 'TensorFlow.js'))).toBeNull();
  });

  it('fails when another number is shown', async () => {
    await fc.assert(
      fc.asyncProperty(openedNumber, async (one) => {
        expect(await runTfjs(snippetOf(wrong(one), 'TensorFlow.js'))).toContain('is not');
      }),
    );
  });
});

const pythons: readonly (readonly [DialectName, string])[] = [
  ['NumPy', 'numpy'],
  ['PyTorch', 'torch'],
];

for (const [dialect, module] of pythons) {
  const python = pythonWith(module);
  describe(python ? dialect : `${dialect}: no Python here has the module ${module}`, () => {
    it.skipIf(!python)('runs every snippet to the number that is shown', () => {
      fc.assert(
        fc.property(batch, (numbers) => {
          const programs = [gate(48), emptyBelow, ...numbers].map((one) => snippetOf(one, dialect));
          expect(runPython(python as string, programs).filter(Boolean)).toEqual([]);
        }),
        { numRuns: 2 },
      );
    });

    it.skipIf(!python)('fails when another number is shown', () => {
      const programs = [gate(48), ...fc.sample(openedNumber, 60)].map((one) =>
        snippetOf(wrong(one), dialect),
      );
      for (const outcome of runPython(python as string, programs))
        expect(outcome).toContain('AssertionError');
    });
  });
}
