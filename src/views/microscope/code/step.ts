import type { TracedTensor, TraceName, UpdateTrace } from '../../../engine/openedNumber';
import type { DatasetInfo } from '../../../engine/start';
import type { Station } from '../../../session/microscope';
import { scientific } from '../../../ui/format';
import type { Gate, Side } from '../../../vocabulary';
import { type DialectName, literal } from '../../code/dialects';
import { VECTOR_DIALECTS } from './dialects';
import { type Numbers, Writer } from './writer';

/** Stations whose step is the same on both sides, so that one of them is written. */
const TWO_SIDED: ReadonlySet<Station> = new Set(['reset', 'update', 'candidate', 'next']);

export interface Step {
  readonly station: Station;
  /** Whose cell, at the stations of the cells. */
  readonly side: Side;
  readonly trace: UpdateTrace;
  readonly dataset: DatasetInfo;
}

export const hasSides = (station: Station): boolean => TWO_SIDED.has(station);

/**
 * A program that repeats a whole step of an update from the vectors before it and the weights, prints the result, and
 * fails unless every number is as traced, to 1e-5.
 */
export function codeOf({ station, side, trace, dataset }: Step, dialect: DialectName): string {
  if (station === 'score') throw new Error('a prediction has code of its own');
  const program = new Program(trace, dataset, dialect);
  return station === 'reset' || station === 'update' ? program.gate(station, side) : program[station](side);
}

const vector = (values: ArrayLike<number>): Numbers => ({ shape: [values.length], values });

const LETTER: Record<Side, string> = { user: 'u', item: 'i' };
const CELL: Record<Side, string> = { user: 'person’s cell', item: 'item’s cell' };
/** Order of the gates in the columns of a kernel. */
const COLUMNS = ['reset', 'update', 'candidate'] as const;
type Column = (typeof COLUMNS)[number];

class Program {
  private readonly say;

  constructor(
    private readonly trace: UpdateTrace,
    private readonly dataset: DatasetInfo,
    dialect: DialectName,
  ) {
    this.say = VECTOR_DIALECTS[dialect];
  }

  words(): string {
    const { say, trace } = this;
    const w = this.begin('Each word becomes its embedding');
    const ids = [...new Set(trace.words.map(({ id }) => id))];
    const names = ids.map((id) => {
      const found = trace.words.find((word) => word.id === id);
      return found?.known ? found.word : 'any unknown word';
    });
    w.given('table', `rows of the embedding for: ${names.join(', ')}`, this.weight('text/embedding'));
    const places = trace.words.map(({ id }) => ids.indexOf(id));
    w.places('words', `the review, each word by its row: ${this.review()}`, places);
    w.blank();
    return w.check(w.name('e', say.rows('table', 'words')), this.traced('embedded'));
  }

  context(): string {
    const { say } = this;
    const w = this.begin('Each word looks at its neighbours');
    const e = this.traced('embedded');
    w.given('e', `embedding of each word of: ${this.review()}`, e);
    w.given('P', 'weights from the word before', this.weight('text/context/previous'));
    w.given('C', 'weights from the word itself', this.weight('text/context/centre'));
    w.given('N', 'weights from the word after', this.weight('text/context/next'));
    w.given('b', 'bias', this.weight('text/context/bias'));
    w.blank();
    const shape = e.shape as readonly [number, number];
    w.name('before', say.neighbour('e', 'before', shape));
    w.name('after', say.neighbour('e', 'after', shape));
    w.name('c', say.tanh(say.add(say.dot('before', 'P'), say.dot('e', 'C'), say.dot('after', 'N'), 'b')));
    w.name('h', say.add('e', 'c'));
    return w.check('h', this.traced('in-context'));
  }

  attention(): string {
    const { say } = this;
    const w = this.begin('The words share one unit of attention');
    w.given('h', `each word in its context: ${this.review()}`, this.traced('in-context'));
    w.given('W', 'weights of the attention’s hidden layer', this.weight('text/attention/kernel'));
    w.given('b', 'its bias', this.weight('text/attention/bias'));
    w.given('v', 'what a hidden unit counts', vector(this.weight('text/attention/vector').values));
    w.blank();
    w.name('logit', say.dot(say.tanh(say.add(say.dot('h', 'W'), 'b')), 'v'));
    return w.check(w.name('alpha', say.softmax('logit')), this.traced('attention'));
  }

