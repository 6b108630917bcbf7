import type { NumberRef, UpdateTrace } from '../../engine/openedNumber';
import { type Gate, SIDES, type Side } from '../../vocabulary';
import { featureStrip } from './featureStations';
import { reachOf, type Strip } from './HeatStrip';
import { CELL, HUE, LETTER, type StationView, type StripGroup, sym, valuesOf } from './stationParts';

/** The state of one side before the interaction. */
function stateStrip(trace: UpdateTrace, side: Side): Strip {
  const key = trace.previous[side];
  return {
    symbol: `h-${side}`,
    name: `${LETTER[side]}, ${side === 'user' ? 'person' : 'item'} before`,
    values: valuesOf(trace, `${side}/before`),
    scale: 'signed',
    reach: stateReach(trace),
    open: (d) => (key === null ? initialRef(trace, side, d) : { of: 'next', side, key, d }),
  };
}

/** What a cell sees of the other side: its state before, unless the cells have been made blind to each other. */
function counterpartStrip(trace: UpdateTrace, side: Side): Strip {
  const of = other(side);
  const strip = stateStrip(trace, of);
  if (!trace.blind) return { ...strip, name: `${LETTER[of]}, the counterpart` };
  return {
    ...strip,
    symbol: `seen-${of}`,
    name: `${LETTER[of]}⁰, all that it sees`,
    values: valuesOf(trace, `${side}/counterpart`),
    open: (d) => initialRef(trace, of, d),
  };
}

/** The counterpart in an equation, as its cell sees it. */
function counterpartTex(trace: UpdateTrace, side: Side): string {
  const of = other(side);
  return trace.blind ? sym(`seen-${of}`, `${LETTER[of]}^0`) : sym(`h-${of}`, LETTER[of]);
}

/** The weight that everybody begins with, unless it is held at something else. */
function initialRef(trace: UpdateTrace, side: Side, d: number): NumberRef | null {
  const name = `${side}/initial`;
  const shown = valuesOf(
    trace,
    trace.previous[side] === null ? `${side}/before` : `${other(side)}/counterpart`,
  );
  return trace.weights[name]?.values[d] === shown[d] ? { of: 'weight', name, index: d } : null;
}

const stateReach = (trace: UpdateTrace): number =>
  reachOf(...SIDES.flatMap((side) => [valuesOf(trace, `${side}/before`), valuesOf(trace, `${side}/next`)]));

function cellStrip(
  trace: UpdateTrace,
  side: Side,
  of: 'reset' | 'update' | 'candidate' | 'gated' | 'next',
): Strip {
  const look = {
    reset: { name: 'r, reset gate', scale: 'share' },
    update: { name: 'z, update gate', scale: 'share' },
    candidate: { name: 'n, candidate', scale: 'signed' },
    gated: { name: 'g, what the state says', scale: 'signed' },
    next: { name: `${LETTER[side]}′, ${side === 'user' ? 'person' : 'item'} after`, scale: 'signed' },
  } as const;
  return {
    symbol: `${of}-${side}`,
    ...look[of],
    hue: HUE[side],
    values: valuesOf(trace, `${side}/${of}`),
    reach: of === 'next' ? stateReach(trace) : of === 'candidate' ? 1 : undefined,
    open: (d) => ({ of, side, key: trace.key, d }),
  };
}

const groupsOf = (strips: (side: Side) => Strip[]): StripGroup[] =>
  SIDES.map((side) => ({ title: CELL[side], strips: strips(side) }));

export const both = (tex: (side: Side) => string): string => SIDES.map(tex).join(String.raw`, \qquad `);
export const other = (side: Side): Side => (side === 'user' ? 'item' : 'user');
/** What a cell takes and gives at a station, where it computes anything. */
const shapeOf = (trace: UpdateTrace, computing: readonly Side[] = SIDES): string | null => {
  if (computing.length === 0) return null;
  const D = valuesOf(trace, 'x').length;
  const where = computing.length === 2 ? 'on each side' : `in the ${CELL[computing[0]].toLowerCase()}`;
  return `[${D}], [${D}] and [${D}] → [${D}], ${where}`;
};

/** What an alteration holds the dimensions of a gate at; null where the weights decide. */
const heldIn = (trace: UpdateTrace, side: Side, of: Gate): readonly (0 | 1 | null)[] =>
  trace.held?.[`${side}/${of}`] ?? [];

/** Whether the weights have no say in a gate at all. */
const isHeld = (trace: UpdateTrace, side: Side, of: Gate): boolean => {
  const held = heldIn(trace, side, of);
  return held.length > 0 && held.every((value) => value !== null);
};

