import { norm } from '../../model/attribution';
import type { Side } from '../../vocabulary';
import type { HistoryEntry } from '../answers';
import type { StateChange } from '../change';
import { stateChange } from '../core/changes';
import { historyEntries, mentionsOf } from '../core/history';
import type { Place } from '../simulatedLog';
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
    const { catalogue } = ground;
    const moment = await ground.at(place);
    // What comes after the moment is told too.
    const present = ground.moment(moment.world);
    const entity = ground.entity(moment, side, id);
    const rows = present.rowsOf(side, entity);
    const happened = historyEntries(catalogue, moment, mentionsOf(moment, side, entity));
    const all = historyEntries(catalogue, present, mentionsOf(present, side, entity));
    return {
      name: moment.nameOf(side, entity, id),
      entries: all.map((entry, k) => ({
        ...(happened[k] ?? { ...entry, remaining: 0, share: 0 }),
        happened: k < happened.length,
        change: stateChange(present.cell(side, rows[k])),
      })),
      initial: norm(moment.parts(side, moment.rowsOf(side, entity)).initial),
    };
  },
});
