import { create } from 'zustand';
import { copyText } from '../browser/clipboard';
import type { AxesOf } from '../engine/answers';
import type { EngineClient } from '../engine/client';
import { mayHave, reviewsIn } from '../engine/edits';
import { isRequestError, isSuperseded } from '../engine/engineError';
import type { NumberRef } from '../engine/openedNumber';
import type { View } from '../engine/questions/view';
import type { Edit, SimulatedInteraction, SimulatedLog } from '../engine/simulatedLog';
import type { BackendName, DatasetInfo, Progress, ReplayReport, StartReport } from '../engine/start';
import { commit, type History, historyOf, redo, undo } from './history';
import { decodeLink, encodeLink, type ReadLink, type Screen, type Screens, type Settings } from './link';
import { mended, questionOf } from './mend';
import { modelRemark } from './modelRemark';
import { reasonOf } from './reason';

/** Places of the phone layout; on a wide screen all are shown at once. */
export type Panel = 'who' | 'profile' | 'recommended' | 'review';

export interface Failure {
  readonly title: string;
  readonly message: string;
}

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

export interface SessionState {
  readonly screen: Screen;
  readonly progress: Progress | null;
  readonly start: StartReport | null;
  readonly replay: ReplayReport | null;
  readonly failure: Failure | null;
  /** A remark above the screen, e.g. about a damaged link; null when there is none. */
  readonly notice: string | null;
  readonly history: History<SimulatedLog>;
  readonly person: string | null;
  readonly item: string | null;
  readonly view: View | null;
  /** Key of the interaction after which everything is shown; null for the present. */
  readonly at: string | null;
  /** Whose axes the map has. */
  readonly axes: AxesOf;
  /** What single views are set to, so that a link has it too. */
  readonly settings: Settings;
  /** The way from a number of the page to the one that is opened; empty while none is. */
  readonly numbers: readonly NumberRef[];
  /** Simulated interaction whose difference is shown. */
  readonly shown: string | null;
  /** From asking for what is on the screen to having all of it, in milliseconds. */
  readonly elapsed: number | null;
  readonly draft: Draft;
  readonly panel: Panel;
  readonly helpOpen: boolean;
  /** Whether the gallery of data sets is open. */
  readonly galleryOpen: boolean;
  /** Whether the list of what can be saved is open. */
  readonly savingOpen: boolean;
  /** How often a link was copied; a change confirms it. */
  readonly copied: number;
  /** Whether keys without Ctrl, ⌘ or Alt do something. */
  readonly plainKeys: boolean;
}

const EMPTY_DRAFT: Draft = {
  item: null,
  rating: null,
  aspects: [],
  text: '',
  sought: null,
  refused: false,
};

/** How many recommendations and how many words of a profile are shown. */
export const LIST_LENGTH = 10;
export const PROFILE_WORDS = 12;

export const useSession = create<SessionState>(() => ({
  screen: 'explore',
  progress: null,
  start: null,
  replay: null,
  failure: null,
  notice: null,
  history: historyOf<SimulatedLog>([]),
  person: null,
  item: null,
  view: null,
  at: null,
  axes: 'items',
  settings: {},
  numbers: [],
  shown: null,
  elapsed: null,
  draft: EMPTY_DRAFT,
  panel: 'who',
  helpOpen: false,
  galleryOpen: false,
  savingOpen: false,
  copied: 0,
  plainKeys: true,
}));

const { getState: get, setState: set } = useSession;

let client: EngineClient | null = null;
let another: (() => { readonly engine: EngineClient; readonly bundleUrl: string }) | null = null;

/** The engine; views use it for searches, which are no part of the session. */
export function engine(): EngineClient {
  if (!client) throw new Error('The engine has not been started.');
  return client;
}

/** A second engine that can be started on the same bundle; whoever asks for it disposes of it. */
export function secondEngine(): { readonly engine: EngineClient; readonly bundleUrl: string } {
  if (!another) throw new Error('The engine has not been started.');
  return another();
}

const fail = (title: string, error: unknown): void => set({ failure: { title, message: reasonOf(error) } });
const UNCOMPUTED = 'This could not be computed';

/** Adds to what is said above the screen: what was said before may not have been read yet. */
function tell(remark: string): void {
  const { notice } = get();
  if (remark !== '' && !notice?.includes(remark)) set({ notice: notice ? `${notice} ${remark}` : remark });
}

