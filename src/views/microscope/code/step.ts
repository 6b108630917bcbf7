import {
  altered,
  CELLS,
  DIALECTS,
  type DialectName,
  type Equation,
  features,
  heldNames,
  isHeld,
  linesOf,
  type Numbers,
  nameIn,
  type Quantity,
  quantitiesOf,
  READING,
  standardised,
  unlike,
  weightPart,
} from '../../../engine/equations';
import type { TraceName, UpdateTrace } from '../../../engine/openedNumber';
import type { DatasetInfo } from '../../../engine/start';
import type { Station } from '../../../session/microscope';
import { scientific } from '../../../ui/format';
import { SIDES, type Side } from '../../../vocabulary';
import { quantityWords, thing } from '../../shared/quantityWords';
import { hasProduct, ratedIn } from '../featureStations';
import { cellOf, kindIn } from '../stationParts';
import { Writer } from './writer';

/** Stations whose step is the same on both sides, so that one of them is written. */
const TWO_SIDED: ReadonlySet<Step['station']> = new Set(['reset', 'update', 'candidate', 'next']);

export interface Step {
  readonly station: Station | 'all';
  /** Whose cell, at the stations of the cells. */
  readonly side: Side;
  readonly trace: UpdateTrace;
  readonly dataset: DatasetInfo;
}

export const hasSides = (station: Step['station']): boolean => TWO_SIDED.has(station);

const cellIn = (side: Side, trace: UpdateTrace): string => cellOf(side, kindIn(trace)).toLowerCase();
const TITLES: Partial<Record<Station, (side: Side, trace: UpdateTrace) => string>> = {
  words: () => 'Each word becomes its embedding',
  context: () => 'Each word looks at its neighbours',
  attention: () => 'The words share one unit of attention',
  text: () => 'The review becomes one vector',
  feedback: () => 'Ratings are measured from the mean',
  fusion: () => 'Everything that was given becomes one vector x',
  reset: (side, trace) => `Reset gate of the ${cellIn(side, trace)}`,
  update: (side, trace) => `Update gate of the ${cellIn(side, trace)}`,
  candidate: (side, trace) => `Candidate of the ${cellIn(side, trace)}`,
  next: (side, trace) => `New state of the ${thing(side, kindIn(trace))}`,
};

/** What a station computes. */
function equationsOf(station: Station, side: Side, trace: UpdateTrace): Equation[] {
  const { words, context, attending, logit, attention, text } = READING;
  const cell = CELLS[side];
  const as = (equation: Equation) => altered(equation, trace);
  switch (station) {
    case 'words':
      return [words];
    case 'context':
      return [context, READING['in-context']];
    case 'attention':
      return [attending, logit, attention];
    case 'text':
      return [text];
    case 'feedback':
      return [standardised(ratedIn(trace))];
    case 'fusion':
      // As if all had been given: what is absent is given as 0.
      return [features({ product: hasProduct(trace), text: true, rating: true })];
    case 'reset':
    case 'update':
    case 'next':
      return [as(cell[station])];
    case 'candidate':
      return [as(cell.gated), as(cell.candidate)];
    case 'score':
    case 'choice':
      throw new Error('a number of a pair has code of its own');
  }
}

/**
 * A program that repeats a whole step of an update, or all of it, from what is before it and the weights, prints the
 * result, and fails unless every number is as traced, to 1e-5.
 */
export function codeOf({ station, side, ...of }: Step, dialect: DialectName): string {
  if (station === 'all') {
    const states = SIDES.map((one) => CELLS[one].next);
    return write('One whole update', wholeUpdate(of.trace), states, of, dialect);
  }
  const equations = equationsOf(station, side, of.trace);
  return write(TITLES[station]?.(side, of.trace) ?? '', equations, equations.slice(-1), of, dialect);
}

/** From what was given to both new states; from the text vector on where it is another one than the words give. */
function wholeUpdate(trace: UpdateTrace): Equation[] {
  const read = trace.text === 'read' && roundedBy(trace) === 0;
  const rated = ratedIn(trace).some(Boolean);
  const before = [
    ...(read ? (['words', 'context', 'attention', 'text'] as const) : []),
    ...(rated ? (['feedback'] as const) : []),
    'fusion' as const,
  ];
  const cell = ['reset', 'update', 'candidate', 'next'] as const;
  return [
    ...before.flatMap((station) => equationsOf(station, 'user', trace)),
    ...SIDES.flatMap((side) => cell.flatMap((station) => equationsOf(station, side, trace))),
  ];
}

