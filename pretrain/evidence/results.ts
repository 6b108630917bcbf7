import type { Evidence } from '../../src/data/evidence';
import type { Finding } from '../behaviours/finding';
import type { Outcome } from '../outcome';

/** One point of a missing-modality curve, with one seed. */
export interface MissingPoint extends Pick<Evidence['missing'][number], 'modality' | 'when' | 'share'> {
  readonly rmse: number;
  /** Of the test part, in its order; absent from older results. */
  readonly predicted?: readonly number[] | null;
}

export type Planted = NonNullable<NonNullable<Evidence['faithfulness']>['planted']>;

/** Held-out interactions, in the order of every outcome's predictions. */
export interface HeldOutPeople {
  readonly users: readonly number[];
  readonly ratings: readonly number[];
}

/** Those of all planted worlds together. */
export interface HeldOutOfWorlds extends HeldOutPeople {
  /** The world of every person, by the person's number. */
  readonly worlds: readonly number[];
}

/** DReX and the baselines on the random split of one seed. */
export interface Measurements extends HeldOutPeople {
  readonly seed: number;
  /** Hash of the model where it is a bundle; else null. */
  readonly modelHash: string | null;
  readonly outcomes: readonly Outcome[];
  /** Over all planted worlds that the model was taught with; null for a real set. */
  readonly worlds: readonly Outcome[] | null;
  /** What the outcomes of the worlds speak of; absent from older results, which hold means alone. */
  readonly ofWorlds?: HeldOutOfWorlds | null;
}

export interface TableResult extends Measurements {
  readonly kind: 'table';
}

/** What is measured of the model that ships alone. */
export interface Details {
  readonly missing: readonly MissingPoint[];
  readonly coldStart: Evidence['coldStart'];
  readonly shortHistories: Evidence['shortHistories'];
  readonly faithfulness: Evidence['faithfulness'];
  /** Whether the latest interaction of people is known. */
  readonly ordered: boolean;
}

export interface MainResult extends Measurements, Details {
  readonly kind: 'main';
}

export interface DetailsResult extends Details {
  readonly kind: 'details';
  readonly seed: number;
  readonly modelHash: string | null;
}

/** An ablation or trial with one seed. */
export interface FormResult {
  readonly kind: 'form';
  readonly seed: number;
  readonly outcome: Outcome;
  /** Over all planted worlds; null for a real set. */
  readonly worlds: Outcome | null;
}

/** What simulated people found, case by case. */
export interface BehavioursResult {
  readonly kind: 'behaviours';
  readonly seed: number;
  readonly modelHash: string | null;
  readonly models: readonly { readonly model: string; readonly findings: readonly Finding[] }[];
}

/** The latest interaction of each person held out; of whom, older results do not say. */
export interface LatestResult extends Partial<HeldOutPeople> {
  readonly kind: 'latest-out';
  readonly seed: number;
  readonly outcomes: readonly Outcome[];
}

export type UnitResult =
  | MainResult
  | TableResult
  | DetailsResult
  | BehavioursResult
  | FormResult
  | { readonly kind: 'missing'; readonly seed: number; readonly points: readonly MissingPoint[] }
  | { readonly kind: 'planted'; readonly seed: number; readonly planted: Planted }
  | LatestResult;