export interface StartPlace {
  readonly screens: Screens;
  readonly bundleUrl: string;
  readonly backend: BackendName | null;
  readonly hash: string;
  /** Called when the data set is known, before anything of it is shown; may change the log. */
  readonly opened: (link: ReadLink, dataset: DatasetInfo) => Promise<void>;
  /** Puts a log aside of which entries are about to be left out. False where nothing can be kept. */
  readonly putAside: (log: SimulatedLog) => boolean;
}

let putAside: StartPlace['putAside'] = () => false;
let screens: Screens = [{ name: 'explore', settings: [] }];

/** Loads bundle and backend, shows the shipped states, then replays the log and shows live ones. */
export async function startSession(make: () => EngineClient, place: StartPlace): Promise<void> {
  const link = await decodeLink(place.hash, place.screens);
  set({
    screen: link.screen,
    person: link.person,
    item: link.item,
    at: link.at,
    axes: link.axes,
    settings: link.settings,
    numbers: link.numbers,
    history: historyOf(link.log),
    notice: link.problem,
    shown: reviewsIn(link.log).at(-1)?.key ?? null,
  });
  client = make();
  putAside = place.putAside;
  screens = place.screens;
  another = () => ({ engine: make(), bundleUrl: place.bundleUrl });
  client.onRestart(({ cause, report }) => {
    set({ start: report, replay: null });
    tell(`The engine was restarted (${cause}). Nothing was lost.`);
    goLive().catch((error: unknown) => fail(UNCOMPUTED, error));
  });
  const onProgress = (progress: Progress) => set({ progress });
  try {
    const start = await client.start({ bundleUrl: place.bundleUrl, backend: place.backend }, onProgress);
    set({ start });
    const remark = modelRemark(link.model, start.dataset, 'This link was made');
    if (remark) tell(remark);
    await place.opened(link, start.dataset);
    // An address may name what this data set does not have.
    await mend();
    await chooseFirstPerson();
    await refresh();
    await goLive();
  } catch (error) {
    fail('The demo could not start', error);
  }
}

async function goLive(): Promise<void> {
  const replay = await engine().replay((progress) => set({ progress }));
  set({ replay, progress: null });
  await refresh();
}

/** Somebody with a long history makes the best first look. */
async function chooseFirstPerson(): Promise<void> {
  if (get().person) return;
  const first = await somebody(get().history.present);
  // Or somebody has been chosen meanwhile.
  if (!get().person) set({ person: first });
}

async function somebody(log: SimulatedLog): Promise<string | null> {
  const people = await engine().searchPeople({ query: '', offset: 0, limit: 1, log });
  return people.rows[0]?.id ?? null;
}

let turn = 0;

/** Whether a question about a session is one about the present one. */
const isPresent = (asked: Pick<SessionState, 'history' | 'person' | 'item'>): boolean => {
  const now = get();
  return (
    now.history.present === asked.history.present && now.person === asked.person && now.item === asked.item
  );
};

/** Asks for everything on the screen anew; only the answer to the latest question is kept. */
export async function refresh(): Promise<void> {
  const asked = get();
  const { person, item, history, start, shown, at } = asked;
  if (!person || !start) return;
  const mine = ++turn;
  const log = history.present;
  const since = performance.now();
  try {
    const view = await engine().view({ log, person, item, at, shown, k: LIST_LENGTH, words: PROFILE_WORDS });
    // A newer question is under way, and its answer will be drawn.
    if (mine !== turn) return;
    if (!isPresent(asked)) return refresh();
    const passed = get().at !== at;
    // A moment that is passed on the way to another is drawn, so that one sees where one goes.
    if (passed && !momentWaits) return refresh();
    set({ view, shown: view.change && shown, failure: null, elapsed: performance.now() - since });
    if (passed) return;
    await writeLink();
  } catch (error) {
    if (mine !== turn) return;
    // Whoever else took over, the latest question is this one.
    if (isSuperseded(error)) return refresh();
    if (!isRequestError(error)) return failAsked(error);
    try {
      const changed = await mend();
      if (mine !== turn) return;
      if (!changed && isPresent(asked) && get().at === at) return failAsked(error);
      return refresh();
    } catch (why) {
      if (mine === turn) return failAsked(why);
    }
  }
}

/** What cannot be shown was made all the same: the address has it, for a new start or for another browser. */
async function failAsked(error: unknown): Promise<void> {
  fail(UNCOMPUTED, error);
  await writeLink();
}

let mending: Promise<boolean> | null = null;

/** Leaves out what the data set cannot take, and says so. Several may wait for it; true where something was left out. */
function mend(): Promise<boolean> {
  mending ??= mendNow().finally(() => {
    mending = null;
  });
  return mending;
}

