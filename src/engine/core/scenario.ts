import type { Alteration } from '../../model/alteration';
import type { Modality } from '../../vocabulary';
import { alterationIn, seedIn } from '../alterations';
import { isEdit } from '../edits';
import { isNewPerson, namesIn } from '../newPeople';
import {
  type AlteringEdit,
  type Edit,
  readEntry,
  type SimulatedInteraction,
  type SimulatedLog,
} from '../simulatedLog';
import { type Catalogue, known } from './catalogue';
import { RequestError } from './requestError';
import { itemRow, personRow } from './rows';
import { checkFeedback } from './scale';

/** Stands for a text of the bundle of which only its vector ships. */
export const STORED = Symbol('stored text');

/** One interaction as it stands after all edits, mutes not yet applied. */
export interface Interaction {
  /** `b<row>` of the bundle's own, the simulated key otherwise. */
  readonly key: string;
  readonly user: number;
  readonly item: number;
  readonly rating: number | null;
  readonly aspects: readonly (number | null)[];
  /** The words, {@link STORED}, or null without text. */
  readonly text: string | typeof STORED | null;
  /** Written on the page. */
  readonly simulated: boolean;
  /** Of the bundle, but changed. */
  readonly edited: boolean;
  /** Modalities that this interaction alone has lost. */
  readonly muted: ReadonlySet<Modality>;
}

/** What the model meets of an interaction: what is muted is absent, as if nobody had ever given it. */
export type Given = Pick<Interaction, 'rating' | 'aspects' | 'text'>;

const NOTHING: ReadonlySet<Modality> = new Set();

/**
 * The whole log after simulated interactions and edits: which interactions there are, in which order. Rows below the
 * bundle's number of interactions are its own; the k-th added one has the k-th row after them. A pure function of
 * bundle and log; nothing of the model is in it.
 */
export class Scenario {
  /** In the order in which the log begins to speak of them. */
  readonly newPeople: string[] = [];
  /** What they are called, by id, where the log says. */
  readonly names: ReadonlyMap<string, string>;
  /** Rows in the order in which they happen; deleted ones are missing. */
  readonly order: Int32Array;
  /** Modalities switched off for the whole log. */
  readonly muted: ReadonlySet<Modality>;
  /** How the cells are altered; null as trained. */
  readonly alteration: Alteration | null;
  /** Added and changed interactions by row. */
  readonly changed: ReadonlyMap<number, Interaction>;
  /** Rows given out, deleted ones included. */
  readonly rows: number;
  private readonly own: number;
  private readonly rowOfKey = new Map<string, number>();

  /**
   * @param onProblem told of every entry that cannot be, which is left out then
   * @throws RequestError naming entry and field, unless there is somebody to tell
   */
  constructor(
    private readonly catalogue: Catalogue,
    log: SimulatedLog,
    onProblem: ((problem: RequestError) => void) | null = null,
  ) {
    this.own = catalogue.bundle.interactions.user.length;
    const changed = new Map<number, Interaction>();
    let rows = this.own;
    const muted = new Set<Modality>();
    // An array only once the order is no longer the plain one: most logs just add.
    let order: number[] | null = null;
    const arranged = () => {
      order ??= Array.from({ length: rows }, (_, k) => k);
      return order;
    };
    this.changed = changed;
    /** Keys of reviews that were left out. */
    const lost = new Set<string>();
    const isNew = (person: string) => isNewPerson(person) && !catalogue.user.byId.has(person);
    const meet = (person: string) => {
      if (!this.newPeople.includes(person)) this.newPeople.push(person);
    };
    // Of both, all checks come first: an entry that is left out leaves no trace.
    const add = (one: SimulatedInteraction, entry: number) => {
      // The keys of the bundle's own are taken too.
      if (this.rowOf(one.key) !== undefined)
        throw new RequestError('key', { is: 'twice', name: one.key }, entry);
      checkFeedback(catalogue, one, entry);
      const item = itemRow(catalogue, one.item, 'item', entry);
      if (isNew(one.person)) meet(one.person);
      const { key, rating, aspects } = one;
      const user = personRow(catalogue, this.newPeople, one.person, 'person', entry);
      changed.set(rows, {
        key,
        user,
        item,
        rating,
        aspects,
        text: one.text || null,
        simulated: true,
        edited: false,
        muted: NOTHING,
      });
      this.rowOfKey.set(key, rows);
      order?.push(rows);
      rows++;
    };
    const edit = (one: Edit, entry: number) => {
      if (one.edit === 'mute' && one.key === null) {
        if (one.muted) muted.add(one.modality);
        else muted.delete(one.modality);
        return;
      }
      if (one.edit === 'name') {
        if (!isNew(one.person)) throw new RequestError('person', { is: 'not-new', name: one.person }, entry);
        meet(one.person);
        return;
      }
      if (!('key' in one)) {
        checkAlteration(one, catalogue.config.stateSize, entry);
        // An order that is given back in the end was never taken.
        if (one.edit === 'shuffle' && one.seed !== null && shuffled) order = shuffle(arranged(), one.seed);
        return;
      }
      const row = this.rowOf(one.key ?? '');
      if (row === undefined || (order && !order.includes(row)))
        throw new RequestError(
          'key',
          { is: lost.has(one.key ?? '') ? 'left-out' : 'no-interaction', name: one.key ?? '' },
          entry,
        );
      const present = this.interaction(row);
      switch (one.edit) {
        case 'delete':
          order = arranged();
          order.splice(order.indexOf(row), 1);
          return;
        case 'move':
          order = arranged();
          move(order, order.indexOf(row), one.by, (other) => {
            const { user, item } = this.interaction(other);
            return one.side === 'user' ? user === present.user : item === present.item;
          });
          return;
        case 'change':
          checkFeedback(catalogue, one, entry);
          changed.set(row, {
            ...present,
            rating: one.rating,
            aspects: one.aspects,
            text: one.text === null ? present.text : one.text || null,
            edited: !present.simulated,
          });
          return;
        case 'mute': {
          const off = new Set(present.muted);
          if (one.muted) off.add(one.modality);
          else off.delete(one.modality);
          changed.set(row, { ...present, muted: off });
        }
      }
    };
    const shuffled = seedIn(log) !== null;
    const fitting = log.filter((entry, index) => {
      try {
        const read = readEntry(entry);
        if ('wrong' in read) throw new RequestError(read.wrong.field, read.wrong.what, index);
        if (isEdit(read.value)) edit(read.value, index);
        else add(read.value, index);
        return true;
      } catch (error) {
        if (!onProblem || !(error instanceof RequestError)) throw error;
        onProblem(error);
        if (!isEdit(entry)) lost.add(entry.key);
        return false;
      }
    });
    this.rows = rows;
    this.muted = muted;
    this.alteration = alterationIn(fitting);
    this.names = namesIn(fitting);
    this.order = order ? Int32Array.from(order) : Int32Array.from({ length: rows }, (_, k) => k);
  }

