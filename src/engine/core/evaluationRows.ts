import type { CatalogueRanking } from '../../model/catalogueRankings';
import type { HeldOut, UserRanking } from '../../model/metrics';
import { perGround } from './perGround';

/** What an evaluation sums up. */
export interface EvaluationRows {
  readonly held: HeldOut;
  /** One for each held-out interaction, clipped. */
  readonly predicted: Float64Array;
  /** Of each person's own held-out items. */
  readonly rankings: readonly UserRanking[];
  /** Of the whole catalogue. */
  readonly found: readonly CatalogueRanking[];
  /** How many items stand in anybody's first ten, of how many. */
  readonly shown: { readonly items: number; readonly of: number };
}

/** What the figures measured here sum up, by the modalities of the history. */
export const evaluatedOn = perGround(() => new Map<string, EvaluationRows>());
