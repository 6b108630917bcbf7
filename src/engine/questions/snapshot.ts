import type { Place } from '../simulatedLog';
import { question } from './question';

export interface SnapshotRequest extends Place {
  readonly person: string;
}

/** All states and all predictions for one person, with all digits: what two engines are compared by. */
export interface Snapshot {
  /** Row-major states [entities, D]. */
  readonly states: { readonly user: Float32Array; readonly item: Float32Array };
  /** Predicted rating of every item, before clipping. */
  readonly ratings: Float32Array;
  /** Choice score of every item. */
  readonly choices: Float64Array;
  /** Items that the person has not reviewed, best first. */
  readonly ranking: Int32Array;
}

export const snapshot = question<SnapshotRequest, Snapshot>({
  replayed: true,
  async answer(ground, { person, ...place }) {
    const moment = await ground.at(place);
    const { values, choices, ranking } = await ground.scores(moment, ground.person(moment, person));
    const n = ground.catalogue.item.count;
    return {
      states: { user: moment.states('user'), item: moment.states('item') },
      ratings: values.slice(4 * n, 5 * n),
      choices,
      ranking,
    };
  },
});
