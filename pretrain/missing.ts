import type { Mentions } from '../src/model/said';
import type { Modality } from '../src/vocabulary';
import type { Prepared } from './prepare';
import { hash32 } from './random';
import { saidFrom } from './said-words';

const NOTHING_SAID: Mentions = new Map();

/** Whether an interaction (by row) keeps a modality. */
export type Keep = (row: number, modality: Modality) => boolean;

/** Removes one modality from a share (0–1) of the interactions, chosen by a hash of their ids: larger shares hold smaller. */
export const removeShare =
  (
    data: Pick<Prepared, 'userIds' | 'itemIds' | 'users' | 'items'>,
    modality: Modality,
    share: number,
  ): Keep =>
  (row, asked) =>
    asked !== modality ||
    hash32(`missing:${modality}:${data.userIds[data.users[row]]}:${data.itemIds[data.items[row]]}`) /
      4294967296 >=
      share;

/**
 * The data without some modalities of some interactions, as if they had never been given: no text, and no rating in the
 * features or in the statistics of the history. `ratings` stay as they are, since they are what is predicted.
 */
export function withoutModalities(data: Prepared, keep: Keep): Prepared {
  return {
    ...data,
    feedback: data.feedback.map((one, row) => ({
      rating: keep(row, 'rating') ? one.rating : null,
      aspects: keep(row, 'aspects') ? one.aspects : one.aspects.map(() => null),
    })),
    hasText: data.hasText.map((has, row) => has && keep(row, 'text')),
    tokens: data.tokens.map((ids, row) => (keep(row, 'text') ? ids : new Int32Array(0))),
    words: data.words.map((words, row) => (keep(row, 'text') ? words : [])),
    texts: data.texts.map((text, row) => (keep(row, 'text') ? text : '')),
    said: saidFrom(
      data.said.idf,
      data.said.mentions.map((one, row) => (keep(row, 'text') ? one : NOTHING_SAID)),
      data.said.tones,
    ),
  };
}

/** Takes away the ratings to learn from as well, for interactions of which a share lost its rating at training. */
export const withoutTargets = (data: Prepared, rows: Int32Array): Prepared => {
  const ratings = data.ratings.slice();
  for (const row of rows) if (data.feedback[row].rating === null) ratings[row] = Number.NaN;
  return { ...data, ratings };
};
