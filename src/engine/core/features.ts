import { concat, dispose, mul, type Tensor2D, tensor2d, tensorScatterUpdate, tidy } from '../../model/tf';
import type { Reading } from './readings';

/** x_τ of the bundle's own log; takes over the tensor [interactions, D]. */
export class LogFeatures {
  private read: Promise<Float32Array> | null = null;

  constructor(readonly tensor: Tensor2D) {}

  /** Row-major [interactions, D], read back once. */
  values(): Promise<Float32Array> {
    this.read ??= this.tensor.data() as Promise<Float32Array>;
    return this.read;
  }

  dispose(): void {
    dispose(this.tensor);
  }
}

/** Writes x_τ [D] of a row into an array from a place on. */
export type ReadFeatures = (row: number, into: Float32Array, at: number) => void;

/** x_τ of all rows of a log: the bundle's own, with those read anew put over, and added ones behind. */
export class Features {
  /**
   * @param rows of the log
   * @param readings of rows that the bundle does not hold as they are: of every row behind its own at least
   */
  constructor(
    private readonly own: LogFeatures,
    private readonly rows = own.tensor.shape[0],
    private readonly readings: ReadonlyMap<number, Reading> = new Map(),
  ) {}

  /** Row by row, for where a few rows are asked for: no other is touched. */
  async reader(): Promise<ReadFeatures> {
    const own = await this.own.values();
    const D = this.own.tensor.shape[1];
    return (row, into, at) => {
      const x = this.readings.get(row)?.x;
      // By hand: a view for each of many thousand short vectors costs more than the vector.
      if (x) into.set(x, at);
      else for (let d = 0; d < D; d++) into[at + d] = own[row * D + d];
    };
  }

  /** All rows [rows, D]; the caller owns it. */
  tensor(): Tensor2D {
    return tidy(() => {
      const own = this.own.tensor;
      const [n, D] = own.shape;
      const behind = new Float32Array((this.rows - n) * D);
      const over: number[] = [];
      const values: number[] = [];
      for (const [row, { x }] of this.readings) {
        if (row >= n) behind.set(x, (row - n) * D);
        else {
          over.push(row);
          values.push(...x);
        }
      }
      // A copy in any case: the CPU backend writes over what it is given, and the caller frees what it gets.
      const copy = mul(own, 1) as Tensor2D;
      const changed =
        over.length > 0
          ? (tensorScatterUpdate(
              copy,
              tensor2d(over, [over.length, 1], 'int32'),
              tensor2d(values, [over.length, D]),
            ) as Tensor2D)
          : copy;
      return this.rows > n
        ? (concat([changed, tensor2d(behind, [this.rows - n, D])], 0) as Tensor2D)
        : changed;
    });
  }
}