async function mendNow(): Promise<boolean> {
  for (;;) {
    const asked = get();
    const check = await engine().check(questionOf(asked));
    const first = check.person ? null : await somebody([]);
    // What is clicked, written or undone meanwhile counts: it is looked through as well.
    if (!isPresent(asked) || get().history !== asked.history || get().at !== asked.at) continue;
    const made = mended(asked, check, first);
    if (!made) return false;
    const kept = made.before.map((log) => putAside(log));
    set(made.now);
    tell(made.leftOut);
    if (kept.length > 0 && kept.every(Boolean))
      tell('The whole log is kept in this browser as it was: see “Keep the reviews”.');
    tell(made.said);
    return true;
  }
}

/** The address of what is on the screen now. */
export async function currentUrl(): Promise<string> {
  const { screen, person, item, at, axes, settings, numbers, history, start } = get();
  const url = new URL(window.location.href);
  const log = history.present;
  const model = start?.dataset.modelHash ?? null;
  url.hash = await encodeLink({ screen, person, item, at, axes, settings, numbers, log, model }, screens);
  return url.href;
}

let linkTurn = 0;

/** Puts the state into the address, so that the address is always the link. */
async function writeLink(): Promise<void> {
  const turn = ++linkTurn;
  const url = await currentUrl();
  if (turn === linkTurn) window.history.replaceState(null, '', url);
}

/** Copies the link of what is on the screen now, even if the address has not caught up yet. */
export async function copyLink(): Promise<void> {
  const url = await currentUrl();
  if (await copyText(url)) set({ copied: get().copied + 1 });
  else set({ notice: `The browser does not let the page copy. Copy this by hand: ${url}` });
}

/** Selects the neighbour of the selected item in the ranked list; from outside it, the first or the last. */
export function stepItem(by: 1 | -1): void {
  const { view, item } = get();
  const ids = view?.recommendations.map((r) => r.item.id) ?? [];
  if (ids.length === 0) return;
  const at = item === null ? -1 : ids.indexOf(item);
  const outside = by > 0 ? 0 : ids.length - 1;
  selectItem(ids[at < 0 ? outside : Math.min(Math.max(at + by, 0), ids.length - 1)]);
}

export function selectPerson(person: string): void {
  set({ person, panel: 'profile' });
  void refresh();
}

export function selectItem(item: string | null): void {
  const { draft } = get();
  set({ item, draft: { ...draft, sought: null, refused: false } });
  void refresh();
}

/** The first unused `new-N`. */
export function freshPerson({ history, person }: Pick<SessionState, 'history' | 'person'>): string {
  const taken = new Set([...reviewsIn(history.present).map((s) => s.person), person]);
  let n = 1;
  while (taken.has(`new-${n}`)) n++;
  return `new-${n}`;
}

export const newPerson = (): void => selectPerson(freshPerson(get()));

/** Goes to another view of the page; person, item and reviews stay as they are. */
export function setScreen(screen: Screen): void {
  if (get().screen === screen) return;
  set({ screen });
  window.scrollTo(0, 0);
  void writeLink();
}

/** Draws the map on the axes of others. */
export function setAxes(axes: AxesOf): void {
  set({ axes });
  void writeLink();
}

/** Puts what a view is set to into the link; undefined takes it out. */
export function keepSettings(changed: Settings): void {
  const { settings } = get();
  const same = Object.entries(changed).every(([name, value]) => settings[name as keyof Settings] === value);
  if (same) return;
  set({ settings: { ...settings, ...changed } });
  void writeLink();
}

/** Names the numbers on the way to the one that is opened, so that a link has them too. */
export function showNumbers(numbers: readonly NumberRef[]): void {
  set({ numbers });
  void writeLink();
}

export const setGallery = (galleryOpen: boolean): void => set({ galleryOpen });
export const setSaving = (savingOpen: boolean): void => set({ savingOpen });
export const setPanel = (panel: Panel): void => set({ panel });
export const setPlainKeys = (plainKeys: boolean): void => set({ plainKeys });
export const setHelp = (helpOpen: boolean): void => set({ helpOpen });
export const dismissNotice = (): void => set({ notice: null });

export const editDraft = (change: Partial<Draft>): void => set({ draft: { ...get().draft, ...change } });

/** The `by`-th key that no review of a log has had. */
export function nextKey(log: SimulatedLog, by = 1): string {
  return `s${Math.max(0, ...reviewsIn(log).map((s) => Number(s.key.slice(1)) || 0)) + by}`;
}