  text(): string {
    const { say } = this;
    const w = this.begin('The review becomes one vector');
    w.given('alpha', `attention of each word of: ${this.review()}`, this.traced('attention'));
    w.given('h', 'each word in its context', this.traced('in-context'));
    w.blank();
    w.name('t', say.dot('alpha', 'h'));
    const [given, used] = [this.traced('text'), this.traced('used')];
    const rounded = Math.max(...given.values.map((value, e) => Math.abs(value - used.values[e])));
    if (rounded > 0)
      w.comment(
        `the update uses the vector that ships, in half precision: it differs by at most ${scientific(rounded)}`,
      );
    return w.check('t', given);
  }

  feedback(): string {
    const { say, trace, dataset } = this;
    const w = this.begin('Ratings are measured from the mean');
    const { scales } = trace;
    const given = [trace.rating, ...trace.aspects];
    const names = [dataset.rating, ...dataset.aspects].map(({ label }) => label.toLowerCase()).join(', ');
    w.given('r', `as given, 0 where absent: ${names}`, vector(given.map((value) => value ?? 0)));
    w.given('p', 'which of them were given', vector(given.map((value) => Number(value !== null))));
    w.given('mean', 'means in the train split', vector(scales.map(({ mean }) => mean)));
    w.given('deviation', 'standard deviations', vector(scales.map(({ deviation }) => deviation)));
    w.blank();
    w.name('y', say.multiply(say.divide(say.subtract('r', 'mean'), 'deviation'), 'p'));
    return w.check('y', this.traced('ratings'));
  }

  fusion(): string {
    const { say } = this;
    const w = this.begin('Everything that was given becomes one vector x');
    const width = this.weight('text/context/bias').values.length;
    const t = this.find('used') ?? { shape: [width], values: new Float32Array(width) };
    const [y, p] = [this.traced('ratings'), this.traced('presence')];
    const W = this.weight('features/kernel');
    const product = W.shape[0] > width + y.values.length + p.values.length;
    w.given('t', 'text vector, zero where there is no text', t);
    w.given('y', 'standardised ratings', y);
    w.given('p', 'what is there: text, ratings', p);
    w.given('W', `weights of the features${product ? '; the last rows are of rating times text' : ''}`, W);
    w.given('b', 'bias', this.weight('features/bias'));
    w.blank();
    const parts = ['t', 'y', 'p'];
    if (product) parts.push(w.name('ty', say.multiply('t', literal(y.values[0]))));
    w.name('given', say.join(parts));
    return w.check(w.name('x', say.tanh(say.add(say.dot('given', 'W'), 'b'))), this.traced('x'));
  }

  gate(of: Gate, side: Side): string {
    const { say, trace } = this;
    const w = this.begin(`${of === 'reset' ? 'Reset' : 'Update'} gate of the ${CELL[side]}`);
    const name = of === 'reset' ? 'r' : 'z';
    const traced = this.traced(`${side}/${of}`);
    const held = trace.held?.[`${side}/${of}`];
    const fixed = vector(held?.map((one) => one ?? 0) ?? []);
    if (held?.every((value) => value !== null)) {
      w.given('held', 'held at, whatever the weights say, as the model is altered', fixed);
      w.blank();
      return w.check(w.name(name, 'held'), traced);
    }
    this.inputs(w, side);
    this.stateWeights(w, side, of);
    w.blank();
    const terms = [say.dot('x', 'W_x'), say.dot('c', 'W_c'), 'b', say.dot('h', 'W_h'), 'b_h'];
    w.name(name, say.sigmoid(say.add(...terms)));
    if (held?.some((value) => value !== null)) {
      const free = vector(held.map((one) => Number(one === null)));
      w.given('free', 'where the weights decide, as the model is altered', free);
      w.given('fixed', 'what it is held at elsewhere', fixed);
      return w.check(w.name(`${name}_held`, say.add(say.multiply(name, 'free'), 'fixed')), traced);
    }
    return w.check(name, traced);
  }

