import { norm } from '../../model/attribution';
import type { Side } from '../../model/gru';
import type { Tensor2D } from '../../model/tf';
import type { LeftOut } from '../api';
import type { Brain } from './brain';
import type { Catalogue } from './catalogue';
import type { Moment } from './moment';
import { predictionOf, type Scorer } from './scores';
import { withoutEach } from './withoutEach';
import type { Proceed } from './worlds';

export interface LeaveOneOutParts {
  readonly brain: Brain;
  readonly catalogue: Catalogue;
  readonly scorer: Scorer;
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
export async function leaveOneOut(
  parts: LeaveOneOutParts,
  proceed: Proceed,
  onDone: (done: number) => void,
): Promise<LeftOut[]> {
  const { brain, catalogue, scorer, moment, x, side, entity, user, item, k } = parts;
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
