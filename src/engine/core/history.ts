import type { WordWeight } from '../../model/attribution';
import type { Side } from '../../vocabulary';
import type { HistoryEntry } from '../answers';
import { type Catalogue, known } from './catalogue';
import type { Moment } from './moment';
import { type Interaction, STORED } from './scenario';

/** One interaction in the history of an entity, before it is put in words. */
export interface Mention {
  readonly row: number;
  readonly interaction: Interaction;
  /** Overall rating that the model meets; null where absent or muted. */
  readonly rating: number | null;
  readonly aspects: readonly (number | null)[];
  /** ‖c_τ‖ in the state of the entity. */
  readonly remaining: number;
  readonly words: readonly WordWeight[];
}

/** Keywords shown beside one interaction. */
const KEYWORDS_SHOWN = 8;

/** The history of a person or an item at a moment, oldest first, with what remains of each interaction. */
export function mentionsOf(moment: Moment, side: Side, entity: number): Mention[] {
  const rows = moment.rowsOf(side, entity);
  const remaining = moment.remaining(side, rows);
  const { scenario } = moment.world;
  return Array.from(rows, (row, k) => {
    const { rating, aspects } = scenario.given(row);
    return {
      row,
      interaction: scenario.interaction(row),
      rating,
      aspects,
      remaining: remaining[k],
      words: moment.keywords(row),
    };
  });
}

/** What a review says and when it was written, each null where that is not known here. */
export function writingOf(
  { bundle: { prose } }: Catalogue,
  row: number,
  { simulated, text }: Interaction,
): Pick<HistoryEntry, 'text' | 'time'> {
  const { texts, times = null } = prose?.now ?? {};
  return {
    text: (text === STORED ? texts?.[row] : text) || null,
    time: simulated ? null : known(times?.[row] ?? Number.NaN),
  };
}

/** The history in words. */
export function historyEntries(
  catalogue: Catalogue,
  moment: Moment,
  mentions: readonly Mention[],
): HistoryEntry[] {
  const { interactions, vocabulary } = catalogue.bundle;
  const sum = mentions.reduce((total, mention) => total + mention.remaining, 0);
  return mentions.map(({ row, interaction, remaining, words }) => {
    const { key, simulated, edited, user, item, rating, aspects, text, muted } = interaction;
    const reading = moment.world.readings.get(row);
    return {
      key,
      simulated,
      edited,
      muted: [...muted],
      person: moment.idOf('user', user),
      personLabel: moment.nameOf('user', user),
      item: moment.idOf('item', item),
      itemName: moment.nameOf('item', item),
      rating,
      aspects,
      words:
        text === null ? 0 : text === STORED ? interactions.words[row] : (reading?.text?.tokens.length ?? 0),
      ...writingOf(catalogue, row, interaction),
      keywords: words
        .slice(0, KEYWORDS_SHOWN)
        .map(({ word, weight }) => ({ word: vocabulary.word[word], weight })),
      remaining,
      // What has not come yet is no number, and neither is its share.
      share: sum === 0 ? 0 : remaining / sum,
    };
  });
}
