import type { ModelConfig } from '../model/config';
import type { Feedback } from '../model/features';
import type { SparseRows } from '../model/keywordMatch';
import type { Worlds } from './worlds';

/** Interactions to learn from, as columns in replay order; people and items are numbers from 0 on. */
export interface TrainingData {
  readonly config: ModelConfig;
  /** Of all people, of whom only the number counts. */
  readonly userIds: ArrayLike<string>;
  readonly itemIds: ArrayLike<string>;
  readonly users: Int32Array;
  readonly items: Int32Array;
  /** What is predicted; NaN where absent. */
  readonly ratings: Float64Array;
  /** What the model may see; a rating to predict may be hidden from it. */
  readonly feedback: readonly Feedback[];
  readonly hasText: readonly boolean[];
  /** m_τ of each. */
  readonly said: { readonly rows: SparseRows };
  /** 0 where an interaction is trained on. */
  readonly split: ArrayLike<number>;
  /** Where several planted worlds are pooled: each has its own catalogue. */
  readonly worlds?: Worlds | undefined;
}

/** Rows that are trained on, in replay order. */
export function trainRows({ split }: Pick<TrainingData, 'split'>): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < split.length; row++) if (split[row] === 0) rows.push(row);
  return Int32Array.from(rows);
}
