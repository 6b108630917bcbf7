import { DIALECTS, type DialectName } from '../../code/dialects';

/** How a language writes a step on vectors and matrices; expressions are strings that stand anywhere. */
export interface VectorDialect {
  readonly head: readonly string[];
  readonly comment: string;
  readonly declare: (name: string, expression: string) => string;
  /** Of numbers, or of rows of numbers. */
  readonly array: (values: string, matrix: boolean) => string;
  /** Of whole numbers that name rows. */
  readonly places: (values: string) => string;
  /** Product of matrices or vectors. */
  readonly dot: (a: string, b: string) => string;
  readonly add: (...terms: readonly string[]) => string;
  readonly subtract: (a: string, b: string) => string;
  /** Number by number. */
  readonly multiply: (a: string, b: string) => string;
  readonly divide: (a: string, b: string) => string;
  readonly tanh: (x: string) => string;
  readonly sigmoid: (x: string) => string;
  readonly softmax: (x: string) => string;
  /** One vector after the other. */
  readonly join: (parts: readonly string[]) => string;
  /** Rows of a matrix. */
  readonly rows: (matrix: string, places: string) => string;
  /** Each row's predecessor or successor, zeros at the edge. */
  readonly neighbour: (matrix: string, which: 'before' | 'after', shape: readonly [number, number]) => string;
  /** Prints the result and fails unless each number is as expected, to 1e-5 of its size. */
  readonly check: (result: string, expected: string) => readonly string[];
}

const WITHIN = 1e-5;

const infix =
  (sign: string) =>
  (...terms: readonly string[]): string =>
    terms.join(` ${sign} `);

const python = (module: 'np' | 'torch', dialect: 'NumPy' | 'PyTorch'): VectorDialect => {
  const { head, comment, declare, outers } = DIALECTS[dialect];
  const whole = module === 'np' ? 'np.array' : 'torch.tensor';
  const glue = module === 'np' ? 'np.concatenate' : 'torch.cat';
  const zeros = (width: number) => (module === 'np' ? `np.zeros((1, ${width}))` : `torch.zeros(1, ${width})`);
  return {
    head,
    comment,
    declare,
    // Ones and zeros alone would be whole numbers to PyTorch.
    array: (values) =>
      module === 'np' ? `np.array(${values})` : `torch.tensor(${values}, dtype=torch.float64)`,
    places: (values) => `${whole}(${values})`,
    dot: infix('@'),
    add: infix('+'),
    subtract: (a, b) => `(${a} - ${b})`,
    multiply: infix('*'),
    divide: infix('/'),
    tanh: outers.tanh,
    sigmoid: (x) => (module === 'np' ? `1 / (1 + np.exp(-(${x})))` : outers.sigmoid(x)),
    softmax: (x) =>
      module === 'np'
        ? `np.exp(${x} - np.max(${x})) / np.sum(np.exp(${x} - np.max(${x})))`
        : `torch.softmax(${x}, 0)`,
    join: (parts) => `${glue}([${parts.join(', ')}])`,
    rows: (matrix, places) => `${matrix}[${places}]`,
    neighbour: (matrix, which, [, width]) =>
      which === 'before'
        ? `${glue}([${zeros(width)}, ${matrix}[:-1]])`
        : `${glue}([${matrix}[1:], ${zeros(width)}])`,
    check: (result, expected) => [
      `expected = ${expected}`,
      `print(${result}, "expected", expected)`,
      `assert (abs(${result} - expected) <= ${WITHIN} * (1 + abs(expected))).all()`,
    ],
  };
};

const call =
  (name: string) =>
  (...args: readonly string[]): string =>
    `tf.${name}(${args.join(', ')})`;

const tfjs: VectorDialect = {
  head: DIALECTS['TensorFlow.js'].head,
  comment: '//',
  declare: DIALECTS['TensorFlow.js'].declare,
  array: (values, matrix) => `tf.tensor${matrix ? 2 : 1}d(${values})`,
  places: (values) => `tf.tensor1d(${values}, 'int32')`,
  dot: call('dot'),
  add: (...terms) => terms.reduce((sum, term) => call('add')(sum, term)),
  subtract: call('sub'),
  multiply: call('mul'),
  divide: call('div'),
  tanh: call('tanh'),
  sigmoid: call('sigmoid'),
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
    `const off = tf.div(tf.abs(tf.sub(${result}, expected)), tf.add(1, tf.abs(expected)));`,
    'const [largest] = await tf.max(off).data();',
    `${result}.print();`,
    'expected.print();',
    `if (!(largest <= ${WITHIN})) throw new Error(\`${result} is off by \${largest}\`);`,
  ],
};

export const VECTOR_DIALECTS: Record<DialectName, VectorDialect> = {
  NumPy: python('np', 'NumPy'),
  PyTorch: python('torch', 'PyTorch'),
  'TensorFlow.js': tfjs,
};
