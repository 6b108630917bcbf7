import { concat, dispose, keep, reshape, type Tensor } from './tf';

/**
 * Sees the intermediates of a computation by name as it makes them. The computation is the same with and without one: a
 * tap adds no kernel, it only keeps from being freed what is there anyway.
 */
export type Tap = (name: string, tensor: Tensor) => void;

/** The tap of a computation that nobody looks into. */
export const unseen: Tap = () => {};

/** A tensor as it was read back. */
export interface Recorded {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Float32Array;
}

/** Keeps what a tap sees until it is read. */
export class Recorder {
  private readonly kept = new Map<string, Tensor>();

  readonly tap: Tap = (name, tensor) => {
    this.kept.get(name)?.dispose();
    this.kept.set(name, keep(tensor));
  };

  /** Everything seen, in one read-back; frees it. */
  async read(): Promise<Map<string, Recorded>> {
    const names = [...this.kept.keys()];
    const tensors = [...this.kept.values()];
    if (tensors.length === 0) return new Map();
    const flat = tensors.map((one) => reshape(one, [one.size]));
    const all = concat(flat);
    dispose(flat);
    try {
      const values = (await all.data()) as Float32Array;
      let from = 0;
      return new Map(
        tensors.map((one, k) => {
          const part = values.slice(from, from + one.size);
          from += one.size;
          return [names[k], { shape: one.shape, values: part }];
        }),
      );
    } finally {
      dispose([all, ...tensors]);
      this.kept.clear();
    }
  }
}
