import { GATES, MODALITIES, SIDES } from '../vocabulary';
import {
  type Fields,
  listOf,
  name,
  number,
  numberOrNull,
  oneOf,
  orNull,
  personName,
  type Reading,
  readFields,
  type Tagged,
  text,
  type ValuesOf,
  type Wrong,
  yesOrNo,
} from './fields';

/**
 * What the page may say of the log, and the engine too. People and items are named by their ids in the source data;
 * `new-1`, `new-2`, … are new people who start from the initial state u_0.
 */

/**
 * The one description of a log's entries: their types, links, files, what a browser keeps and what the engine takes follow
 * from it. A new field is one line here, `since(…)`; in a review it comes last, as links have no names for them.
 */
const REVIEW = {
  /** Unique within a log, e.g. `s1`. */
  key: name,
  person: name,
  item: name,
  /** Overall rating in rating units. */
  rating: numberOrNull,
  /** One entry per aspect of the data set, in its order. */
  aspects: listOf(numberOrNull),
  /** Review text; empty when absent. */
  text,
} satisfies Fields;

/** Keys name interactions: `b<row>` the bundle's own, simulated keys the others. */
const EDITS = {
  delete: { key: name },
  /** To just before (−1) or after (1) the next interaction of the same person, or of the same item. */
  move: { key: name, by: oneOf(-1, 1), side: oneOf(...SIDES) },
  /** Other ratings; another text, or null to keep the one there is. */
  change: { key: name, rating: numberOrNull, aspects: listOf(numberOrNull), text: orNull(text) },
  /** Takes a modality from one interaction, or with a null key from all, as if nobody had ever given it; or gives it back. */
  mute: { key: orNull(name), modality: oneOf(...MODALITIES), muted: yesOrNo },
  // Changes of the model itself, or of the order of everything; null gives back what was there.
  /** Holds a gate at a value in every interaction: of the cell of people, of that of items, or of both. */
  freeze: { side: oneOf(...SIDES, 'both'), gate: oneOf(...GATES), to: oneOf(0, 1, null) },
  /** Holds a dimension of every state of a side, the initial one too, at a value from −1 to 1. */
  clamp: { side: oneOf(...SIDES), d: number, to: numberOrNull },
  /** Each cell sees the initial state where it would see that of the counterpart. */
  counterpart: { with: oneOf('initial', null) },
  /** All interactions so far in the order that a seed gives; later ones come after them. */
  shuffle: { seed: numberOrNull },
  /** Names a person who was made on the page; nothing of the model hangs on it. */
  name: { person: name, name: personName },
} satisfies Readonly<Record<string, Fields>>;

/** A review that somebody wrote on the page, appended after the bundle's own log. Every modality is optional. */
export type SimulatedInteraction = ValuesOf<typeof REVIEW>;

/** A change of history, or of the model. */
export type Edit = Tagged<'edit', typeof EDITS>;

/** A change of the model itself, or of the order of everything. */
export type AlteringEdit = Extract<Edit, { readonly edit: 'freeze' | 'clamp' | 'counterpart' | 'shuffle' }>;

export type LogEntry = SimulatedInteraction | Edit;

/** The fields of a review in the order in which a link has them. */
export const REVIEW_FIELDS = Object.keys(REVIEW) as readonly (keyof SimulatedInteraction)[];

/** Reads an entry from wherever it comes, or says which of its fields is wrong. What needs the data set is not looked at. */
export function readEntry(row: unknown): Reading<LogEntry> {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return { wrong: { field: '', what: { is: 'no-entry' } } };
  if (!('edit' in row)) return readFields(REVIEW, row);
  const { edit } = row;
  if (typeof edit !== 'string' || !Object.hasOwn(EDITS, edit))
    return { wrong: { field: 'edit', what: { is: 'no-edit' } } };
  // Which of them it is tells the name.
  return readFields({ edit: text, ...EDITS[edit as keyof typeof EDITS] }, row) as Reading<Edit>;
}

/**
 * Simulated interactions and edits in the order in which they were made, never changed, only added to. The engine's
 * answer is a function of this and no more.
 */
export type SimulatedLog = readonly LogEntry[];

/** A log, and a moment of it just after the interaction of a key; null for the present. */
export interface Place {
  readonly log: SimulatedLog;
  readonly at: string | null;
}

/** Why an entry of a log cannot be taken. */
export interface EntryProblem extends Wrong {
  /** Its index in the log. */
  readonly entry: number;
}
