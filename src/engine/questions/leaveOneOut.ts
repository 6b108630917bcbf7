import { norm } from '../../model/attribution';
import { dispose, type Tensor2D } from '../../model/tf';
import { type Ground, wholeNumber } from '../core/ground';
import type { Moment } from '../core/moment';
import { predictionOf } from '../core/scores';
import { withoutEach } from '../core/withoutEach';
import type { Proceed } from '../core/worlds';
import type { Place, Side } from '../simulatedLog';
import { question } from './question';

export interface LeaveOneOutRequest extends Place {
  /** Whose history: of a person or of an item. */
  readonly side: Side;
  readonly id: string;
  /** Whose ranking, and whose predicted rating of the chosen item, are compared. */
  readonly person: string;
  /** May be null. */
  readonly item: string | null;
  /** Length of the list that is compared. */
  readonly k: number;
}

/** What one interaction changes, as in `Effect`: everything with it against everything without it. */
export interface LeftOut {
  readonly key: string;
  /** ‖state with − state without‖ of the person (item) whose history it is. */
  readonly moved: number;
  /** Predicted rating of the chosen item without it; null where none is chosen. */
  readonly rating: number | null;
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

/** `effect` of every interaction of a history at once. */
export const leaveOneOut = question<LeaveOneOutRequest, LeaveOneOut, LeaveOneOutProgress>({
  latest: true,
  replayed: true,
  timed: true,
  async answer(ground, { side, id, person, item: chosen, k, ...place }, { proceed, tell }) {
    wholeNumber(k, 'k');
    const moment = await ground.at(place, proceed);
    const user = ground.person(moment, person);
    const entity = ground.entity(moment, side, id);
    const item = chosen === null ? null : ground.item(chosen);
    const x = await ground.featuresOf(moment.world);
    const total = moment.rowsOf(side, entity).length;
    try {
      const parts = { ground, moment, x, side, entity, user, item, k };
      return { entries: await leaveOutEach(parts, proceed, (done) => tell({ done, total })) };
    } finally {
      dispose(x);
    }
  },
});

interface LeaveOneOutParts {
  readonly ground: Ground;
  readonly moment: Moment;
  /** Features of all rows of the moment's world [rows, D]. */
  readonly x: Tensor2D;
  /** Whose history it is. */
  readonly side: Side;
  readonly entity: number;
  /** Whose predictions and ranking are compared. */
  readonly user: number;
  readonly item: number | null;
  /** Length of the list that is compared. */
  readonly k: number;
}

/**
 * What would be different without each interaction of a history, oldest first; equal to what is found when each is
 * deleted for itself.
 * @param onDone how many are worked out, by the work that is done
 */
async function leaveOutEach(
  parts: LeaveOneOutParts,
  proceed: Proceed,
  onDone: (done: number) => void,
): Promise<LeftOut[]> {
  const { ground, moment, x, side, entity, user, item, k } = parts;
  const { brain, catalogue, scorer } = ground;
  const { scenario } = moment.world;
  const state = moment.state(side, entity);
  const scores = await scorer.of(moment, user);
  const top = scores.ranking.subarray(0, k);
  const result: LeftOut[] = [];
  const rows = moment.rowsOf(side, entity);
  let replayed = 0;
  let told = 0;
  // To replay and to score take about as long.
  const tell = () => {
    const done = Math.floor((replayed + result.length) / 2);
    if (done > told) onDone(done);
    told = done;
  };
  const onReplayed = (now: number) => {
    replayed = now;
    tell();
  };
  for await (const worlds of withoutEach(brain, moment, x, rows, proceed, onReplayed))
    for (const world of worlds) {
      const without = await scorer.once(world, user);
      proceed();
      const other = world.state(side, entity);
      // What only comes back because its review is gone takes nobody's place.
      const others = new Set(without.ranking.filter((one) => scores.ranks[one] > 0).subarray(0, k));
      result.push({
        key: scenario.interaction(world.row).key,
        moved: norm(state.map((value, d) => value - other[d])),
        rating: item === null ? null : predictionOf(catalogue, without, item).rating,
        replaced: top.reduce((sum, one) => sum + Number(!others.has(one)), 0),
      });
      tell();
    }
  return result;
}
