import { openStream, statesOf, streamBatch, type Stream as Table } from '../../model/replay';
import { concat, dispose, type Tensor2D, type Tensor3D, tensor2d, tidy } from '../../model/tf';
import type { Side } from '../../vocabulary';
import { TRACED, type Trace } from './replayTrace';
import { BLOCK_ROWS, type Stream, type Streamed } from './streamForm';

/** States stay on the backend: for t-batches that are large, and for a GPU, which would be waited for at each. */
export async function openTensors(streamed: Streamed): Promise<Stream> {
  return new Tensors(streamed);
}

/** The parts of a t-batch of size B, in the order of {@link TRACED}, each [1, B, 2D]. */
interface Kept {
  readonly rows: Int32Array;
  readonly parts: readonly Tensor3D[];
}

class Tensors implements Stream {
  private stream: Table;
  private readonly x: Tensor2D;
  /** What the trace has not been given yet. */
  private waiting: Kept[] = [];
  private waitingRows = 0;
  private readonly reading: Promise<void>[] = [];

  constructor(private readonly streamed: Streamed) {
    const { brain, start, features, alteration } = streamed;
    const D = brain.config.stateSize;
    this.stream = tidy(() => {
      const rows = (values: Float32Array) => tensor2d(values, [values.length / D, D]);
      return openStream(brain.weights, { users: rows(start.user), items: rows(start.item) }, alteration);
    });
    this.x = features.tensor();
  }

  async advance(rows: Int32Array): Promise<void> {
    const { log, trace } = this.streamed;
    const { table, parts } = tidy(() => {
      const batch = streamBatch(this.stream, this.x, log, rows);
      return { table: batch.table, parts: trace ? TRACED.map((part) => batch.step[part]) : [] };
    });
    dispose(this.stream.table);
    this.stream = { ...this.stream, table };
    if (!trace) return;
    this.waiting.push({ rows, parts });
    this.waitingRows += rows.length;
    if (this.waitingRows >= BLOCK_ROWS) this.read(trace);
  }

  async finish(): Promise<Record<Side, Float32Array>> {
    const { trace } = this.streamed;
    if (trace && this.waiting.length > 0) this.read(trace);
    await Promise.all(this.reading);
    const { users, items } = statesOf(this.stream);
    try {
      const [user, item] = await Promise.all([users.data(), items.data()]);
      return { user: user as Float32Array, item: item as Float32Array };
    } finally {
      dispose([users, items]);
    }
  }

  dispose(): void {
    dispose([this.x, this.stream.table, this.stream.cell as never]);
    dispose(this.waiting.flatMap((one) => one.parts));
  }

  /** Not awaited before the end: a GPU goes on with the next batches meanwhile, and hundreds of small reads would each wait. */
  private read(trace: Trace): void {
    const one = readInto(trace, this.waiting);
    // Until it is awaited a failure must not count as unhandled.
    one.catch(() => {});
    this.reading.push(one);
    this.waiting = [];
    this.waitingRows = 0;
  }
}

/** Reads what was kept, frees it, and adds it to the trace. */
async function readInto(trace: Trace, kept: readonly Kept[]): Promise<void> {
  const parts = TRACED.flatMap((_, k) => kept.map((one) => one.parts[k]));
  const all = concat(parts, 1);
  dispose(parts);
  try {
    trace.add(
      kept.map((one) => one.rows),
      (await all.data()) as Float32Array,
    );
  } finally {
    dispose(all);
  }
}
