import { norm } from '../../model/attribution';
import type { Side } from '../../model/gru';
import type { Timeline } from '../api';
import type { Catalogue } from './catalogue';
import { stateChange } from './difference';
import { historyEntries, mentionsOf } from './history';
import type { Moment } from './moment';
import { personLabel } from './summaries';

/**
 * The whole history of an entity, seen from a moment.
 * @param present the same world after its whole order: what comes after the moment is told too
 */
export function buildTimeline(
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
