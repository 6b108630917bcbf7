import { type Gate, otherSide, type Side } from '../vocabulary';
import type { Altered } from './equations/alter';
import type { Held } from './equations/tree';
import { add, mul, type Tensor1D, type Tensor2D, tensor1d, tidy } from './tf';
import { matrix, type Weights } from './weights';

/** What is held in the cell of one side, whatever its weights say. */
export interface SideAlteration {
  /** Value of a gate in every dimension; null leaves it to the weights. */
  readonly gates: { readonly [gate in Gate]: 0 | 1 | null };
  /** Dimensions at which every state is held, the initial one too, and the value. */
  readonly clamped: ReadonlyMap<number, number>;
}

/** A change of the model itself: of how its cells work, not of what they are given. */
export interface Alteration {
  readonly user: SideAlteration;
  readonly item: SideAlteration;
  /** `initial`: each cell sees i_0 or u_0 where it would see the counterpart's state before the interaction. */
  readonly counterpart: 'initial' | null;
}

/** Of a model as it was trained. */
export const UNALTERED: Alteration | null = null;

/** What a dimension of a gate is held at; null where it is free. To hold a state is to keep all of it. */
export const heldAt = ({ gates, clamped }: SideAlteration, gate: Gate, d: number): 0 | 1 | null =>
  gate === 'update' && clamped.has(d) ? 1 : gates[gate];

/** Whether each dimension of a state [D] is kept as it is, whatever is met. */
export const keptWhole = (side: SideAlteration, D: number): boolean[] =>
  Array.from({ length: D }, (_, d) => heldAt(side, 'update', d) === 1);

/** What an alteration does to the equations. @param D size of a state */
export function alteredBy(alteration: Alteration | null, D: number): Altered {
  const held = (side: Side, gate: Gate): Held =>
    Array.from({ length: D }, (_, d) => alteration && heldAt(alteration[side], gate, d));
  return {
    held: alteration && {
      'user/reset': held('user', 'reset'),
      'user/update': held('user', 'update'),
      'item/reset': held('item', 'reset'),
      'item/update': held('item', 'update'),
    },
    blind: alteration?.counterpart === 'initial',
  };
}

/** The initial state [D] of a side under an alteration. */
export function alteredInitial(initial: Float32Array, { clamped }: SideAlteration): Float32Array {
  return initial.map((value, d) => clamped.get(d) ?? value);
}

/** Takes some numbers of a row and leaves others: row · {@link free} + {@link fixed}, each of the row's width. */
export interface Hold {
  /** 1 where the row stays, else 0. */
  readonly free: Tensor1D;
  /** What stands in its place. */
  readonly fixed: Tensor1D;
}

/** @param values what each column is held at; null leaves it */
const holdOf = (values: readonly (number | null)[]): Hold => ({
  free: tensor1d(values.map((value) => (value === null ? 1 : 0))),
  fixed: tensor1d(values.map((value) => value ?? 0)),
});

/** {@link heldAt} in each dimension, of one side or of both sides next to each other. */
const heldValues = (sides: readonly SideAlteration[], gate: Gate, D: number) =>
  sides.flatMap((side) => Array.from({ length: D }, (_, d) => heldAt(side, gate, d)));

/** {@link holdOf} a gate. */
export const gateHold = (...of: Parameters<typeof heldValues>): Hold => holdOf(heldValues(...of));

/** What holds a gate when added to its bias: σ(±∞) is 1 or 0 exactly, whatever else is in the sum. */
export const gateBias = (...of: Parameters<typeof heldValues>): Tensor1D =>
  tensor1d(heldValues(...of).map((value) => (value === null ? 0 : value === 1 ? Infinity : -Infinity)));

/** Exact where it holds, since what it takes is finite. */
export const hold = <T>(rows: T, { free, fixed }: Hold): T => add(mul(rows as never, free), fixed) as T;

/** The initial state of a side [1, D], altered where it is. */
export function initialState(weights: Weights, side: Side, alteration: Alteration | null): Tensor2D {
  const initial = matrix(weights, `${side}/initial`);
  const clamped = alteration?.[side].clamped;
  if (!clamped || clamped.size === 0) return initial;
  return tidy(() =>
    hold(initial, holdOf(Array.from({ length: initial.shape[1] }, (_, d) => clamped.get(d) ?? null))),
  );
}

/** What the cell of a side sees of its counterpart: the states before the interactions [n, D], or the initial one. */
export function counterpartStates(
  weights: Weights,
  side: Side,
  states: Tensor2D,
  alteration: Alteration | null,
): Tensor2D {
  if (alteration?.counterpart !== 'initial') return states;
  return tidy(() => add(mul(states, 0), initialState(weights, otherSide(side), alteration)));
}
