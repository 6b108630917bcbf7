import { contributions, norm, type WordWeight } from '../../model/attribution';
import type { Side } from '../../model/gru';
import type { HistoryEntry } from '../api';
import { type Catalogue, keywordsOfRow, known } from './catalogue';
import type { Moment, Step } from './moment';
import { personLabel } from './summaries';

/** One interaction in the history of an entity, before it is put in words. */
export interface Mention {
  /** Log row, or the simulated step. */
  readonly row: number | null;
  readonly step: Step | null;
  readonly key: string;
  readonly user: number;
  readonly item: number;
  readonly rating: number | null;
  /** ‖c_τ‖ in the state of the entity. */
  readonly remaining: number;
  readonly words: readonly WordWeight[];
}

/** Keywords shown beside one interaction. */
const KEYWORDS_SHOWN = 8;

/** The history of a person or an item at a moment, oldest first, with what remains of each interaction. */
export function mentionsOf(catalogue: Catalogue, moment: Moment, side: Side, entity: number): Mention[] {
  const { interactions } = catalogue.bundle;
  const rows = Array.from(catalogue[side].rows[entity] ?? []).filter((row) => !moment.base.skip.has(row));
  const steps = moment.steps.filter((step) => step[side] === entity);
  const remaining = remainingNorms(catalogue, moment, side, rows, steps);
  const own = rows.map(
    (row, k): Mention => ({
      row,
      step: null,
      key: `b${row}`,
      user: interactions.user[row],
      item: interactions.item[row],
      rating: known(interactions.rating[row]),
      remaining: remaining[k],
      words: keywordsOfRow(catalogue, row),
    }),
  );
  const simulated = steps.map(
    (step, k): Mention => ({
      row: null,
      step,
      key: step.event.key,
      user: step.user,
      item: step.item,
      rating: step.event.rating,
      remaining: remaining[rows.length + k],
      words: step.keywords,
    }),
  );
  return [...own, ...simulated];
}

/** ‖c_τ‖ of each interaction of one entity: as shipped, or from the chain of its gates. */
function remainingNorms(
  catalogue: Catalogue,
  moment: Moment,
  side: Side,
  rows: readonly number[],
  steps: readonly Step[],
): number[] {
  const { trace } = moment.base;
  if (!trace) {
    const { remainingUser, remainingItem } = catalogue.bundle.interactions;
    // A later interaction fades each dimension by its own gate, which norms alone cannot tell.
    if (steps.length > 0 && rows.length > 0) throw new Error('a simulated interaction needs a replayed base');
    if (steps.length === 0) return rows.map((row) => (side === 'user' ? remainingUser : remainingItem)[row]);
  }
  const D = catalogue.config.stateSize;
  const gates = (part: 'update' | 'candidate') => [
    ...rows.map((row) => trace?.at(side, part, row) ?? new Float32Array(D)),
    ...steps.map((step) => step.cells[side][part]),
  ];
  return contributions(catalogue.initial[side], gates('update'), gates('candidate')).steps.map(norm);
}

/** The history in words. */
export function historyEntries(
  catalogue: Catalogue,
  moment: Moment,
  mentions: readonly Mention[],
): HistoryEntry[] {
  const { interactions, items, vocabulary } = catalogue.bundle;
  const sum = mentions.reduce((total, mention) => total + mention.remaining, 0);
  return mentions.map(({ row, step, key, user, item, rating, remaining, words }) => ({
    key,
    simulated: step !== null,
    person: catalogue.bundle.users.id[user] ?? step?.event.person ?? '',
    personLabel: personLabel(catalogue, moment.newPeople, user),
    item: items.id[item],
    itemName: items.name[item],
    rating,
    aspects: step ? step.event.aspects : interactions.aspects.map((column) => known(column[row ?? 0])),
    words: step ? step.tokens.length : interactions.words[row ?? 0],
    text: (step ? step.event.text : catalogue.bundle.texts?.[row ?? 0]) || null,
    keywords: words
      .slice(0, KEYWORDS_SHOWN)
      .map(({ word, weight }) => ({ word: vocabulary.word[word], weight })),
    remaining,
    share: sum > 0 ? remaining / sum : 0,
  }));
}
