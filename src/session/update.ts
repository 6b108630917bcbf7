import { create } from 'zustand';
import type { UpdateTrace } from '../engine/api';
import { isSuperseded } from '../engine/engineError';
import { reasonOf } from './reason';
import { engine, keepSettings, selectPerson, setScreen, useSession } from './store';

/** Stations of an update, in the order in which the model passes them. */
export const STATIONS = [
  'words',
  'context',
  'attention',
  'text',
  'feedback',
  'fusion',
  'reset',
  'update',
  'candidate',
  'next',
  'score',
] as const;
export type Station = (typeof STATIONS)[number];

export interface UpdateState {
  /** Key of the interaction that somebody chose; null for the person's last one. */
  readonly chosen: string | null;
  readonly trace: UpdateTrace | null;
  readonly station: Station;
  readonly playing: boolean;
  /** Whether playing takes its time. */
  readonly slow: boolean;
  readonly failure: string | null;
}

/** One update under the microscope; follows the session. */
export const useUpdate = create<UpdateState>(() => ({
  chosen: null,
  trace: null,
  station: 'words',
  playing: false,
  slow: false,
  failure: null,
}));

const { getState: get, setState: set } = useUpdate;

let turn = 0;

/** The interaction that is looked at: the chosen one while it is there, else the person's last. */
export function keyIn(chosen: string | null, history: readonly { readonly key: string }[]): string | null {
  return history.some(({ key }) => key === chosen) ? chosen : (history.at(-1)?.key ?? null);
}

/** Asks for the trace of what is looked at in the present session; the latest question wins. */
export async function refreshUpdate(): Promise<void> {
  const { screen, view, history, at } = useSession.getState();
  if (screen !== 'microscope' || !view) return;
  const mine = ++turn;
  const key = keyIn(get().chosen, view.person.history);
  if (key === null) return set({ trace: null, failure: null, playing: false });
  try {
    const trace = await engine().trace({ log: history.present, at, key });
    if (mine === turn) set({ trace, failure: null });
  } catch (error) {
    if (mine !== turn || isSuperseded(error)) return;
    set({ trace: null, playing: false, failure: reasonOf(error) });
  }
}

/** Follows the session from now on. Returns a function that stops it. */
export function followSession(): () => void {
  const { interaction, station } = useSession.getState().settings;
  set({
    chosen: interaction ?? get().chosen,
    station: STATIONS.find((one) => one === station) ?? get().station,
  });
  void refreshUpdate();
  return useSession.subscribe((now, before) => {
    if (now.view !== before.view || now.screen !== before.screen) void refreshUpdate();
  });
}

export function chooseInteraction(chosen: string): void {
  choose(chosen);
  void refreshUpdate();
}

function choose(chosen: string): void {
  set({ chosen, playing: false });
  showStation(STATIONS[0]);
  keepSettings({ interaction: chosen });
}

/** Looks into an interaction of a person from another view. */
export function lookInto(chosen: string, person: string): void {
  choose(chosen);
  setScreen('microscope');
  if (useSession.getState().person !== person) selectPerson(person);
}

export function goToStation(station: Station): void {
  set({ playing: false });
  showStation(station);
}

function showStation(station: Station): void {
  set({ station });
  keepSettings({ station: station === STATIONS[0] ? undefined : station });
}

export const setSlow = (slow: boolean): void => set({ slow });

/** To the next station, or the one before; playing goes on. False at the end. */
export function stepStation(by: 1 | -1): boolean {
  const next = STATIONS[STATIONS.indexOf(get().station) + by];
  if (next === undefined) return false;
  showStation(next);
  return true;
}

/** Milliseconds that a station is shown while it plays. */
const PACE = { plain: 2200, slow: 6000 };

let timer: ReturnType<typeof setTimeout> | undefined;

/** Goes from station to station by itself, from the start where it stands at the end; or stops. */
export function togglePlay(): void {
  clearTimeout(timer);
  const playing = !get().playing;
  set({ playing });
  if (playing && get().station === STATIONS.at(-1)) showStation(STATIONS[0]);
  if (playing) wait();
}

function wait(): void {
  timer = setTimeout(
    () => {
      if (!get().playing) return;
      if (stepStation(1)) wait();
      else set({ playing: false });
    },
    get().slow ? PACE.slow : PACE.plain,
  );
}
