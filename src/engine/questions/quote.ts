import type { HistoryEntry } from '../answers';
import { rowOf } from '../core/ground';
import { writingOf } from '../core/history';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface QuoteRequest extends Place {
  /** Of a review that stands in the log. */
  readonly key: string;
}

/** What one review says, all of it. */
export type Quote = Pick<HistoryEntry, 'key' | 'personLabel' | 'rating' | 'text' | 'time'>;

/** One review as it was written; its text is null where the set may not pass texts on. */
export const quote = question<QuoteRequest, Quote>({
  async answer(ground, { key, ...place }) {
    const { catalogue } = ground;
    await catalogue.bundle.prose?.load();
    const moment = await ground.at(place, undefined, null);
    const row = rowOf(moment.world, key);
    const interaction = moment.world.scenario.interaction(row);
    const { user, rating } = interaction;
    return {
      key,
      personLabel: moment.nameOf('user', user),
      rating,
      ...writingOf(catalogue, row, interaction),
    };
  },
});
