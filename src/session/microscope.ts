import { create } from 'zustand';
import { changesOf, resource } from './resource';
import { engine, keepSettings, type SessionState, selectPerson, setScreen, useSession } from './store';

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
  readonly playing: boolean;
  /** Whether playing takes its time. */
  readonly slow: boolean;
}

/** How one goes through an update. */
export const useUpdate = create<UpdateState>(() => ({ playing: false, slow: false }));

const { getState: get, setState: set } = useUpdate;

type Seen = Pick<SessionState, 'settings' | 'view'>;

/** Where one stands. */
export const stationIn = ({ settings }: Pick<SessionState, 'settings'>): Station =>
  STATIONS.find((one) => one === settings.station) ?? STATIONS[0];

/** The interaction that is looked at: the chosen one while it is there, else the person's last. */
export function interactionIn({ settings, view }: Seen): string | null {
  const history = view?.person.history ?? [];
  return (history.find(({ key }) => key === settings.interaction) ?? history.at(-1))?.key ?? null;
}

/** What is looked at, number by number. */
export const useTrace = resource({
  of(session) {
    const key = interactionIn(session);
    return key === null ? null : { log: session.history.present, at: session.at, key };
  },
  sources: [changesOf(({ settings }) => settings.interaction)],
  ask: (request) => engine().trace(request),
});

export function chooseInteraction(interaction: string): void {
  goToStation(STATIONS[0]);
  keepSettings({ interaction });
}

/** Looks into an interaction of a person from another view. */
export function lookInto(chosen: string, person: string): void {
  chooseInteraction(chosen);
  setScreen('microscope');
  if (useSession.getState().person !== person) selectPerson(person);
}

export function goToStation(station: Station): void {
  set({ playing: false });
  showStation(station);
}

const showStation = (station: Station): void =>
  keepSettings({ station: station === STATIONS[0] ? undefined : station });

const station = (): Station => stationIn(useSession.getState());

export const setSlow = (slow: boolean): void => set({ slow });

/** To the next station, or the one before; playing goes on. False at the end. */
export function stepStation(by: 1 | -1): boolean {
  const next = STATIONS[STATIONS.indexOf(station()) + by];
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
  if (playing && station() === STATIONS.at(-1)) showStation(STATIONS[0]);
  if (playing) wait();
}

function wait(): void {
  timer = setTimeout(
    () => {
      if (!get().playing) return;
      if (useTrace.getState().answer !== null && stepStation(1)) wait();
      else set({ playing: false });
    },
    get().slow ? PACE.slow : PACE.plain,
  );
}