/** The review that the draft would become, under the key that it would get; null while nobody or nothing is chosen. */
export function draftReview(state: SessionState): SimulatedInteraction | null {
  const item = draftItem(state);
  if (!state.person || !item) return null;
  const aspects = state.start?.dataset.aspects ?? [];
  return {
    key: nextKey(state.history.present),
    person: state.person,
    item,
    rating: state.draft.rating,
    aspects: aspects.map((_, k) => state.draft.aspects[k] ?? null),
    // As written: places in the text must fit what is shown.
    text: state.draft.text,
  };
}

/** The item a review is about: the one chosen in the form, else the selected one. */
export const draftItem = (state: SessionState): string | null => state.draft.item ?? state.item;

/** Whether a draft says anything: a text, a rating or an aspect. */
export const isGiven = ({ rating, aspects, text }: Draft): boolean =>
  rating !== null || text.trim() !== '' || aspects.some((aspect) => aspect !== null);

/** Appends the draft to the log and shows what it changed. One that says nothing is nobody's wish. */
export function addReview(): void {
  if (isGiven(get().draft)) addDraft();
}

/** Appends a review that says nothing but that the two met. */
export function addEmptyReview(): void {
  if (!isGiven(get().draft)) addDraft();
}

function addDraft(): void {
  const state = get();
  // What somebody began to look for is not the item that was chosen before.
  if (state.draft.sought !== null) {
    set({ draft: { ...state.draft, refused: true } });
    return;
  }
  const draft = draftReview(state);
  if (!draft) return;
  const event = { ...draft, text: draft.text.trim() };
  set({
    // What is new is shown in the present.
    at: null,
    history: commit(state.history, [...state.history.present, event]),
    item: event.item,
    shown: event.key,
    draft: EMPTY_DRAFT,
  });
  void refresh();
}

/** Adds an edit to the log; the engine works out all that follows from it. */
export function addEdit(edit: Edit): void {
  const { history, shown, at } = get();
  // Pressed twice, or what it is about has been undone: it may still be seen until the answer is there.
  if ('key' in edit && edit.key !== null && !mayHave(history.present, edit.key)) return;
  const log = [...history.present, edit];
  set({
    history: commit(history, log),
    at: momentIn(log, at),
    shown: edit.edit === 'delete' && edit.key === shown ? null : shown,
  });
  void refresh();
}

/** A moment that a log still has; else the present, as when its interaction was undone. */
const momentIn = (log: SimulatedLog, at: string | null): string | null =>
  at !== null && mayHave(log, at) ? at : null;

/** Adds reviews that were not written in the form; undone together. */
export function addReviews(reviews: readonly SimulatedInteraction[]): void {
  const { history, shown } = get();
  if (reviews.length === 0) return;
  set({
    at: null,
    history: commit(history, [...history.present, ...reviews]),
    shown: reviews.at(-1)?.key ?? shown,
  });
  void refresh();
}

export const removeReview = (key: string): void => addEdit({ edit: 'delete', key });

/** Puts another log in place of the present one; undo brings it back. */
export function restoreLog(log: SimulatedLog): void {
  const { history, at } = get();
  if (history.present === log) return;
  set({ history: commit(history, log), shown: null, at: momentIn(log, at) });
  void refresh();
}

/** Whether another moment was asked for while one is worked out. */
let momentWaits = false;
let scrubbing = false;

/**
 * Shows everything as it stood just after an interaction; null for the present. A moment that is being worked out is
 * finished first, or dragging through time would show nothing before it ends; of those that wait the last one counts.
 */
export function setAt(at: string | null): void {
  if (get().at === at) return;
  set({ at });
  momentWaits = true;
  if (!scrubbing) void scrub();
}

async function scrub(): Promise<void> {
  scrubbing = true;
  while (momentWaits) {
    momentWaits = false;
    await refresh();
  }
  scrubbing = false;
}

/** Forgets all simulated reviews and edits; undo brings them back. */
export function resetLog(): void {
  const { history } = get();
  if (history.present.length === 0) return;
  set({ history: commit<SimulatedLog>(history, []), shown: null, at: null });
  void refresh();
}

export function showDifference(key: string | null): void {
  const event = reviewsIn(get().history.present).find((s) => s.key === key);
  set({ shown: key, ...(event && { person: event.person, item: event.item }) });
  void refresh();
}

export function stepHistory(direction: 'undo' | 'redo'): void {
  const before = get().history;
  const history = (direction === 'undo' ? undo : redo)(before);
  if (history === before) return;
  const added = reviewsIn(history.present).find((s) => !before.present.includes(s));
  set({ history, shown: added?.key ?? get().shown, at: momentIn(history.present, get().at) });
  void refresh();
}
