import type { States } from '../src/model/replay';
import { type InteractionIds, scheduleTBatches } from '../src/model/tbatch';
import type { Weights } from '../src/model/weights';
import { SIDES, type Side } from '../src/vocabulary';
import {
  concat,
  customGrad,
  dispose,
  type GradSaveFunc,
  type Tensor,
  type Tensor2D,
  tensor2d,
  tidy,
} from './tf';

/**
 * The replay of src/model/replay.ts for training: the same numbers, with the gradient written by hand. Automatic
 * differentiation runs some 25,000 small kernels an episode; here a t-batch costs two products forwards and two
 * backwards, the gates are plain loops, and the gradient of each kernel is one large product at the end.
 */
export function fastReplay(weights: Weights, start: States, x: Tensor2D, log: InteractionIds): States {
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
      users: states.slice([0, 0], [users, -1]),
      items: states.slice([users, 0], [-1, -1]),
    };
  });
}

const PARTS = ['input_kernel', 'input_bias', 'state_kernel', 'state_bias'] as const;

/** What the backward pass needs of one t-batch of size B; all row-major. */
interface Batch {
  readonly rows: Int32Array;
  /** Rows of the joint state table: users first, items behind them. */
  readonly ids: Record<Side, Int32Array>;
  /** h before the interaction [B, D]. */
  readonly before: Record<Side, Float32Array>;
  /** r, z, n beside one another [B, 3D]. */
  readonly gates: Record<Side, Float32Array>;
  /** W_hn h + b_hn [B, D]: what the reset gate lets through. */
  readonly gated: Record<Side, Float32Array>;
}

interface Pass {
  readonly D: number;
  readonly states: Float32Array;
  readonly batches: readonly Batch[];
}

const rowsOf = (values: Float32Array, ids: ArrayLike<number>, D: number): Float32Array => {
  const picked = new Float32Array(ids.length * D);
  for (let k = 0; k < ids.length; k++) picked.set(values.subarray(ids[k] * D, (ids[k] + 1) * D), k * D);
  return picked;
};

/** a [n, k] · b, read back. */
const product = (a: Float32Array, columns: number, b: Tensor2D): Float32Array => {
  const left = tensor2d(a, [a.length / columns, columns]);
  const result = left.matMul(b);
  const values = result.dataSync() as Float32Array;
  dispose([left, result]);
  return values;
};

const other = (side: Side): Side => (side === 'user' ? 'item' : 'user');
/** Place of a weight of one side among the inputs. */
const at = (side: Side, part: (typeof PARTS)[number]): number =>
  3 + SIDES.indexOf(side) * PARTS.length + PARTS.indexOf(part);

/**
 * Kernels that meet a state: [W_h | W_in of the counterpart's cell] side by side [D, 6D], since one state feeds its own
 * cell and, as the counterpart, the other one.
 */
function stateKernels(tensors: readonly Tensor2D[], D: number): Record<Side, Tensor2D> {
  const of = (side: Side) =>
    concat(
      [tensors[at(side, 'state_kernel')], tensors[at(other(side), 'input_kernel')].slice([D, 0], [D, 3 * D])],
      1,
    ) as Tensor2D;
  return { user: of('user'), item: of('item') };
}

function forward(tensors: readonly Tensor2D[], log: InteractionIds): Pass {
  const [x, startUsers, startItems] = tensors;
  const D = x.shape[1];
  const users = startUsers.shape[0];
  const states = new Float32Array((users + startItems.shape[0]) * D);
  states.set(startUsers.dataSync());
  states.set(startItems.dataSync(), users * D);
  const kernels = stateKernels(tensors, D);
  // What x_τ and both biases bring to the gates, for the whole log at once [n, 3D].
  const fromInput = {} as Record<Side, Float32Array>;
  const stateBias = {} as Record<Side, Float32Array>;
  for (const side of SIDES) {
    const kernel = tensors[at(side, 'input_kernel')].slice([0, 0], [D, 3 * D]);
    fromInput[side] = x.matMul(kernel).add(tensors[at(side, 'input_bias')]).dataSync() as Float32Array;
    stateBias[side] = tensors[at(side, 'state_bias')].dataSync() as Float32Array;
  }

  const batches = scheduleTBatches(log).map((rows): Batch => {
    const ids = {
      user: Int32Array.from(rows, (r) => log.users[r]),
      item: Int32Array.from(rows, (r) => users + log.items[r]),
    };
    const before = { user: rowsOf(states, ids.user, D), item: rowsOf(states, ids.item, D) };
    const met = {
      user: product(before.user, D, kernels.user),
      item: product(before.item, D, kernels.item),
    };
    const gates = {} as Record<Side, Float32Array>;
    const gated = {} as Record<Side, Float32Array>;
    for (const side of SIDES) {
      const g = new Float32Array(rows.length * 3 * D);
      const through = new Float32Array(rows.length * D);
      const own = met[side];
      const counterpart = met[other(side)];
      const input = fromInput[side];
      const bias = stateBias[side];
      const h = before[side];
      for (let b = 0; b < rows.length; b++) {
        const i = rows[b] * 3 * D;
        const o = b * 6 * D;
        const k = b * 3 * D;
        const to = ids[side][b] * D;
        for (let d = 0; d < D; d++) {
          const r = 1 / (1 + Math.exp(-(input[i + d] + counterpart[o + 3 * D + d] + own[o + d] + bias[d])));
          const z =
            1 /
            (1 + Math.exp(-(input[i + D + d] + counterpart[o + 4 * D + d] + own[o + D + d] + bias[D + d])));
          const hn = own[o + 2 * D + d] + bias[2 * D + d];
          const n = Math.tanh(input[i + 2 * D + d] + counterpart[o + 5 * D + d] + r * hn);
          g[k + d] = r;
          g[k + D + d] = z;
          g[k + 2 * D + d] = n;
          through[b * D + d] = hn;
          states[to + d] = (1 - z) * n + z * h[b * D + d];
        }
      }
      gates[side] = g;
      gated[side] = through;
    }
    return { rows, ids, before, gates, gated };
  });
  return { D, states, batches };
}

