import type { Gate, Side } from '../vocabulary';
import { gateHold, hold, type SideAlteration } from './alteration';
import { add, matMul, mul, sigmoid, split, sub, type Tensor2D, tanh, tidy } from './tf';
import { matrix, vector, type Weights } from './weights';

export interface GruStep {
  /** r [n, D]: reset gate. */
  readonly reset: Tensor2D;
  /** z [n, D]: update gate; 1 keeps the old state, 0 takes the candidate. */
  readonly update: Tensor2D;
  /** n [n, D]: candidate state. */
  readonly candidate: Tensor2D;
  /** h' [n, D]: (1 − z) ⊙ n + z ⊙ h. */
  readonly next: Tensor2D;
}

/**
 * One step of a gated recurrent unit in the PyTorch GRUCell convention (gates r, z, n; docs/ARCHITECTURE.md#gru-cell).
 * @param input [n, 2D]: interaction features beside the counterpart's state.
 * @param state [n, D]: the state before the interaction.
 * @param alteration gates that are held
 */
export function gruCell(
  weights: Weights,
  side: Side,
  input: Tensor2D,
  state: Tensor2D,
  alteration: SideAlteration | null = null,
): GruStep {
  return tidy(() => {
    const fromInput = add(
      matMul(input, matrix(weights, `${side}/gru/input_kernel`)),
      vector(weights, `${side}/gru/input_bias`),
    );
    const fromState = add(
      matMul(state, matrix(weights, `${side}/gru/state_kernel`)),
      vector(weights, `${side}/gru/state_bias`),
    );
    const [inputR, inputZ, inputN] = split(fromInput, 3, 1);
    const [stateR, stateZ, stateN] = split(fromState, 3, 1);
    const held = (gate: Gate, free: Tensor2D): Tensor2D =>
      alteration ? hold(free, gateHold([alteration], gate, state.shape[1])) : free;
    const reset = held('reset', sigmoid(add(inputR, stateR)));
    const update = held('update', sigmoid(add(inputZ, stateZ)));
    const candidate = tanh(add(inputN, mul(reset, stateN)));
    const next = add(mul(sub(1, update), candidate), mul(update, state));
    return { reset, update, candidate, next } as GruStep;
  });
}
