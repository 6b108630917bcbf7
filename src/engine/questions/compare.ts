import type { Change } from '../change';
import { type Compared, changeBetween } from '../core/changes';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface CompareRequest extends Compared {
  readonly before: Place;
  readonly after: Place;
}

/** Two moments side by side, of one log or of two. */
export const compare = question<CompareRequest, Change>({
  replayed: true,
  async answer(ground, { before, after, ...compared }) {
    // Not side by side: the later world may be made from the earlier one.
    const earlier = await ground.at(before);
    return changeBetween(ground, earlier, await ground.at(after), compared);
  },
});
