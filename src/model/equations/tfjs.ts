import { LEAST, MOST } from '../signs';
import { type Dialect, WITHIN } from './dialect';

const call =
  (name: string) =>
  (...args: readonly string[]): string =>
    `tf.${name}(${args.join(', ')})`;

export const tfjs: Dialect = {
  head: ["import * as tf from '@tensorflow/tfjs';"],
  comment: '//',
  declare: (name, expression) => `const ${name} = ${expression};`,
  scalar: (value) => `tf.scalar(${value})`,
  array: (values, matrix = false) => `tf.tensor${matrix ? 2 : 1}d(${values})`,
  places: (values) => `tf.tensor1d(${values}, 'int32')`,
  bracket: (expression) => expression,
  dot: call('dot'),
  add: (terms) => terms.reduce((sum, term) => call('add')(sum, term)),
  subtract: call('sub'),
  multiply: (factors) => factors.reduce((product, factor) => call('mul')(product, factor)),
  divide: call('div'),
  sum: call('sum'),
  functions: {
    'one-minus': (x) => `tf.sub(1, ${x})`,
    'less-one': (x) => `tf.sub(${x}, 1)`,
    exp: call('exp'),
    log: call('log'),
    log1p: call('log1p'),
    relu: call('relu'),
    square: call('square'),
    reciprocal: call('reciprocal'),
    magnitude: call('abs'),
    negative: call('neg'),
    tanh: call('tanh'),
    sigmoid: call('sigmoid'),
    sqrt: call('sqrt'),
    clamp: (x) => `tf.clipByValue(${x}, ${LEAST}, ${MOST})`,
  },
  softmax: call('softmax'),
  join: (parts) => `tf.concat([${parts.join(', ')}])`,
  rows: call('gather'),
  neighbour: (matrix, which, [rows, width]) => {
    const zeros = `tf.zeros([1, ${width}])`;
    const rest = `tf.slice(${matrix}, [${which === 'before' ? 0 : 1}, 0], [${rows - 1}, ${width}])`;
    return `tf.concat([${(which === 'before' ? [zeros, rest] : [rest, zeros]).join(', ')}])`;
  },
  check: (result, expected) => [
    `const expected = ${expected};`,
    `const [got] = await ${result}.data();`,
    "console.log(got, 'expected', expected);",
    `if (!(Math.abs(got - expected) <= ${WITHIN} * (1 + Math.abs(expected))))`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is the program's
    '  throw new Error(`${got} is not ${expected}`);',
  ],
  checkAll: (result, expected) => [
    '{',
    `  const expected = ${expected};`,
    `  const off = tf.div(tf.abs(tf.sub(${result}, expected)), tf.add(1, tf.abs(expected)));`,
    '  const [largest] = await tf.max(off).data();',
    `  ${result}.print();`,
    '  expected.print();',
    `  if (!(largest <= ${WITHIN})) throw new Error(\`${result} is off by \${largest}\`);`,
    '}',
  ],
};
