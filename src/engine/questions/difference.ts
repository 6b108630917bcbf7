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
import type { Ground } from '../core/ground';
import type { Moment } from '../core/moment';
import { itemSummary, personSummary } from '../core/summaries';
import type { Proceed } from '../core/worlds';
import { deletedIn, isEdit } from '../edits';
import type { SimulatedInteraction, SimulatedLog } from '../simulatedLog';

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
}

/** A simulated interaction, with the moments just before and just after it was added. */
interface Added {
  readonly event: SimulatedInteraction;
  readonly before: Moment;
  readonly after: Moment;
}

/** Null where the log has it no more. */
export async function whenAdded(
  ground: Ground,
  log: SimulatedLog,
  key: string,
  proceed: Proceed,
): Promise<Added | null> {
  const index = log.findIndex((entry) => !isEdit(entry) && entry.key === key);
  const event = log[index];
  if (!event || isEdit(event) || deletedIn(log).has(key)) return null;
  const upTo = (length: number) => ground.at({ log: log.slice(0, length), at: null }, proceed);
  // Not side by side: the later world is made from the earlier one.
  const before = await upTo(index);
  return { event, before, after: await upTo(index + 1) };
}

/** @param k length of the list that is compared */
export async function differenceOf(
  ground: Ground,
  { event, before, after }: Added,
  k: number,
): Promise<Difference> {
  const { catalogue } = ground;
  const row = after.world.scenario.rowOf(event.key) as number;
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
}