/** A gate as it is: held as a whole, held in some dimensions, or computed. */
function gateTex(held: readonly (0 | 1 | null)[], computed: string): string {
  const cases = ([0, 1] as const)
    .map((value) => ({ what: `${value}`, at: held.flatMap((one, d) => (one === value ? [d] : [])) }))
    .filter(({ at }) => at.length > 0)
    .sort((a, b) => a.at.length - b.at.length);
  if (cases.length === 0) return computed;
  const last = held.includes(null) ? `${computed}_d` : (cases.pop()?.what ?? '');
  if (cases.length === 0) return last;
  const where = (at: readonly number[]) =>
    at.length === 1 ? `d = ${at[0]}` : `d \\in \\{${at.join(', ')}\\}`;
  const lines = cases.map(({ what, at }) => `${what} & ${where(at)}`);
  return `\\begin{cases} ${[...lines, `${last} & \\text{else}`].join(' \\\\ ')} \\end{cases}`;
}

/** That a gate is held, in words. */
function heldSentence(trace: UpdateTrace, side: Side, of: Gate): string[] {
  const held = heldIn(trace, side, of);
  const cell = `the ${side === 'user' ? 'person' : 'item'}’s cell`;
  const values = [...new Set(held)];
  if (isHeld(trace, side, of))
    return [
      `In ${cell} you hold it${values.length === 1 ? ` at ${values[0]}` : ''}, so the weights have no say there.`,
    ];
  const n = held.filter((value) => value !== null).length;
  return n > 0 ? [`In ${cell} you hold ${n === 1 ? 'one dimension' : `${n} dimensions`} of it.`] : [];
}

export function gate(of: Gate, trace: UpdateTrace): StationView {
  const letter = of === 'reset' ? 'r' : 'z';
  return {
    title: of === 'reset' ? 'How much of the past may be looked at' : 'How much of the past is kept',
    sentence: [
      of === 'reset'
        ? 'For each dimension the reset gate says how much of the old state the candidate may see: 0 hides it, 1 shows all of it.'
        : 'For each dimension the update gate says how much of the old state stays: 1 keeps it, 0 makes room for the candidate.',
      ...SIDES.flatMap((side) => heldSentence(trace, side, of)),
    ].join(' '),
    tex: both((side) => {
      const gates = sym(`${of}-${side}`, `${letter}_${LETTER[side]}`);
      const computed = `\\sigma\\big(W_x ${sym('x', 'x_\\tau')} + W_c ${counterpartTex(trace, side)} + b + W_h ${sym(`h-${side}`, LETTER[side])} + b_h\\big)`;
      return `${gates} = ${gateTex(heldIn(trace, side, of), computed)}`;
    }),
    shape: shapeOf(
      trace,
      SIDES.filter((side) => !isHeld(trace, side, of)),
    ),
    groups: groupsOf((side) => [
      ...(isHeld(trace, side, of)
        ? []
        : [featureStrip(trace), counterpartStrip(trace, side), stateStrip(trace, side)]),
      cellStrip(trace, side, of),
    ]),
  };
}

export const candidate = (trace: UpdateTrace): StationView => ({
  title: 'What the interaction would write',
  sentence:
    'The interaction and the counterpart propose a new value for every dimension; the old state has a say as far as the reset gate lets it.',
  tex: both(
    (side) =>
      `${sym(`candidate-${side}`, `n_${LETTER[side]}`)} = \\tanh\\big(W_x ${sym('x', 'x_\\tau')} + W_c ${counterpartTex(trace, side)} + b + ${sym(`reset-${side}`, 'r')} \\odot ${sym(`gated-${side}`, 'g')}\\big)`,
  ),
  shape: shapeOf(trace),
  groups: groupsOf((side) => [
    cellStrip(trace, side, 'reset'),
    cellStrip(trace, side, 'gated'),
    cellStrip(trace, side, 'candidate'),
  ]),
});

export const next = (trace: UpdateTrace): StationView => ({
  title: 'Old and new are mixed',
  sentence:
    'Each dimension of the new state lies between the old value and the candidate; the update gate says where.',
  tex: both(
    (side) =>
      `${sym(`next-${side}`, `${LETTER[side]}'`)} = (1 - ${sym(`update-${side}`, 'z')}) \\odot ${sym(`candidate-${side}`, 'n')} + ${sym(`update-${side}`, 'z')} \\odot ${sym(`h-${side}`, LETTER[side])}`,
  ),
  shape: shapeOf(trace),
  groups: groupsOf((side) => [
    stateStrip(trace, side),
    cellStrip(trace, side, 'candidate'),
    cellStrip(trace, side, 'update'),
    cellStrip(trace, side, 'next'),
  ]),
});
