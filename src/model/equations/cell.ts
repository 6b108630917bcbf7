import { otherSide, SIDES, type Side } from '../../vocabulary';
import {
  apply,
  type CellGate,
  dot,
  type Equation,
  type Quantity,
  sum,
  type Tree,
  the,
  times,
  total,
} from './tree';

/** The cell of one side, docs/ARCHITECTURE.md#gru-cell. Superscripts say gate and side, subscripts what a weight is for. */

/** Gates in the order in which a kernel holds their columns. */
const COLUMNS: readonly CellGate[] = ['reset', 'update', 'candidate'];
const LETTERS: Record<CellGate, string> = { reset: 'r', update: 'z', candidate: 'n' };
/** Of a side, and of the state on it. */
const SIDE_LETTER: Record<Side, string> = { user: 'u', item: 'i' };

/** x, what the interaction brings. */
export const FEATURES: Quantity = { id: 'x', what: { is: 'feature' }, letter: 'x', axes: ['D'] };

export const before = (side: Side): Quantity => ({
  id: `${side}/before`,
  what: { is: 'state', side },
  letter: SIDE_LETTER[side],
  axes: ['D'],
});

/** Where everybody begins: what the cell of a side sees in place of its counterpart's state where they are blind to each other. */
export const unseen = (side: Side): Quantity => ({
  id: `${side}/counterpart`,
  what: { is: 'unseen', side: otherSide(side) },
  letter: SIDE_LETTER[otherSide(side)],
  sup: '0',
  axes: ['D'],
});

export const gate = (side: Side, of: CellGate): Quantity => ({
  id: `${side}/${of}`,
  what: { is: 'gate', gate: of, side },
  letter: LETTERS[of],
  sup: SIDE_LETTER[side],
  axes: ['D'],
});

/** What the reset gate is multiplied by. */
const gated = (side: Side): Quantity => ({
  id: `${side}/gated`,
  what: { is: 'gated', side },
  letter: 'g',
  sup: SIDE_LETTER[side],
  axes: ['D'],
});

const next = (side: Side): Quantity => ({
  id: `${side}/next`,
  what: { is: 'next', side },
  letter: `${SIDE_LETTER[side]}'`,
  axes: ['D'],
});

/** Where everybody begins, as learned. */
const initial = (side: Side): Quantity => ({
  id: `${side}/initial`,
  what: { is: 'initial', side },
  letter: SIDE_LETTER[side],
  sup: '0',
  axes: ['D'],
  weight: { name: `${side}/initial` },
});

/** c_τ, what an interaction has left in the state, and the part of it that the update gates since have kept. */
const left = (side: Side): Quantity => ({
  id: `${side}/left`,
  what: { is: 'left', side },
  letter: 'c',
  sup: SIDE_LETTER[side],
  sub: String.raw`\tau`,
  axes: ['D'],
});
const kept = (side: Side): Quantity => ({
  id: `${side}/kept`,
  what: { is: 'kept', side },
  letter: 'Z',
  sup: SIDE_LETTER[side],
  sub: String.raw`\tau`,
  axes: ['D'],
});

const laterUpdate = (side: Side): Quantity => ({
  ...gate(side, 'update'),
  id: `${side}/update/later`,
  what: { is: 'later-update', side },
  axes: ['later', 'D'],
});
/** ‖c_τ‖ */
const remaining = (side: Side): Quantity => ({
  id: `${side}/remaining`,
  what: { is: 'remaining', side },
  letter: String.raw`\lVert c^${SIDE_LETTER[side]}_\tau \rVert`,
  axes: [],
});

/** Weights of a gate: D × D from each of x, the counterpart and the state itself, and a bias beside the two products. */
function weightsOf(side: Side, of: CellGate) {
  const column = COLUMNS.indexOf(of);
  const letters = { feature: 'x', counterpart: SIDE_LETTER[otherSide(side)], state: SIDE_LETTER[side] };
  const sup = `${LETTERS[of]}${SIDE_LETTER[side]}`;
  const matrix = (from: 'feature' | 'counterpart' | 'state'): Quantity => ({
    id: `W/${side}/${of}/${from}`,
    what: { is: 'gate-weight', gate: of, side, from },
    letter: 'W',
    sub: letters[from],
    sup,
    axes: ['D', 'D'],
    weight: {
      name: `${side}/gru/${from === 'state' ? 'state' : 'input'}_kernel`,
      row: from === 'counterpart' ? 1 : 0,
      column,
    },
  });
  const bias = (from: 'input' | 'state'): Quantity => ({
    id: `b/${side}/${of}/${from}`,
    what: { is: 'gate-bias', gate: of, side, from },
    letter: 'b',
    sub: from === 'input' ? 'x' : letters.state,
    sup,
    axes: ['D'],
    weight: { name: `${side}/gru/${from}_bias`, column },
  });
  return { matrix, bias };
}

/** What a gate takes from the interaction and the counterpart. */
function fromInput(side: Side, of: CellGate): Tree[] {
  const { matrix, bias } = weightsOf(side, of);
  return [
    dot(the(FEATURES), matrix('feature')),
    dot(the(before(otherSide(side))), matrix('counterpart')),
    the(bias('input')),
  ];
}

/** What a gate takes from the state itself. */
function fromState(side: Side, of: CellGate): Tree[] {
  const { matrix, bias } = weightsOf(side, of);
  return [dot(the(before(side)), matrix('state')), the(bias('state'))];
}

const sigmoidGate = (side: Side, of: 'reset' | 'update'): Equation => ({
  of: gate(side, of),
  tree: apply('sigmoid', sum(...fromInput(side, of), ...fromState(side, of))),
});

/** One side's cell, in the order in which it is worked out. */
const cellOf = (side: Side) => {
  const [r, z, n, g] = [gate(side, 'reset'), gate(side, 'update'), gate(side, 'candidate'), gated(side)].map(
    the,
  );
  return {
    reset: sigmoidGate(side, 'reset'),
    update: sigmoidGate(side, 'update'),
    gated: { of: gated(side), tree: sum(...fromState(side, 'candidate')) },
    candidate: {
      of: gate(side, 'candidate'),
      tree: apply('tanh', sum(...fromInput(side, 'candidate'), times(r, g))),
    },
    next: { of: next(side), tree: sum(times(apply('one-minus', z), n), times(z, the(before(side)))) },
    start: { of: before(side), tree: the(initial(side)) },
    kept: { of: kept(side), tree: { is: 'product', axis: 'later', tree: the(laterUpdate(side)) } },
    contribution: { of: left(side), tree: times(the(kept(side)), apply('one-minus', z), n) },
    remaining: {
      of: remaining(side),
      tree: apply('sqrt', total('D', apply('square', the(left(side))))),
    },
  } satisfies Record<string, Equation>;
};

export const CELLS = Object.fromEntries(SIDES.map((side) => [side, cellOf(side)])) as Record<
  Side,
  ReturnType<typeof cellOf>
>;
export type CellEquation = keyof ReturnType<typeof cellOf>;
