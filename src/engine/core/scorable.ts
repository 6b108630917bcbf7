import type { WordWeight } from '../../model/attribution';
import type { LogStatistics } from '../../model/bias';
import type { Side } from '../../vocabulary';
import type { World } from './world';

/** All that scores rest on: a moment, or what it would have been. */
export interface Scorable {
  readonly world: Pick<World, 'columns' | 'scenario'>;
  /** Rows that have happened, in their order. */
  happened(): Int32Array;
  /** m_τ of a row. */
  keywords(row: number): readonly WordWeight[];
  /** Rating that the text of a row tells alone; NaN without text. */
  told(row: number): number;
  /** Rows of an entity that have happened, oldest first. */
  rowsOf(side: Side, entity: number): Int32Array;
  /** State of an entity [D]. */
  state(side: Side, entity: number): Float32Array;
  /** Row-major states of all entities of one side [entities, D]. */
  states(side: Side): Float32Array;
  statistics(): LogStatistics;
}
