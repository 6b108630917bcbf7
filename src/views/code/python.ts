import type { Dialect } from './dialect';

const check: Dialect['check'] = (result, expected) => [
  `expected = ${expected}`,
  `print(float(${result}), "expected", expected)`,
  `assert abs(float(${result}) - expected) <= 1e-5 * (1 + abs(expected))`,
];

/** NumPy and PyTorch differ in the names of few functions. */
const python = (
  module: 'np' | 'torch',
  head: readonly string[],
  wrap: (value: string) => string,
): Dialect => ({
  head,
  comment: '#',
  declare: (name, expression) => `${name} = ${expression}`,
  scalar: wrap,
  array: wrap,
  multiply: (factors) => factors.join(' * '),
  sum: (array) => `${module}.sum(${array})`,
  add: (terms) => terms.join(' + '),
  divide: (above, below) => `${above} / ${below}`,
  functions: {
    'one-minus': (x) => `(1 - ${x})`,
    exp: (x) => `${module}.exp(${x})`,
    log: (x) => `${module}.log(${x})`,
    log1p: (x) => `${module}.log1p(${x})`,
    relu: (x) => (module === 'np' ? `np.maximum(0, ${x})` : `torch.relu(${x})`),
    square: (x) => `${x} ** 2`,
    reciprocal: (x) => `(1 / ${x})`,
    magnitude: (x) => `${module}.abs(${x})`,
    negative: (x) => `(-${x})`,
  },
  outers: {
    tanh: (x) => `${module}.tanh(${x})`,
    sigmoid: (x) => (module === 'np' ? `1 / (1 + np.exp(-${x}))` : `torch.sigmoid(${x})`),
    relu: (x) => (module === 'np' ? `np.maximum(0, ${x})` : `torch.relu(${x})`),
    sqrt: (x) => `${module}.sqrt(${x})`,
  },
  check,
});

export const numpy = python('np', ['import numpy as np'], (value) =>
  value.startsWith('[') ? `np.array(${value})` : value,
);

export const pytorch = python(
  'torch',
  ['import torch', '', 'torch.set_default_dtype(torch.float64)'],
  (value) => `torch.tensor(${value})`,
);
