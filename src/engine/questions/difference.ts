import type {
  AttendedToken,
  ItemSummary,
  PersonSummary,
  Prediction,
  RankChange,
  StateChange,
  WordChange,
} from '../answers';
import { compared, predictions, rankChanges, stateChange, wordChanges } from '../core/changes';
import { wholeNumber } from '../core/ground';
import { RequestError } from '../core/requestError';
import { itemSummary, personSummary } from '../core/summaries';
import { isEdit } from '../edits';
import type { SimulatedInteraction, SimulatedLog } from '../simulatedLog';
import { question } from './question';

export interface DifferenceRequest {
  readonly log: SimulatedLog;
  /** Which simulated interaction: the difference it made when it was added. */
  readonly key: string;
  readonly k: number;
}

/** What one simulated interaction changed, against the log up to just before it. */
export interface Difference {
  readonly event: SimulatedInteraction;
  readonly itemSummary: ItemSummary;
  readonly personSummary: PersonSummary;
  readonly person: StateChange;
  readonly item: StateChange;
  /** Largest changes of weight first. */
  readonly personWords: readonly WordChange[];
  readonly itemWords: readonly WordChange[];
  /** Every item that stands in the top k before or after, by rank after. */
  readonly ranks: readonly RankChange[];
  /** The model's prediction for this very pair before and after. */
  readonly prediction: { readonly before: Prediction; readonly after: Prediction };
  readonly tokens: readonly AttendedToken[];
  readonly milliseconds: number;
}

export const difference = question<DifferenceRequest, Difference>({
  replayed: true,
  timed: true,
  async answer(ground, { log, key, k }) {
    const { catalogue } = ground;
    wholeNumber(k, 'k');
    const index = log.findIndex((entry) => !isEdit(entry) && entry.key === key);
    const event = log[index];
    if (!event || isEdit(event)) throw new RequestError('key', `the log has no interaction "${key}"`);
    // Not side by side: the later world is made from the earlier one.
    const before = await ground.at({ log: log.slice(0, index), at: null });
    const after = await ground.at({ log: log.slice(0, index + 1), at: null });
    const row = after.world.scenario.rowOf(key) as number;
    const { user, item } = after.world.scenario.pair(row);
    const parts = await compared(ground, before, after, { before: user, after: user }, [item]);
    return {
      event,
      itemSummary: itemSummary(catalogue, after.census(), item),
      personSummary: personSummary(catalogue, after.census(), user, event.person),
      person: stateChange(after.cell('user', row)),
      item: stateChange(after.cell('item', row)),
      personWords: wordChanges(parts, 'user', user),
      itemWords: wordChanges(parts, 'item', item),
      ranks: rankChanges(k, parts),
      prediction: predictions(parts, item),
      tokens: after.tokens(row),
    };
  },
});
