import type { ModelConfig } from '../model/config';
import type { InteractionIds } from '../model/tbatch';
import type { Weights } from '../model/weights';
import { fastReplay } from './fastReplay';
import type { Replay } from './stream';
import type { Tensor2D } from './tf';

/**
 * States of people as items see them, for pairs.
 * @param own u of each pair [n, D].
 * @param items q of each pair [n, D].
 * @param users the person of each pair.
 */
export type PeopleAsSeen = (own: Tensor2D, items: Tensor2D, users: Int32Array) => Tensor2D;

/** What is trained: DReX itself, or a change of it to compare with. */
export interface Form {
  readonly replay: Replay;
  /** The weights as the form has them. */
  weights(given: Weights, config: ModelConfig): Weights;
  /**
   * How items see people after a history; null where a state is the same for all.
   * @param x features of the history [n, D].
   */
  peopleAsSeen(x: Tensor2D, history: InteractionIds, people: number): PeopleAsSeen | null;
}

/** DReX itself. */
export const PLAIN: Form = {
  replay: fastReplay,
  weights: (given) => given,
  peopleAsSeen: () => null,
};
