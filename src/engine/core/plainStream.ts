import { disposePlainCell, type PlainStep, plainCell } from '../../model/plainCell';
import { type PlainStream, plainBatch } from '../../model/plainReplay';
import type { Side } from '../../vocabulary';
import { plainCellOf } from './brain';
import { TRACED } from './replayTrace';
import { BLOCK_ROWS, type Stream, type Streamed } from './streamForm';

/** States are plain numbers: for small t-batches, on a backend that computes where the page's numbers lie. */
export async function openPlain(streamed: Streamed): Promise<Stream> {
  const { brain, start, features, alteration } = streamed;
  const readFeatures = await features.reader();
  const cell = alteration ? plainCell(brain.weights, alteration) : plainCellOf(brain);
  return new Plain(streamed, { cell, states: start, readFeatures });
}

class Plain implements Stream {
  /** What the trace has not been given yet. */
  private waiting: { readonly rows: Int32Array; readonly step: PlainStep }[] = [];
  private waitingRows = 0;

  constructor(
    private readonly streamed: Streamed,
    private readonly stream: PlainStream,
  ) {}

  async advance(rows: Int32Array): Promise<void> {
    const step = await plainBatch(this.stream, this.streamed.log, rows);
    if (!this.streamed.trace) return;
    this.waiting.push({ rows, step });
    this.waitingRows += rows.length;
    if (this.waitingRows >= BLOCK_ROWS) this.handOver();
  }

  async finish(): Promise<Record<Side, Float32Array>> {
    this.handOver();
    return this.stream.states;
  }

  dispose(): void {
    // As trained it is the brain's.
    if (this.streamed.alteration) disposePlainCell(this.stream.cell);
  }

  private handOver(): void {
    const { waiting, waitingRows, stream } = this;
    if (waiting.length === 0) return;
    const values = new Float32Array(TRACED.length * waitingRows * 2 * stream.cell.D);
    let at = 0;
    for (const part of TRACED)
      for (const { step } of waiting) {
        values.set(step[part], at);
        at += step[part].length;
      }
    this.streamed.trace?.add(
      waiting.map((one) => one.rows),
      values,
    );
    this.waiting = [];
    this.waitingRows = 0;
  }
}
