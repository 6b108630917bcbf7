import { type InteractionIds, scheduleTBatches } from '../model/tbatch';
import { SIDES, type Side } from '../vocabulary';
import { backThroughGates, type SidePass, throughGates } from './gates';
import { type Kernel, kernelOf, product } from './product';
import type { Replay } from './stream';
import {
  add,
  concat,
  customGrad,
  type GradSaveFunc,
  matMul,
  slice,
  sum,
  type Tensor,
  type Tensor2D,
  tensor2d,
  tidy,
  transpose,
} from './tf';

/**
 * The replay of model/replay.ts for training: the same numbers, with the gradient written by hand. Automatic
 * differentiation runs some 25,000 small kernels an episode; here a t-batch costs two products forwards and two
 * backwards, the gates are plain loops over arrays that are made once a pass, and the gradient of each kernel is one large product at the end.
 */
export const fastReplay: Replay = (weights, start, x, log) => {
  const users = start.users.shape[0];
  const inputs: Tensor[] = [x, start.users, start.items];
  for (const side of SIDES) for (const part of PARTS) inputs.push(weights[`${side}/gru/${part}`]);
  return tidy(() => {
    const run = customGrad((...args) => {
      const tensors = args.slice(0, inputs.length) as Tensor2D[];
      // An outer tidy may free the inputs before the gradient is asked for.
      (args.at(-1) as GradSaveFunc)(tensors);
      const pass = forward(tensors, log);
      return {
        value: tensor2d(pass.states, [pass.states.length / pass.D, pass.D]),
        gradFunc: (dy, saved) => backward(saved as Tensor2D[], pass, dy.dataSync() as Float32Array),
      };
    });
    const states = run(...inputs) as Tensor2D;
    return {
      users: slice(states, [0, 0], [users, -1]),
      items: slice(states, [users, 0], [-1, -1]),
    };
  });
};

const PARTS = ['input_kernel', 'input_bias', 'state_kernel', 'state_bias'] as const;

/** What the backward pass needs. */
interface Pass {
  readonly D: number;
  /** After the whole log, users first [users + items, D]. */
  readonly states: Float32Array;
  /** Rows of the log, batch after batch. */
  readonly order: Int32Array;
  /** Where in `order` each batch begins, and where the last one ends. */
  readonly begins: Int32Array;
  readonly sides: Record<Side, SidePass>;
}

const other = (side: Side): Side => (side === 'user' ? 'item' : 'user');
/** Place of a weight of one side among the inputs. */
const at = (side: Side, part: (typeof PARTS)[number]): number =>
  3 + SIDES.indexOf(side) * PARTS.length + PARTS.indexOf(part);

const bothOf = <T>(make: (side: Side) => T): Record<Side, T> => ({ user: make('user'), item: make('item') });

/**
 * Kernels that meet a state: [W_h | W_in of the counterpart's cell] side by side [D, 6D], since one state feeds its own
 * cell and, as the counterpart, the other one.
 */
const stateKernel = (tensors: readonly Tensor2D[], side: Side, D: number): Tensor2D =>
  concat(
    [tensors[at(side, 'state_kernel')], slice(tensors[at(other(side), 'input_kernel')], [D, 0], [D, 3 * D])],
    1,
  );

/** The part of a cell's input kernel that meets x_τ [D, 3D]. */
const featureKernel = (tensors: readonly Tensor2D[], side: Side, D: number): Tensor2D =>
  slice(tensors[at(side, 'input_kernel')], [0, 0], [D, 3 * D]);

/** Rows of a matrix of D columns, one after the other. */
const rowsOf = (values: Float32Array, ids: ArrayLike<number>, D: number): Float32Array => {
  const picked = new Float32Array(ids.length * D);
  for (let k = 0; k < ids.length; k++) picked.set(values.subarray(ids[k] * D, (ids[k] + 1) * D), k * D);
  return picked;
};

