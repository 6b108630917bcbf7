import type { Alteration } from '../../model/alteration';
import type { States } from '../../model/replay';
import type { InteractionIds } from '../../model/tbatch';
import type { Tensor2D } from '../../model/tf';
import type { Weights } from '../../model/weights';
import type { Trace } from './replayTrace';

/** What is replayed. */
export interface Streamed {
  readonly weights: Weights;
  /** Read, not kept. */
  readonly start: States;
  /** Features of the whole log [number of interactions, D]. */
  readonly x: Tensor2D;
  readonly log: InteractionIds;
  /** Of the cells; `start` must be altered, too. */
  readonly alteration: Alteration | null;
  /** Takes what the cells do at each row. */
  readonly trace: Trace | null;
}

/** A replay under way. */
export interface Stream {
  /** Refines the states by one t-batch. */
  advance(rows: Int32Array): Promise<void>;
  /** The states that it has come to, the caller's own; the trace is whole then. */
  finish(): Promise<States>;
  /** Frees what the stream itself holds. */
  dispose(): void;
}

/** Rows that a trace is given at once. */
export const BLOCK_ROWS = 2048;