  /** Row of an interaction by its key, deleted or not. */
  rowOf(key: string): number | undefined {
    const simulated = this.rowOfKey.get(key);
    if (simulated !== undefined) return simulated;
    const own = /^b(0|[1-9]\d*)$/.exec(key);
    return own && Number(own[1]) < this.own ? Number(own[1]) : undefined;
  }

  interaction(row: number): Interaction {
    const held = this.changed.get(row);
    if (held) return held;
    const { interactions } = this.catalogue.bundle;
    return {
      key: `b${row}`,
      user: interactions.user[row],
      item: interactions.item[row],
      rating: known(interactions.rating[row]),
      aspects: interactions.aspects.map((column) => known(column[row])),
      text: interactions.hasText[row] ? STORED : null,
      simulated: false,
      edited: false,
      muted: NOTHING,
    };
  }

  /** User and item of a row, without the rest. */
  pair(row: number): { readonly user: number; readonly item: number } {
    const held = this.changed.get(row);
    if (held) return held;
    const { user, item } = this.catalogue.bundle.interactions;
    return { user: user[row], item: item[row] };
  }

  /** What the model meets of a row. */
  given(row: number): Given {
    const { rating, aspects, text, muted } = this.interaction(row);
    const off = (modality: Modality) => this.muted.has(modality) || muted.has(modality);
    return {
      rating: off('rating') ? null : rating,
      aspects: off('aspects') ? aspects.map(() => null) : aspects,
      text: off('text') ? null : text,
    };
  }

  /** Overall rating that the model meets; NaN where absent. */
  givenRating(row: number): number {
    if (this.muted.has('rating')) return Number.NaN;
    const held = this.changed.get(row);
    if (!held) return this.catalogue.bundle.interactions.rating[row];
    return held.muted.has('rating') ? Number.NaN : (held.rating ?? Number.NaN);
  }

  /** Names what the model meets of a row; of equal rows of two scenarios over one bundle alike. */
  content(row: number): string {
    const { user, item } = this.pair(row);
    const { rating, aspects, text } = this.given(row);
    return JSON.stringify([user, item, rating, aspects, text === STORED ? { stored: row } : text]);
  }
}

/** Puts the row at a place before (or after) the next one to that side that belongs to the same entity. */
function move(order: number[], place: number, by: -1 | 1, same: (row: number) => boolean): void {
  let to = place + by;
  while (to >= 0 && to < order.length && !same(order[to])) to += by;
  if (to < 0 || to >= order.length) return;
  const [row] = order.splice(place, 1);
  order.splice(to, 0, row);
}

/** Rows in an order that a seed alone gives: what was added or deleted in between moves no two others. */
function shuffle(rows: readonly number[], seed: number): number[] {
  const rank = new Map(rows.map((row) => [row, scramble(row, seed)]));
  return rows.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0) || a - b);
}

/** A 32-bit number that looks random: the mixer found by Wellons, hash-prospector, 2018. */
function scramble(row: number, seed: number): number {
  let h = Math.imul(row + 1, 0x9e3779b9) ^ Math.imul(seed + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0xd35a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/** @throws RequestError naming the field that the cells do not have */
function checkAlteration(one: AlteringEdit, D: number, entry: number): void {
  if (one.edit === 'clamp' && !(Number.isInteger(one.d) && one.d >= 0 && one.d < D))
    throw new RequestError('d', { is: 'no-place', of: 'dimension', index: one.d, size: D }, entry);
  if (one.edit === 'clamp' && one.to !== null && Math.abs(one.to) > 1)
    throw new RequestError('to', { is: 'outside', value: one.to, min: -1, max: 1 }, entry);
  if (one.edit === 'shuffle' && one.seed !== null && !Number.isInteger(one.seed))
    throw new RequestError('seed', { is: 'not', a: 'whole', value: one.seed }, entry);
}