/** Gradients of every input, in order, from that of the final states. */
function backward(tensors: readonly Tensor2D[], { D, batches }: Pass, dy: Float32Array): Tensor[] {
  const n = tensors[0].shape[0];
  const users = tensors[1].shape[0];
  const total = batches.reduce((sum, one) => sum + one.rows.length, 0);
  const dStates = dy.slice();
  const kernels = stateKernels(tensors, D);
  const transposed: Record<Side, Tensor2D> = {
    user: kernels.user.transpose(),
    item: kernels.item.transpose(),
  };
  // Gradients of the pre-activations, batch after batch: of the state's own half [r, z, r⊙n] and of the input's [r, z, n].
  const dState = { user: new Float32Array(total * 3 * D), item: new Float32Array(total * 3 * D) };
  const dInput = { user: new Float32Array(total * 3 * D), item: new Float32Array(total * 3 * D) };
  const befores = { user: new Float32Array(total * D), item: new Float32Array(total * D) };
  const order = new Int32Array(total);
  let end = total;
  for (let t = batches.length - 1; t >= 0; t--) {
    const { rows, ids, before, gates, gated } = batches[t];
    const B = rows.length;
    end -= B;
    order.set(rows, end);
    // For each state: gradients of [its own cell's gates | the counterpart's gates], matching the joint kernel.
    const joint = { user: new Float32Array(B * 6 * D), item: new Float32Array(B * 6 * D) };
    for (const side of SIDES) {
      const g = gates[side];
      const h = before[side];
      const through = gated[side];
      const own = joint[side];
      const counterpart = joint[other(side)];
      for (let b = 0; b < B; b++) {
        const row = ids[side][b] * D;
        const k = b * 3 * D;
        const o = b * 6 * D;
        for (let d = 0; d < D; d++) {
          const dh = dStates[row + d];
          const r = g[k + d];
          const z = g[k + D + d];
          const c = g[k + 2 * D + d];
          const dc = dh * (1 - z) * (1 - c * c);
          const dz = dh * (h[b * D + d] - c) * z * (1 - z);
          const dr = dc * through[b * D + d] * r * (1 - r);
          own[o + d] = dr;
          own[o + D + d] = dz;
          own[o + 2 * D + d] = dc * r;
          counterpart[o + 3 * D + d] = dr;
          counterpart[o + 4 * D + d] = dz;
          counterpart[o + 5 * D + d] = dc;
          dStates[row + d] = dh * z;
        }
      }
      befores[side].set(h, end * D);
    }
    for (const side of SIDES) {
      const back = product(joint[side], 6 * D, transposed[side]);
      for (let b = 0; b < B; b++) {
        const row = ids[side][b] * D;
        for (let d = 0; d < D; d++) dStates[row + d] += back[b * D + d];
        const place = (end + b) * 3 * D;
        const o = b * 6 * D;
        dState[side].set(joint[side].subarray(o, o + 3 * D), place);
        dInput[other(side)].set(joint[side].subarray(o + 3 * D, o + 6 * D), place);
      }
    }
  }

  const xs = tensor2d(rowsOf(tensors[0].dataSync() as Float32Array, order, D), [total, D]);
  const gradients: Tensor[] = [];
  let dx: Tensor2D = tensor2d(new Float32Array(total * D), [total, D]);
  for (const side of SIDES) {
    const ofInput = tensor2d(dInput[side], [total, 3 * D]);
    const ofState = tensor2d(dState[side], [total, 3 * D]);
    const counterpart = tensor2d(befores[other(side)], [total, D]);
    const own = tensor2d(befores[side], [total, D]);
    gradients.push(
      (concat([xs, counterpart], 1) as Tensor2D).matMul(ofInput, true),
      ofInput.sum(0),
      own.matMul(ofState, true) as Tensor,
      ofState.sum(0),
    );
    const kernel = tensors[at(side, 'input_kernel')].slice([0, 0], [D, 3 * D]);
    dx = dx.add(ofInput.matMul(kernel, false, true) as Tensor2D);
  }
  const dxRows = dx.dataSync() as Float32Array;
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
