import type { Evidence } from '../../src/data/evidence';
import type { Outcome } from './outcome';

/** One point of a missing-modality curve, with one seed. */
export interface MissingPoint extends Omit<Evidence['missing'][number], 'rmse'> {
  readonly rmse: number;
}

export type Planted = NonNullable<NonNullable<Evidence['faithfulness']>['planted']>;

/** DReX and the baselines on the random split of one seed. */
export interface MainResult {
  readonly kind: 'main';
  readonly seed: number;
  /** Hash of the model that was written as a bundle; null where none was. */
  readonly modelHash: string | null;
  /** Held-out interactions, in the order of every outcome's predictions. */
  readonly users: readonly number[];
  readonly ratings: readonly number[];
  readonly outcomes: readonly Outcome[];
  readonly missing: readonly MissingPoint[];
  readonly coldStart: Evidence['coldStart'];
  readonly faithfulness: Evidence['faithfulness'];
  /** Whether the latest interaction of people is known. */
  readonly ordered: boolean;
}

/** An ablation or trial with one seed. */
export interface FormResult {
  readonly kind: 'form';
  readonly seed: number;
  readonly outcome: Outcome;
}

export type UnitResult =
  | MainResult
  | FormResult
  | { readonly kind: 'missing'; readonly seed: number; readonly points: readonly MissingPoint[] }
  | { readonly kind: 'planted'; readonly seed: number; readonly planted: Planted }
  | { readonly kind: 'latest-out'; readonly seed: number; readonly outcomes: readonly Outcome[] };
