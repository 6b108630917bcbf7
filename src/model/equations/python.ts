import { LEAST, MOST } from '../signs';
import { type Dialect, WITHIN } from './dialect';

const infix =
  (sign: string) =>
  (...terms: readonly string[]): string =>
    terms.join(` ${sign} `);

/** A name or a call binds more than any sign before it. */
const negated = (x: string): string => (/^[\w.]+(?:\(\w*\))?$/.test(x) ? `-${x}` : `-(${x})`);

/** NumPy and PyTorch differ in the names of few functions. */
const python = (
  module: 'np' | 'torch',
  names: Pick<Dialect, 'head' | 'scalar' | 'array'> & {
    readonly whole: string;
    readonly glue: string;
    readonly zeros: (width: number) => string;
    readonly softmax: (x: string) => string;
    readonly sigmoid: (x: string) => string;
    readonly relu: (x: string) => string;
  },
): Dialect => {
  const { head, scalar, array, whole, glue, zeros, softmax, sigmoid, relu } = names;
  const call = (name: string) => (x: string) => `${module}.${name}(${x})`;
  return {
    head,
    comment: '#',
    declare: (name, expression) => `${name} = ${expression}`,
    scalar,
    array,
    places: (values) => `${whole}(${values})`,
    bracket: (expression) => `(${expression})`,
    dot: infix('@'),
    add: (terms) => terms.join(' + '),
    subtract: infix('-'),
    multiply: (factors) => factors.join(' * '),
    divide: infix('/'),
    sum: call('sum'),
    functions: {
      'one-minus': (x) => `(1 - ${x})`,
      'less-one': (x) => `(${x} - 1)`,
      exp: call('exp'),
      log: call('log'),
      log1p: call('log1p'),
      relu,
      square: (x) => `${x} ** 2`,
      reciprocal: (x) => `(1 / ${x})`,
      magnitude: call('abs'),
      negative: (x) => `(${negated(x)})`,
      tanh: call('tanh'),
      sigmoid,
      sqrt: call('sqrt'),
      clamp: (x) => `${module}.clip(${x}, ${LEAST}, ${MOST})`,
    },
    softmax,
    join: (parts) => `${glue}([${parts.join(', ')}])`,
    rows: (matrix, places) => `${matrix}[${places}]`,
    neighbour: (matrix, which, [, width]) =>
      which === 'before'
        ? `${glue}([${zeros(width)}, ${matrix}[:-1]])`
        : `${glue}([${matrix}[1:], ${zeros(width)}])`,
    check: (result, expected) => [
      `expected = ${expected}`,
      `print(float(${result}), "expected", expected)`,
      `assert abs(float(${result}) - expected) <= ${WITHIN} * (1 + abs(expected))`,
    ],
    checkAll: (result, expected) => [
      `expected = ${expected}`,
      `print(${result}, "expected", expected)`,
      `assert (abs(${result} - expected) <= ${WITHIN} * (1 + abs(expected))).all()`,
    ],
  };
};

export const numpy = python('np', {
  head: ['import numpy as np'],
  scalar: (value) => value,
  array: (values) => `np.array(${values})`,
  whole: 'np.array',
  glue: 'np.concatenate',
  zeros: (width) => `np.zeros((1, ${width}))`,
  softmax: (x) => `np.exp(${x} - np.max(${x})) / np.sum(np.exp(${x} - np.max(${x})))`,
  sigmoid: (x) => `1 / (1 + np.exp(${negated(x)}))`,
  relu: (x) => `np.maximum(0, ${x})`,
});

export const pytorch = python('torch', {
  head: ['import torch', '', 'torch.set_default_dtype(torch.float64)'],
  scalar: (value) => `torch.tensor(${value})`,
  // Ones and zeros alone would be whole numbers to it.
  array: (values) => `torch.tensor(${values}, dtype=torch.float64)`,
  whole: 'torch.tensor',
  glue: 'torch.cat',
  zeros: (width) => `torch.zeros(1, ${width})`,
  softmax: (x) => `torch.softmax(${x}, 0)`,
  sigmoid: (x) => `torch.sigmoid(${x})`,
  relu: (x) => `torch.relu(${x})`,
});
