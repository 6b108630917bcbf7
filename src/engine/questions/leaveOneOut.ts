import { dispose } from '../../model/tf';
import type { Side } from '../../vocabulary';
import { apart, type Compared } from '../core/changes';
import { wholeNumber } from '../core/ground';
import { predictionOf, weighed } from '../core/scores';
import { withoutEach } from '../core/withoutEach';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface LeaveOneOutRequest extends Place, Compared {
  /** Whose history: of a person or of an item. */
  readonly side: Side;
  readonly id: string;
}

/** What one interaction changes, as `effect` tells it: everything with it against everything without it. */
export interface LeftOut {
  readonly key: string;
  /** ‖state with − state without‖ of the person (item) whose history it is. */
  readonly moved: number;
  /** Predicted rating of the chosen item without it; null where none is chosen. */
  readonly rating: number | null;
  /** Choice score of the chosen item without it, by which the list is sorted; null where none is chosen. */
  readonly choice: number | null;
  /** How many of the first k would be others without it, of what the person has not reviewed with it. */
  readonly replaced: number;
}

export interface LeaveOneOutProgress {
  readonly done: number;
  readonly total: number;
}

/** A history with each of its interactions imagined away, one at a time. */
export interface LeaveOneOut {
  /** Those that have happened by the moment, oldest first. */
  readonly entries: readonly LeftOut[];
  readonly milliseconds: number;
}

/**
 * What would be different without each interaction of a history, oldest first; equal to `effect` of each, which imagines
 * it away for itself.
 */
export const leaveOneOut = question<LeaveOneOutRequest, LeaveOneOut, LeaveOneOutProgress>({
  latest: true,
  replayed: true,
  timed: true,
  async answer(ground, { side, id, person, item: chosen, k, times = 1, ...place }, { proceed, tell }) {
    const { brain, catalogue, scorer } = ground;
    wholeNumber(k, 'k');
    const moment = await ground.at(place, proceed);
    const user = ground.person(moment, person);
    const entity = ground.entity(moment, side, id);
    const item = chosen === null ? null : ground.item(chosen);
    const rows = moment.rowsOf(side, entity);
    const state = moment.state(side, entity);
    const scores = weighed(await ground.scores(moment, user), times);
    const top = scores.ranking.subarray(0, k);
    const entries: LeftOut[] = [];
    let replayed = 0;
    let told = 0;
    // To replay and to score take about as long.
    const tellDone = () => {
      const done = Math.floor((replayed + entries.length) / 2);
      if (done > told) tell({ done, total: rows.length });
      told = done;
    };
    const onReplayed = (now: number) => {
      replayed = now;
      tellDone();
    };
    const x = await ground.featuresOf(moment.world);
    try {
      for await (const worlds of withoutEach(brain, moment, x, rows, proceed, onReplayed))
        for (const world of worlds) {
          const without = weighed(await scorer.once(world, user), times);
          proceed();
          const other = world.state(side, entity);
          // What only comes back because its review is gone takes nobody's place.
          const others = new Set(without.ranking.filter((one) => scores.ranks[one] > 0).subarray(0, k));
          entries.push({
            key: moment.world.scenario.interaction(world.row).key,
            moved: apart(other, state),
            rating: item === null ? null : predictionOf(catalogue, without, item).rating,
            choice: item === null ? null : without.choices[item],
            replaced: top.reduce((sum, one) => sum + Number(!others.has(one)), 0),
          });
          tellDone();
        }
    } finally {
      dispose(x);
    }
    return { entries };
  },
});
