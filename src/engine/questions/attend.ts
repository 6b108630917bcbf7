import { encodeText } from '../../model/text';
import { dispose, tidy } from '../../model/tf';
import type { AttendedToken } from '../answers';
import { attendedTokens, prepareText } from '../core/readText';
import type { SimulatedInteraction, SimulatedLog } from '../simulatedLog';
import { question } from './question';

export interface AttendRequest {
  readonly text: string;
  /** The log up to the review that is being written. */
  readonly log: SimulatedLog;
  /** That review; null while person or item is not chosen. */
  readonly draft: SimulatedInteraction | null;
}

/** Attention over the words of a text being written, and their effects where the review is known. */
export const attend = question<AttendRequest, readonly AttendedToken[]>({
  latest: true,
  async answer(ground, { text, log, draft }, { proceed }) {
    const { brain, catalogue, effects } = ground;
    const prepared = prepareText(catalogue, text);
    if (!prepared) return [];
    if (draft) {
      // The very world that adding the review would make, so that adding it finds it done.
      const world = await ground.world([...log, { ...draft, text }], proceed);
      const row = world.scenario.rowOf(draft.key) as number;
      await effects.measure(world, [row]);
      return ground.moment(world).tokens(row);
    }
    await ground.words();
    const attention = tidy(() => encodeText(brain.weights, brain.config, prepared.batch).attention);
    const values = await attention.data();
    dispose(attention);
    return attendedTokens(catalogue, prepared, values, null);
  },
});
