import { lensOn, tracedAt } from '../core/number/optics';
import { choiceOf, predictionOf } from '../core/scores';
import { personSummary } from '../core/summaries';
import { surroundingsOf } from '../core/updateTrace';
import type { UpdateTrace } from '../openedNumber';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface TraceRequest extends Place {
  /** Which interaction, real or simulated; it must have happened. */
  readonly key: string;
}

/** Every intermediate of the update at one interaction, from one forward pass. */
export const trace = question<TraceRequest, UpdateTrace>({
  replayed: true,
  timed: true,
  async answer(ground, { key, ...place }) {
    const { catalogue } = ground;
    const moment = await ground.at(place);
    const lens = lensOn(ground, moment);
    const row = lens.row(key);
    const { scenario } = moment.world;
    const { user, item } = scenario.pair(row);
    const traced = await tracedAt(ground, moment, row);
    const around = await surroundingsOf(ground, scenario, traced);
    const earlier = moment.just(row, false);
    const before = await ground.scores(earlier, user);
    const after = await ground.scores(moment.just(row, true), user);
    return {
      ...traced.trace,
      ...around,
      first: earlier.end === 0,
      person: {
        id: lens.id('user', user),
        label: lens.name('user', user),
        kind: personSummary(catalogue, moment.census(), user).kind,
      },
      item: { id: lens.id('item', item), name: lens.name('item', item) },
      previous: { user: lens.previous('user', row), item: lens.previous('item', row) },
      prediction: {
        before: predictionOf(catalogue, before, item),
        after: predictionOf(catalogue, after, item),
      },
      choice: { before: choiceOf(catalogue, before, item), after: choiceOf(catalogue, after, item) },
    };
  },
});
