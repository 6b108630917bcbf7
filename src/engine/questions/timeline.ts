import { norm } from '../../model/attribution';
import type { HistoryEntry, StateChange } from '../answers';
import type { Catalogue } from '../core/catalogue';
import { stateChange } from '../core/changes';
import { historyEntries, mentionsOf } from '../core/history';
import type { Moment } from '../core/moment';
import { personLabel } from '../core/summaries';
import type { Place, Side } from '../simulatedLog';
import { question } from './question';

export interface TimelineRequest extends Place {
  readonly side: Side;
  /** Person or item. */
  readonly id: string;
}

/** One interaction of a history, and what the cell made of it. */
export interface TimelineEntry extends HistoryEntry {
  /** False after the moment that is shown; `remaining` and `share` are 0 then. */
  readonly happened: boolean;
  /** How the state of the person (item) moved at this interaction, with the gates of every dimension. */
  readonly change: StateChange;
}

/** The whole history of a person or an item, what is left of each part, and how the gates worked. */
export interface Timeline {
  readonly name: string;
  /** Oldest first, those after the moment included. */
  readonly entries: readonly TimelineEntry[];
  /** ‖what is left of u_0 or i_0‖ at the moment. */
  readonly initial: number;
  readonly milliseconds: number;
}

export const timeline = question<TimelineRequest, Timeline>({
  replayed: true,
  timed: true,
  async answer(ground, { side, id, ...place }) {
    const moment = await ground.at(place);
    const present = ground.moment(moment.world);
    const entity = ground.entity(moment, side, id);
    await ground.effects.measure(moment.world, present.rowsOf(side, entity));
    return buildTimeline(ground.catalogue, moment, present, side, entity, id);
  },
});

/**
 * The whole history of an entity, seen from a moment.
 * @param present the same world after its whole order: what comes after the moment is told too
 */
function buildTimeline(
  catalogue: Catalogue,
  moment: Moment,
  present: Moment,
  side: Side,
  entity: number,
  id: string,
): Omit<Timeline, 'milliseconds'> {
  const happened = historyEntries(catalogue, moment, mentionsOf(moment, side, entity));
  const all = historyEntries(catalogue, present, mentionsOf(present, side, entity));
  const rows = present.rowsOf(side, entity);
  const entries = all.map((entry, k) => ({
    ...(happened[k] ?? { ...entry, remaining: 0, share: 0 }),
    happened: k < happened.length,
    change: stateChange(present.cell(side, rows[k])),
  }));
  const { initial } = moment.parts(side, moment.rowsOf(side, entity));
  const name =
    side === 'user'
      ? personLabel(catalogue, moment.newPeople, entity, id)
      : catalogue.bundle.items.name[entity];
  return { name, entries, initial: norm(initial) };
}
