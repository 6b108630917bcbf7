import type { AxesOf } from '../engine/answers';
import { deletedIn, mayHave, reviewsIn } from '../engine/edits';
import type { NumberRef } from '../engine/openedNumber';
import type { Edit, SimulatedInteraction, SimulatedLog } from '../engine/simulatedLog';
import type { LinkState, Screen, Settings } from './link';
import { commit, redo, type Undoable, undo, undoable } from './undoable';

/** Places of the phone layout; on a wide screen all are shown at once. */
export type Panel = 'who' | 'profile' | 'recommended' | 'review';

/** What somebody is writing; `null` and empty mean "not given". */
export interface Draft {
  readonly item: string | null;
  readonly rating: number | null;
  readonly aspects: readonly (number | null)[];
  readonly text: string;
  /** What stands in the item box while it is no item; null while the box names the item that the review is about. */
  readonly sought: string | null;
  /** Whether the review was to be added while the box named no item. */
  readonly refused: boolean;
}

const EMPTY_DRAFT: Draft = {
  item: null,
  rating: null,
  aspects: [],
  text: '',
  sought: null,
  refused: false,
};

/** All that somebody decides: whom and what one looks at, from where, and what was written. The engine follows from it. */
export interface Spine {
  readonly screen: Screen;
  readonly panel: Panel;
  readonly person: string | null;
  /** Whether the person stays whoever they are. */
  readonly fixed: boolean;
  readonly item: string | null;
  /** With how many times popularity counts. */
  readonly history: Undoable<SimulatedLog>;
  /** Key of the interaction after which everything is shown; null for the present. */
  readonly at: string | null;
  /** Simulated interaction whose difference is shown. */
  readonly shown: string | null;
  /** Whose axes the map has. */
  readonly axes: AxesOf;
  /** What single views are set to, so that a link has it too. */
  readonly settings: Settings;
  /** The way from a number of the page to the one that is opened; empty while none is. */
  readonly numbers: readonly NumberRef[];
  readonly draft: Draft;
}

export const BLANK: Spine = {
  screen: 'explore',
  panel: 'who',
  person: null,
  fixed: false,
  item: null,
  history: undoable<SimulatedLog>([]),
  at: null,
  shown: null,
  axes: 'items',
  settings: {},
  numbers: [],
  draft: EMPTY_DRAFT,
};

/** What can happen to a {@link Spine}. */
export type SpineEvent =
  | { readonly type: 'opened'; readonly link: LinkState }
  /** Something took its place without being a step that can be undone: what was kept, or what is left of it. */
  | {
      readonly type: 'replaced';
      readonly by: Partial<Pick<Spine, 'history' | 'person' | 'item' | 'at' | 'numbers'>>;
    }
  | { readonly type: 'person'; readonly person: string }
  | { readonly type: 'fixed'; readonly fixed: boolean }
  | { readonly type: 'item'; readonly item: string | null }
  | { readonly type: 'looked'; readonly to: Partial<Pick<Spine, 'screen' | 'panel' | 'axes' | 'numbers'>> }
  | { readonly type: 'set'; readonly settings: Settings }
  | { readonly type: 'moment'; readonly at: string | null }
  | { readonly type: 'drafted'; readonly change: Partial<Draft> }
  | { readonly type: 'reviewed'; readonly review: SimulatedInteraction }
  | { readonly type: 'added'; readonly reviews: readonly SimulatedInteraction[] }
  | { readonly type: 'edited'; readonly edit: Edit }
  | ({ readonly type: 'log'; readonly log: SimulatedLog } & Pick<Spine, 'at' | 'shown'>)
  | { readonly type: 'dialled'; readonly times: number }
  | { readonly type: 'undone' | 'redone' }
  | { readonly type: 'shown'; readonly key: string | null };

/** What an event makes of a spine; the very same one where it changes nothing. */
export function reduce(spine: Spine, event: SpineEvent): Spine {
  const { history, draft, settings } = spine;
  const log = history.present;
  switch (event.type) {
    case 'opened': {
      const { screen, person, item, at, axes, settings, numbers, log, times } = event.link;
      const history = undoable(log, times);
      const shown = isThere(log, reviewsIn(log).at(-1)?.key ?? null);
      return { ...spine, screen, person, item, at, axes, settings, numbers, shown, history };
    }
    case 'replaced': {
      const next = { ...spine, ...event.by };
      return { ...next, shown: isThere(next.history.present, spine.shown) };
    }
    case 'fixed':
      return changed(spine, { fixed: event.fixed });
    case 'person':
      return spine.fixed ? spine : { ...spine, person: event.person, panel: 'profile' };
    case 'item':
      return { ...spine, item: event.item, draft: { ...draft, sought: null, refused: false } };
    case 'looked':
      return changed(spine, event.to);
    case 'set':
      return changed(spine, { settings: changed(settings, event.settings) });
    case 'moment':
      return changed(spine, { at: event.at });
    case 'drafted':
      return { ...spine, draft: { ...draft, ...event.change } };
    case 'reviewed': {
      const { review } = event;
      const next = { ...spine, item: review.item, shown: review.key, draft: EMPTY_DRAFT };
      // What is new is shown in the present.
      return onLog(next, commit(history, [...log, review]), null);
    }
    case 'added': {
      const last = event.reviews.at(-1);
      if (!last) return spine;
      return onLog({ ...spine, shown: last.key }, commit(history, [...log, ...event.reviews]), null);
    }
    case 'edited': {
      const { edit } = event;
      // Pressed twice, or what it is about has been undone: it may still be seen until the answer is there.
      if ('key' in edit && edit.key !== null && !mayHave(log, edit.key)) return spine;
      return onLog(spine, commit(history, [...log, edit]));
    }
    case 'log':
      if (event.log === log) return spine;
      return onLog({ ...spine, shown: event.shown }, commit(history, event.log), event.at);
    case 'dialled':
      if (event.times === history.times) return spine;
      return onLog(spine, commit(history, log, event.times));
    case 'undone':
    case 'redone': {
      const next = (event.type === 'undone' ? undo : redo)(history);
      if (next === history) return spine;
      const back = reviewsIn(next.present).find((one) => !log.includes(one));
      return onLog({ ...spine, shown: back?.key ?? spine.shown }, next);
    }
    case 'shown': {
      const review = reviewsIn(log).find(({ key }) => key === event.key);
      const whose = review && { person: spine.fixed ? spine.person : review.person, item: review.item };
      return { ...spine, ...whose, shown: isThere(log, event.key) };
    }
  }
}

/** With another log: the moment and what is shown are let go where that has them no more, as when they were undone. */
const onLog = (spine: Spine, history: Spine['history'], at = spine.at): Spine => ({
  ...spine,
  history,
  at: at !== null && mayHave(history.present, at) ? at : null,
  shown: isThere(history.present, spine.shown),
});

/** A review that a log still has. */
const isThere = (log: SimulatedLog, key: string | null): string | null =>
  key !== null && reviewsIn(log).some((one) => one.key === key) && !deletedIn(log).has(key) ? key : null;

const changed = <T extends object>(of: T, change: { readonly [name in keyof T]?: T[name] }): T =>
  Object.entries(change).every(([name, value]) => of[name as keyof T] === value) ? of : { ...of, ...change };
