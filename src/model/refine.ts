import { type Alteration, counterpartStates, UNALTERED } from './alteration';
import { type GruStep, gruCell } from './gru';
import { concat, type Tensor2D, tidy } from './tf';
import type { Weights } from './weights';

export interface Refinement {
  readonly user: GruStep;
  readonly item: GruStep;
}

/**
 * Refines both sides of a batch of interactions from the same x_τ and from each other's state *before* the
 * interaction (docs/ARCHITECTURE.md#gru-cell). All arguments are [n, D], row k belonging to the k-th interaction.
 */
export function refine(
  weights: Weights,
  x: Tensor2D,
  users: Tensor2D,
  items: Tensor2D,
  alteration: Alteration | null = UNALTERED,
): Refinement {
  return tidy(() => {
    const seen = {
      user: counterpartStates(weights, 'user', items, alteration),
      item: counterpartStates(weights, 'item', users, alteration),
    };
    return {
      user: gruCell(weights, 'user', concat([x, seen.user], 1), users, alteration?.user),
      item: gruCell(weights, 'item', concat([x, seen.item], 1), items, alteration?.item),
    };
  });
}
