import type { JointStep } from '../../model/joint';
import type { Side } from '../../vocabulary';

/** What is kept of a step: z, the share of the old state that stayed; n, the candidate; r, how much of the state it saw. */
export const TRACED = ['update', 'candidate', 'reset'] as const satisfies readonly (keyof JointStep)[];

export type Traced = (typeof TRACED)[number];

/**
 * What the cells did at every log row. Values stay in the blocks that were read back, in the order of the t-batches:
 * putting them into rows would touch megabytes once more. An index finds them.
 */
export class Trace {
  private blocks: Float32Array[];
  /** Of each log row: its block, and its place therein. */
  private readonly block: Int32Array;
  private readonly place: Int32Array;

  /**
   * @param rows number of log rows
   * @param D size of a state
   * @param earlier where rows that are not added are found, as after an edit
   */
  constructor(
    rows: number,
    private readonly D: number,
    earlier?: Trace,
  ) {
    this.blocks = earlier ? [...earlier.blocks] : [];
    this.block = new Int32Array(rows).fill(-1);
    this.place = new Int32Array(rows);
    if (earlier) {
      this.block.set(earlier.block);
      this.place.set(earlier.place);
    }
  }

  /** Adds what was kept of some rows: the parts of {@link TRACED} below one another, each [rows, 2D], users' half first. */
  add(rows: readonly Int32Array[], values: Float32Array): void {
    const block = this.blocks.push(values) - 1;
    let place = 0;
    for (const batch of rows)
      for (const row of batch) {
        this.block[row] = block;
        this.place[row] = place++;
      }
  }

  /** Lets go of blocks in which no row is found any more: a chain of edits must not hold all that they replaced. */
  forgetUnused(): void {
    const places = new Int32Array(this.blocks.length).fill(-1);
    const kept: Float32Array[] = [];
    this.block.forEach((block, row) => {
      if (block < 0) return;
      if (places[block] < 0) places[block] = kept.push(this.blocks[block]) - 1;
      this.block[row] = places[block];
    });
    this.blocks = kept;
  }

  /** One part of one log row [D]: a view, not to be written to. */
  at(side: Side, part: Traced, row: number): Float32Array {
    const values = this.blocks[this.block[row]];
    const part0 = (values.length / TRACED.length) * TRACED.indexOf(part);
    const start = part0 + (2 * this.place[row] + (side === 'user' ? 0 : 1)) * this.D;
    return values.subarray(start, start + this.D);
  }
}
