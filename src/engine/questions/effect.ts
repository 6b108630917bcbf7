import type { Change } from '../change';
import { type Compared, changeBetween } from '../core/changes';
import { rowOf } from '../core/ground';
import { withoutKeys } from '../core/withoutKeys';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface EffectRequest extends Place, Compared {
  /** The interaction that is imagined away. */
  readonly key: string;
}

/** What an interaction changes: `before` is the very same log without it, exact, on both sides. */
export const effect = question<EffectRequest, Change>({
  replayed: true,
  async answer(ground, { log, at, key, ...compared }) {
    const after = await ground.at({ log, at });
    const { world, end } = after;
    const row = rowOf(world, key);
    const without = await ground.world(withoutKeys(log, [key]));
    const before = ground.moment(without, end - Number(world.places[row] < end));
    return changeBetween(ground, before, after, compared, row);
  },
});