/** How far the text vector that ships, in half precision, is from what the words give. */
function roundedBy({ tensors: { text, used } }: UpdateTrace): number {
  if (!text || !used) return 0;
  return text.values.reduce((most, value, e) => Math.max(most, Math.abs(value - used.values[e])), 0);
}

type Of = Pick<Step, 'trace' | 'dataset'>;

/** Equations as a program that is given what they stand on, and that fails unless its results are as traced. */
function write(
  title: string,
  equations: readonly Equation[],
  results: readonly Equation[],
  of: Of,
  dialect: DialectName,
): string {
  const say = DIALECTS[dialect];
  const { person, item } = of.trace;
  const w = new Writer(say, `${title}: ${person.label} meets ${item.name}`.replace(/\s+/g, ' '));
  const numbers = numbersOf(of);
  const made = new Set(equations.map(({ of: { id } }) => id));
  for (const quantity of unlike(equations.flatMap(({ tree }) => quantitiesOf(tree)))) {
    if (made.has(quantity.id)) continue;
    if (quantity.what.is === 'words') w.places(nameIn(quantity), meaning(quantity, of), placesOf(of.trace));
    else w.given(nameIn(quantity), meaning(quantity, of), numbers(quantity));
  }
  for (const { of: gate, tree } of equations) {
    if (tree.is !== 'held') continue;
    const { free, fixed } = heldNames(gate);
    const [where, elsewhere] =
      tree.axis === 'fields'
        ? ['1 where a rating was given', '0 where none was']
        : ['where the weights decide', 'held at, whatever the weights say, as the model is altered'];
    if (!isHeld(tree)) w.given(free, where, vector(tree.at.map((one) => Number(one === null))));
    w.given(fixed, elsewhere, vector(tree.at.map((one) => one ?? 0)));
  }
  w.blank();
  for (const equation of equations)
    for (const { name, expression } of linesOf(equation, say, (one) => numbers(one).shape))
      w.name(name, expression);
  if (results.some(({ of: { id } }) => id === 'used') && roundedBy(of.trace) > 0)
    w.comment(
      `the update uses the vector that ships, in half precision: it differs by at most ${scientific(roundedBy(of.trace))}`,
    );
  return w.check(
    results.map(({ of: result }) => [nameIn(result), numbers(result.id === 'used' ? TOLD : result)]),
  );
}

/** The text vector as the words give it, not as it ships. */
const TOLD: Quantity = { ...READING.text.of, id: 'text' };

const vector = (values: ArrayLike<number>): Numbers => ({ shape: [values.length], values });

/** Rows of the table that each word is, of those that a trace brings along. */
function placesOf({ words }: UpdateTrace): number[] {
  const ids = [...new Set(words.map(({ id }) => id))];
  return words.map(({ id }) => ids.indexOf(id));
}

function meaning({ what }: Quantity, { trace, dataset }: Of): string {
  const { words } = trace;
  const said = quantityWords(what, kindIn(trace));
  if (what.is === 'given')
    return `${said}: ${[dataset.rating, ...dataset.aspects].map(({ label }) => label.toLowerCase()).join(', ')}`;
  if (what.is === 'table') {
    const firsts = [...new Map(words.toReversed().map((one) => [one.id, one])).values()].reverse();
    return `rows of the embedding for: ${firsts.map(({ word, known }) => (known ? word : 'any unknown word')).join(', ')}`;
  }
  if (what.is === 'words' || what.is === 'embedding' || what.is === 'in-context')
    return `${said}: ${words.map(({ word }) => word).join(' ')}`;
  return said;
}

/** The numbers of any quantity of an update. */
function numbersOf({ trace }: Of): (of: Quantity) => Numbers {
  const { tensors, weights, scales } = trace;
  const E = weights['text/context/bias'].values.length;
  const sizes = {
    D: tensors.x?.values.length ?? 0,
    E,
    A: weights['text/attention/bias'].values.length,
    inputs: weights['features/kernel'].shape[0],
    vocabulary: weights['text/embedding'].shape[0],
  };
  return (of) => {
    if (of.weight) return weightPart(of, weights[of.weight.name], sizes);
    switch (of.what.is) {
      case 'given':
        return vector([trace.rating, ...trace.aspects].map((value) => value ?? 0));
      case 'train-mean':
        return vector(scales.map(({ mean }) => mean));
      case 'train-deviation':
        return vector(scales.map(({ deviation }) => deviation));
    }
    const found = tensors[of.id as TraceName];
    if (!found && of.what.is !== 'text') throw new Error(`the trace has no ${of.id}`);
    return found ?? vector(new Float32Array(E));
  };
}
