import type { Alteration } from '../../model/alteration';
import type { InteractionIds } from '../../model/tbatch';
import type { Side } from '../../vocabulary';
import type { Brain } from './brain';
import type { Features } from './features';
import type { Trace } from './replayTrace';

/** What is replayed. */
export interface Streamed {
  readonly brain: Brain;
  /** States before, row-major [n, D]: taken over, and written into. */
  readonly start: Record<Side, Float32Array>;
  readonly features: Features;
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
  /** The states that it has come to, row-major [n, D]; the trace is whole then. */
  finish(): Promise<Record<Side, Float32Array>>;
  /** Frees what the stream itself holds. */
  dispose(): void;
}

/** Rows that a trace is given at once. */
export const BLOCK_ROWS = 2048;