  candidate(side: Side): string {
    const { say } = this;
    const w = this.begin(`Candidate of the ${CELL[side]}`);
    this.inputs(w, side);
    w.given('r', 'reset gate', this.traced(`${side}/reset`));
    this.stateWeights(w, side, 'candidate');
    w.blank();
    w.name('g', say.add(say.dot('h', 'W_h'), 'b_h'));
    const terms = [say.dot('x', 'W_x'), say.dot('c', 'W_c'), 'b', say.multiply('r', 'g')];
    return w.check(w.name('n', say.tanh(say.add(...terms))), this.traced(`${side}/candidate`));
  }

  next(side: Side): string {
    const { say } = this;
    const w = this.begin(`New state of the ${side === 'user' ? 'person' : 'item'}`);
    w.given('h', 'state before', this.traced(`${side}/before`));
    w.given('n', 'candidate', this.traced(`${side}/candidate`));
    w.given('z', 'update gate', this.traced(`${side}/update`));
    w.blank();
    const mixed = say.add(say.multiply(say.subtract('1', 'z'), 'n'), say.multiply('z', 'h'));
    return w.check(w.name('h_new', mixed), this.traced(`${side}/next`));
  }

  private begin(title: string): Writer {
    const { person, item } = this.trace;
    return new Writer(this.say, `${title}: ${person.label} meets ${item.name}`.replace(/\s+/g, ' '));
  }

  /** What a cell sees: x, the counterpart c and its own state h. */
  private inputs(w: Writer, side: Side): void {
    const other = side === 'user' ? 'item' : 'user';
    w.given('x', 'the interaction', this.traced('x'));
    w.given(
      'c',
      this.trace.blind
        ? `all that the cell sees of the other side, where everybody begins: ${LETTER[other]}⁰`
        : `what the cell sees of the other side, ${LETTER[other]}`,
      this.traced(`${side}/counterpart`),
    );
    w.given('h', `its own state, ${LETTER[side]}`, this.traced(`${side}/before`));
  }

  private stateWeights(w: Writer, side: Side, gate: Column): void {
    const kernel = this.weight(`${side}/gru/input_kernel`);
    const D = kernel.shape[1] / COLUMNS.length;
    const from = COLUMNS.indexOf(gate) * D;
    const bias = (name: string): TracedTensor => ({
      shape: [D],
      values: this.weight(`${side}/gru/${name}`).values.subarray(from, from + D),
    });
    w.given('W_x', 'weights from the interaction', block(kernel, 0, from, D));
    w.given('W_c', 'weights from the counterpart', block(kernel, D, from, D));
    w.given('W_h', 'weights from the state', block(this.weight(`${side}/gru/state_kernel`), 0, from, D));
    w.given('b', 'bias', bias('input_bias'));
    w.given('b_h', 'bias beside the state', bias('state_bias'));
  }

  private review(): string {
    return this.trace.words.map(({ word }) => word).join(' ');
  }

  private find(name: TraceName): TracedTensor | undefined {
    return this.trace.tensors[name];
  }

  private traced(name: TraceName): TracedTensor {
    const found = this.find(name);
    if (!found) throw new Error(`the trace has no ${name}`);
    return found;
  }

  private weight(name: string): TracedTensor {
    const found = this.trace.weights[name];
    if (!found) throw new Error(`the trace has no weight ${name}`);
    return found;
  }
}

/** D × D numbers of a matrix, from a row and a column on. */
function block({ shape, values }: TracedTensor, row: number, column: number, D: number): TracedTensor {
  const part = new Float32Array(D * D);
  for (let k = 0; k < D; k++) {
    const from = (row + k) * shape[1] + column;
    part.set(values.subarray(from, from + D), k * D);
  }
  return { shape: [D, D], values: part };
}
