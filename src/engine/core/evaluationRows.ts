import type { HeldOut, UserRanking } from '../../model/metrics';
import { perGround } from './ground';

/** What an evaluation sums up. */
export interface EvaluationRows {
  readonly held: HeldOut;
  /** One for each held-out interaction, clipped. */
  readonly predicted: Float64Array;
  readonly rankings: readonly UserRanking[];
}

/** What the figures measured here sum up, by the modalities of the history. */
export const evaluatedOn = perGround(() => new Map<string, EvaluationRows>());
