import type { Gate, Side } from '../vocabulary';
import { type Alteration, gateHold, type Hold, hold, initialState, UNALTERED } from './alteration';
import { type Tap, unseen } from './tap';
import {
  add,
  affine,
  concat,
  matMul,
  mul,
  reshape,
  slice,
  sub,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tanh,
  tidy,
  zeros,
} from './tf';
import { matrix, vector, type Weights } from './weights';

/** A kernel [1, 3D, 2D] on rows [x | h_user | h_item], and its bias [2D]; the user's columns come first. */
interface Part {
  readonly kernel: Tensor3D;
  readonly bias: Tensor1D;
}

/** Both cells as one cell on pairs of states [h_user | h_item]. */
export interface JointCell {
  readonly reset: Part;
  readonly update: Part;
  /** What the candidate takes from x and from the counterpart. */
  readonly candidate: Part;
  /** What the reset gate lets through of the own state. */
  readonly gated: Part;
  /** Gates that an alteration holds; null where the weights alone decide. */
  readonly held: { readonly reset: Hold; readonly update: Hold } | null;
}

/** What {@link refine} gives, both sides in one row: all [1, n, 2D], the user's half first. */
export interface JointStep {
  readonly reset: Tensor3D;
  readonly update: Tensor3D;
  readonly candidate: Tensor3D;
  readonly next: Tensor3D;
}

/**
 * Arranges the kernels of both cells as blocks of one (docs/ARCHITECTURE.md#replay): a state feeds its own cell as the state and
 * the other one as the counterpart, so each pair is multiplied at once, and each gate of both sides is one matrix. A
 * counterpart that is always the same needs no product: it goes into the bias.
 */
export function jointCell(weights: Weights, alteration: Alteration | null = UNALTERED): JointCell {
  return tidy(() => {
    const D = matrix(weights, 'user/initial').shape[1];
    const nothing = zeros([D, 3 * D]) as Tensor2D;
    /** The two addends that `gruCell` keeps apart, and their sum: kernels [3D, 3D] on rows [x | h_user | h_item]. */
    const addends = (side: Side) => {
      const input = matrix(weights, `${side}/gru/input_kernel`);
      const [x, counterpart] = [slice(input, [0, 0], [D, -1]), slice(input, [D, 0], [D, -1])];
      const blind = alteration?.counterpart === 'initial';
      const other = blind ? nothing : counterpart;
      const bias = vector(weights, `${side}/gru/input_bias`);
      const seen = () => {
        const initial = initialState(weights, side === 'user' ? 'item' : 'user', alteration);
        return reshape(matMul(initial, counterpart), [3 * D]) as Tensor1D;
      };
      const own = matrix(weights, `${side}/gru/state_kernel`);
      const stack = (ofX: Tensor2D, ofOwn: Tensor2D, ofOther: Tensor2D) =>
        concat(side === 'user' ? [ofX, ofOwn, ofOther] : [ofX, ofOther, ofOwn], 0) as Tensor2D;
      const kernels = { input: stack(x, nothing, other), state: stack(nothing, own, nothing) };
      const biases = {
        input: blind ? (add(bias, seen()) as Tensor1D) : bias,
        state: vector(weights, `${side}/gru/state_bias`),
      };
      return {
        kernel: { ...kernels, both: add(kernels.input, kernels.state) as Tensor2D },
        bias: { ...biases, both: add(biases.input, biases.state) as Tensor1D },
      };
    };
    const sides = [addends('user'), addends('item')];
    /** Columns of one gate (order r, z, n) of both sides. */
    const part = (of: 'input' | 'state' | 'both', gate: number): Part => ({
      kernel: reshape(
        concat(
          sides.map(({ kernel }) => slice(kernel[of], [0, gate * D], [-1, D])),
          1,
        ),
        [1, 3 * D, 2 * D],
      ),
      // Cut as vectors: WASM refuses a bias that was once a matrix.
      bias: concat(
        sides.map(({ bias }) => slice(bias[of], [gate * D], [D])),
        0,
      ),
    });
    return {
      reset: part('both', 0),
      update: part('both', 1),
      candidate: part('input', 2),
      gated: part('state', 2),
      held: alteration && {
        reset: gateHold([alteration.user, alteration.item], 'reset', D),
        update: gateHold([alteration.user, alteration.item], 'update', D),
      },
    };
  });
}

/**
 * One step of both cells, equal to {@link refine}. Four products and few other kernels: columns are never cut out of
 * a matrix, since that costs more than the product on WASM.
 * @param x [1, n, D]
 * @param pairs [1, n, 2D]: [h_user | h_item] before the interaction.
 * @param tap sees `reset`, `update`, `gated` (what the reset gate lets through: W_hn h + b_hn), `candidate` and `next`
 */
export function jointStep(cell: JointCell, x: Tensor3D, pairs: Tensor3D, tap: Tap = unseen): JointStep {
  return tidy(() => {
    const row = concat([x, pairs], 2);
    const product = ({ kernel, bias }: Part, activation: 'linear' | 'sigmoid') =>
      affine(row, kernel, bias, activation);
    const gate = (of: Gate) => {
      const free = product(cell[of], 'sigmoid');
      return cell.held ? hold(free, cell.held[of]) : free;
    };
    const reset = gate('reset');
    const update = gate('update');
    const gated = product(cell.gated, 'linear');
    const candidate = tanh(add(product(cell.candidate, 'linear'), mul(reset, gated)));
    // (1 − z) ⊙ n + z ⊙ h with a product less.
    const mixed = add(candidate, mul(update, sub(pairs, candidate))) as Tensor3D;
    const next = cell.held ? keepWhole(mixed, pairs, cell.held.update) : mixed;
    const step = { reset, update, candidate, next } as JointStep;
    tap('gated', gated);
    for (const [name, tensor] of Object.entries(step)) tap(name, tensor);
    return step;
  });
}

/** Where the update gate is held at 1 the state stays to the last bit, which n + 1·(h − n) rounds away. */
const keepWhole = (mixed: Tensor3D, pairs: Tensor3D, { fixed }: Hold): Tensor3D =>
  add(mul(mixed, sub(1, fixed)), mul(pairs, fixed)) as Tensor3D;
