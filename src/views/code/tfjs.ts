import type { Dialect } from './dialect';

const call = (name: string) => (x: string) => `tf.${name}(${x})`;

export const tfjs: Dialect = {
  head: ["import * as tf from '@tensorflow/tfjs';"],
  comment: '//',
  declare: (name, expression) => `const ${name} = ${expression};`,
  scalar: (value) => `tf.scalar(${value})`,
  array: (values) => `tf.tensor1d(${values})`,
  multiply: (factors) => factors.reduce((product, factor) => `tf.mul(${product}, ${factor})`),
  sum: call('sum'),
  add: (terms) => (terms.length === 1 ? terms[0] : `tf.addN([${terms.join(', ')}])`),
  divide: (above, below) => `tf.div(${above}, ${below})`,
  functions: {
    'one-minus': (x) => `tf.sub(1, ${x})`,
    exp: call('exp'),
    log: call('log'),
    log1p: call('log1p'),
    relu: call('relu'),
    square: call('square'),
    reciprocal: call('reciprocal'),
    magnitude: call('abs'),
    negative: call('neg'),
  },
  outers: { tanh: call('tanh'), sigmoid: call('sigmoid'), relu: call('relu'), sqrt: call('sqrt') },
  check: (result, expected) => [
    `const expected = ${expected};`,
    `const [got] = await ${result}.data();`,
    "console.log(got, 'expected', expected);",
    'if (!(Math.abs(got - expected) <= 1e-5 * (1 + Math.abs(expected))))',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is the snippet's
    '  throw new Error(`${got} is not ${expected}`);',
  ],
};