function forward(tensors: readonly Tensor2D[], log: InteractionIds): Pass {
  const [x, startUsers, startItems] = tensors;
  const D = x.shape[1];
  const users = startUsers.shape[0];
  const states = new Float32Array((users + startItems.shape[0]) * D);
  states.set(startUsers.dataSync());
  states.set(startItems.dataSync(), users * D);
  const batches = scheduleTBatches(log);
  const begins = new Int32Array(batches.length + 1);
  batches.forEach((rows, t) => {
    begins[t + 1] = begins[t] + rows.length;
  });
  const n = begins[batches.length];
  const order = new Int32Array(n);
  batches.forEach((rows, t) => {
    order.set(rows, begins[t]);
  });
  const sides = bothOf(
    (side): SidePass => ({
      D,
      rows: order,
      ids: Int32Array.from(order, (row) => (side === 'user' ? log.users[row] : users + log.items[row])),
      before: new Float32Array(n * D),
      gates: new Float32Array(n * 3 * D),
      gated: new Float32Array(n * D),
    }),
  );
  const kernels = bothOf((side): Kernel => kernelOf(stateKernel(tensors, side, D)));
  // What x_τ and both biases bring to the gates, for the whole log at once [n, 3D].
  const fromInput = bothOf(
    (side) =>
      add(
        matMul(x, featureKernel(tensors, side, D)),
        tensors[at(side, 'input_bias')],
      ).dataSync() as Float32Array,
  );
  const bias = bothOf((side) => tensors[at(side, 'state_bias')].dataSync() as Float32Array);

  for (let t = 0; t < batches.length; t++) {
    const [from, to] = [begins[t], begins[t + 1]];
    const met = bothOf((side) => {
      const { ids, before } = sides[side];
      for (let k = from; k < to; k++)
        for (let d = 0, a = k * D, b = ids[k] * D; d < D; d++) before[a + d] = states[b + d];
      return product(before.subarray(from * D, to * D), kernels[side]);
    });
    for (const side of SIDES) {
      const own = { products: met[side], bias: bias[side] };
      throughGates(sides[side], states, fromInput[side], own, met[other(side)], from, to);
    }
  }
  return { D, states, order, begins, sides };
}

/** Gradients of every input, in order, from that of the final states. */
function backward(tensors: readonly Tensor2D[], pass: Pass, dy: Float32Array): Tensor[] {
  const { D, order, begins, sides } = pass;
  const users = tensors[1].shape[0];
  const total = order.length;
  const dStates = dy.slice();
  const transposed = bothOf((side): Kernel => kernelOf(transpose(stateKernel(tensors, side, D))));
  // Gradients of the pre-activations: of the state's own half [r, z, r⊙n] and of the input's [r, z, n].
  const dState = bothOf(() => new Float32Array(total * 3 * D));
  const dInput = bothOf(() => new Float32Array(total * 3 * D));
  const largest = begins.reduce((most, begin, t) => Math.max(most, begin - (begins[t - 1] ?? 0)), 0);
  // For each state: gradients of [its own cell's gates | the counterpart's gates], matching the joint kernel.
  const joint = bothOf(() => new Float32Array(largest * 6 * D));
  for (let t = begins.length - 2; t >= 0; t--) {
    const [from, to] = [begins[t], begins[t + 1]];
    for (const side of SIDES)
      backThroughGates(sides[side], dStates, joint[side], joint[other(side)], from, to);
    for (const side of SIDES) {
      const { ids } = sides[side];
      const gradients = joint[side].subarray(0, (to - from) * 6 * D);
      const back = product(gradients, transposed[side]);
      for (let k = from; k < to; k++) {
        const o = (k - from) * 6 * D;
        for (let d = 0, a = ids[k] * D, b = (k - from) * D; d < D; d++) dStates[a + d] += back[b + d];
        dState[side].set(gradients.subarray(o, o + 3 * D), k * 3 * D);
        dInput[other(side)].set(gradients.subarray(o + 3 * D, o + 6 * D), k * 3 * D);
      }
    }
  }

  const xs = tensor2d(rowsOf(tensors[0].dataSync() as Float32Array, order, D), [total, D]);
  const befores = bothOf((side) => tensor2d(sides[side].before, [total, D]));
  const gradients: Tensor[] = [];
  let dx: Tensor2D = tensor2d(new Float32Array(total * D), [total, D]);
  for (const side of SIDES) {
    const ofInput = tensor2d(dInput[side], [total, 3 * D]);
    const ofState = tensor2d(dState[side], [total, 3 * D]);
    gradients.push(
      matMul(concat([xs, befores[other(side)]], 1), ofInput, true),
      sum(ofInput, 0),
      matMul(befores[side], ofState, true),
      sum(ofState, 0),
    );
    dx = add(dx, matMul(ofInput, featureKernel(tensors, side, D), false, true));
  }
  const dxRows = dx.dataSync() as Float32Array;
  const n = tensors[0].shape[0];
  const dxLog = new Float32Array(n * D);
  order.forEach((row, k) => {
    dxLog.set(dxRows.subarray(k * D, (k + 1) * D), row * D);
  });
  return [
    tensor2d(dxLog, [n, D]),
    tensor2d(dStates.slice(0, users * D), [users, D]),
    tensor2d(dStates.slice(users * D), tensors[2].shape),
    ...gradients,
  ];
}
