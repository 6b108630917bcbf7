import {
  bindingOf,
  type Equation,
  type Quantity,
  quantitiesOf,
  symbolText,
  unlike,
  type What,
} from '../../engine/equations';
import type { NumberRef, TracedTensor, TraceName, UpdateTrace } from '../../engine/openedNumber';
import { capital, listed } from '../../ui/format';
import { otherSide, SIDES, type Side } from '../../vocabulary';
import { quantityWords, whose } from '../shared/quantityWords';
import { reachOf, type Strip } from './HeatStrip';

/** Vectors that belong together, e.g. those of one cell. */
export interface StripGroup {
  readonly title: string | null;
  readonly strips: readonly Strip[];
}

/** What is shown of one station of an update. */
export interface StationView {
  readonly title: string;
  /** One sentence in plain words. */
  readonly sentence: string;
  /** TeX, its symbols in `\htmlClass{sym-…}` after the strips that show them; null where nothing is computed. */
  readonly tex: string | null;
  /** Sizes of what goes in and what comes out. */
  readonly shape: string | null;
  readonly groups: readonly StripGroup[];
}

/** What the one is called who wrote the review. */
export const kindIn = ({ person }: Pick<UpdateTrace, 'person'>): string => person.kind ?? 'person';

/** Whose cell it is, in words. */
export const cellOf = (side: Side, kind: string): string => `${capital(whose(side, kind))} cell`;
const HUE = { user: 'person', item: 'item' } as const;

export const valuesOf = (trace: UpdateTrace, name: TraceName): Float32Array =>
  (trace.tensors[name] as TracedTensor | undefined)?.values ?? new Float32Array(0);

/** What equations take from outside, and what they give. */
function passed(equations: readonly Equation[]): { readonly given: Quantity[]; readonly made: Quantity[] } {
  const made = equations.map(({ of }) => of);
  const all = equations
    .flatMap(({ tree }) => quantitiesOf(tree))
    .filter(({ weight, value }) => !weight && value === undefined);
  const results = new Set(made.map(({ id }) => id));
  return { given: unlike(all).filter(({ id }) => !results.has(id)), made };
}

/** "[64], [64] and [64] → [64]" */
export function shapeOf(trace: UpdateTrace, equations: readonly Equation[]): string {
  const { given, made } = passed(equations);
  const size = ({ id }: Quantity) => `[${(trace.tensors[id as TraceName]?.shape ?? []).join(' × ')}]`;
  return `${listed(given.map(size))} → ${size(made[made.length - 1])}`;
}

/** The vectors of equations: what they take, and what they give. */
export function stripsOf(trace: UpdateTrace, equations: readonly Equation[]): Strip[] {
  const { given, made } = passed(equations);
  return [...given, ...made].map((of) => stripOf(trace, of));
}

/** A vector of a trace. */
export function stripOf(trace: UpdateTrace, of: Quantity): Strip {
  const { what } = of;
  return {
    symbol: bindingOf(of),
    name: `${symbolText(of)}, ${quantityWords(what, kindIn(trace))}`,
    values: valuesOf(trace, of.id as TraceName),
    open: (place) => opened(trace, of, [place]),
    scale: isShare(what) ? 'share' : 'signed',
    ...(isShare(what) && { hue: what.is === 'gate' ? HUE[what.side] : 'ink' }),
    ...reached(trace, what),
    ...(of.axes[0] === 'words' && { placeName: (l: number) => `“${trace.words[l].word}”` }),
  };
}

/** Whether it lies between 0 and 1. */
const isShare = (what: What): boolean =>
  what.is === 'gate' ? what.gate !== 'candidate' : what.is === 'attention' || what.is === 'presence';

/** States share one scale; what tanh gives lies between −1 and 1. */
function reached(trace: UpdateTrace, what: What): Pick<Strip, 'reach'> {
  if (what.is === 'feature' || what.is === 'gate') return { reach: 1 };
  if (what.is !== 'state' && what.is !== 'next' && what.is !== 'unseen') return {};
  const states = SIDES.flatMap((side) => [`${side}/before`, `${side}/next`] as const);
  return { reach: reachOf(...states.map((name) => valuesOf(trace, name))) };
}

/** What a number of a vector opens as. @param at along its axes */
export function opened(trace: UpdateTrace, { what }: Quantity, at: readonly number[]): NumberRef | null {
  const { key, words } = trace;
  const [word, e = word] = at;
  const d = word;
  switch (what.is) {
    case 'state': {
      const before = trace.previous[what.side];
      return before === null
        ? initialRef(trace, what.side, `${what.side}/before`, d)
        : { of: 'next', side: what.side, key: before, d };
    }
    case 'unseen':
      return initialRef(trace, what.side, `${otherSide(what.side)}/counterpart`, d);
    case 'gate':
      return { of: what.gate, side: what.side, key, d };
    case 'gated':
    case 'next':
      return { of: what.is, side: what.side, key, d };
    case 'feature':
      return { of: 'feature', key, d };
    case 'standardised':
      return { of: 'standardised', key, field: d };
    case 'text':
      return { of: 'text', key, e };
    case 'embedding':
      return {
        of: 'weight',
        name: 'text/embedding',
        index: words[word].id * valuesOf(trace, 'text').length + e,
      };
    case 'context':
    case 'in-context':
      return { of: what.is, key, word, e };
    case 'attending':
      return { of: 'attending', key, word, unit: e };
    case 'logit':
    case 'attention':
      return { of: what.is, key, word };
    default:
      return null;
  }
}

/** The weight that everybody begins with, unless it is held at something else. */
function initialRef(trace: UpdateTrace, side: Side, shown: TraceName, d: number): NumberRef | null {
  const name = `${side}/initial`;
  return trace.weights[name]?.values[d] === valuesOf(trace, shown)[d]
    ? { of: 'weight', name, index: d }
    : null;
}
