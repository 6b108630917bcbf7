import { norm } from '../../model/attribution';
import type { Side } from '../../vocabulary';
import { rowOf } from '../core/ground';
import type { Place } from '../simulatedLog';
import { type Comparison, compareMoments } from './compare';
import { question } from './question';

export interface EffectRequest extends Place {
  /** The interaction that is imagined away. */
  readonly key: string;
  /** Whose ranking and profile are compared. */
  readonly person: string;
  /** Whose predicted rating and profile are compared; may be null. */
  readonly item: string | null;
  readonly k: number;
}

/** What would be different had one interaction not happened; `before` is without it, `after` with it. */
export interface Effect extends Comparison {
  readonly key: string;
  /** ‖state with − state without‖ of the person and of the item of the interaction. */
  readonly moved: { readonly person: number; readonly item: number };
}

/** What an interaction changes, against the very same log without it: exact, on both sides. */
export const effect = question<EffectRequest, Effect>({
  replayed: true,
  timed: true,
  async answer(ground, { log, at, key, ...whose }) {
    const after = await ground.at({ log, at });
    const { world, end } = after;
    const row = rowOf(world, key);
    const without = await ground.world([...log, { edit: 'delete', key }]);
    const before = ground.moment(without, end - Number(world.places[row] < end));
    const pair = world.scenario.pair(row);
    const moved = (side: Side) => {
      const [a, b] = [after.state(side, pair[side]), before.state(side, pair[side])];
      return norm(a.map((value, d) => value - b[d]));
    };
    const comparison = await compareMoments(ground, before, after, whose);
    return { ...comparison, key, moved: { person: moved('user'), item: moved('item') } };
  },
});
