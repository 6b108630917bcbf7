import { type Alteration, gateBias, keptWhole, UNALTERED } from './alteration';
import { jointCell } from './joint';
import { add, affine, concat, dispose, type Tensor1D, type Tensor3D, tensor3d, tidy } from './tf';
import type { Weights } from './weights';

/** The joint cell for a few rows at a time: its four parts as one product, whose sums go through the gates as plain numbers. */
export interface PlainCell {
  /** Size of a state. */
  readonly D: number;
  /** On rows [x | h_user | h_item]: columns [reset | update | candidate | gated] of 2D each [1, 3D, 8D]. */
  readonly kernel: Tensor3D;
  /** [8D] */
  readonly bias: Tensor1D;
  /** Which dimensions of both states [2D] an alteration keeps as they are; null as trained. */
  readonly whole: readonly boolean[] | null;
}

/** What a `JointStep` has, as plain numbers: all [n, 2D], the user's half first. */
export interface PlainStep {
  readonly reset: Float32Array;
  readonly update: Float32Array;
  readonly candidate: Float32Array;
  readonly next: Float32Array;
}

/** The kernels of {@link jointCell} beside one another. The caller owns its tensors. */
export function plainCell(weights: Weights, alteration: Alteration | null = UNALTERED): PlainCell {
  return tidy(() => {
    const { reset, update, candidate, gated } = jointCell(weights, alteration);
    const D = reset.kernel.shape[1] / 3;
    const sides = alteration && [alteration.user, alteration.item];
    const held = (gate: 'reset' | 'update', bias: Tensor1D): Tensor1D =>
      sides ? add(bias, gateBias(sides, gate, D)) : bias;
    return {
      D,
      kernel: concat([reset.kernel, update.kernel, candidate.kernel, gated.kernel], 2) as Tensor3D,
      bias: concat([held('reset', reset.bias), held('update', update.bias), candidate.bias, gated.bias], 0),
      whole: sides?.flatMap((side) => keptWhole(side, D)) ?? null,
    };
  });
}

export const disposePlainCell = ({ kernel, bias }: PlainCell): void => dispose([kernel, bias]);

/**
 * One step of both cells, equal to that of `jointStep`. For where reading back costs nothing: a call of the backend takes
 * longer than the work on a few rows, and this one makes one where that makes a dozen.
 * @param rows [n, 3D]: [x | h_user | h_item] before the interaction
 */
export async function plainStep(cell: PlainCell, rows: Float32Array): Promise<PlainStep> {
  const width = 3 * cell.D;
  const input = tensor3d(rows, [1, rows.length / width, width]);
  const sums = affine(input, cell.kernel, cell.bias, 'linear');
  try {
    return throughGates(cell, rows, (await sums.data()) as Float32Array);
  } finally {
    dispose([input, sums]);
  }
}

/** The gates of both cells, and the states after them, from what the product makes of the rows [n, 8D]. */
function throughGates({ D, whole }: PlainCell, rows: Float32Array, sums: Float32Array): PlainStep {
  const width = 2 * D;
  const n = rows.length / (3 * D);
  const reset = new Float32Array(n * width);
  const update = new Float32Array(n * width);
  const candidate = new Float32Array(n * width);
  const next = new Float32Array(n * width);
  for (let k = 0; k < n; k++)
    for (let d = 0; d < width; d++) {
      const to = k * width + d;
      const at = 4 * k * width + d;
      reset[to] = sigmoid(sums[at]);
      update[to] = sigmoid(sums[at + width]);
      candidate[to] = Math.tanh(sums[at + 2 * width] + reset[to] * sums[at + 3 * width]);
      const state = rows[3 * k * D + D + d];
      next[to] = whole?.[d] ? state : nextState(update[to], candidate[to], state);
    }
  return { reset, update, candidate, next };
}

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

/** h' = n + z (h − n), rounded as `jointStep` rounds: a state that is made from its trace is the same to the last bit. */
export const nextState = (z: number, n: number, h: number): number =>
  Math.fround(n + Math.fround(z * Math.fround(h - n)));
