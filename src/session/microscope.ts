import { changesOf, choose, resource, slice } from './part';
import { key, type SessionState, type Verb } from './session';
import { keepSettings, selectPerson, setScreen } from './verbs';

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
  'choice',
] as const;
export type Station = (typeof STATIONS)[number];

/** What stands below the pipeline: the words of a review, what a dimension means, the model altered. */
export const TABS = ['words', 'dimensions', 'alter'] as const;
export type Tab = (typeof TABS)[number];

/** The place of the view where its steps begin. */
export const STEPS = 'steps';

export interface Playing {
  readonly playing: boolean;
  /** Whether playing takes its time. */
  readonly slow: boolean;
}

/** How one goes through an update. */
export const usePlaying = slice<Playing>({ playing: false, slow: false });

type Seen = Pick<SessionState, 'settings' | 'view'>;

/** Where one stands. */
export const stationIn = ({ settings }: Pick<SessionState, 'settings'>): Station =>
  STATIONS.find((one) => one === settings.station) ?? STATIONS[0];

/** What is looked at below. */
export const tabIn = ({ settings }: Pick<SessionState, 'settings'>): Tab =>
  TABS.find((one) => one === settings.tab) ?? TABS[0];

export const showTab = (tab: Tab): Verb => keepSettings({ tab: tab === TABS[0] ? undefined : tab });

/** The interaction that is looked at: the chosen one while it is there, else the person's last. */
export function interactionIn({ settings, view }: Seen): string | null {
  const history = view?.person.history ?? [];
  return (history.find(({ key }) => key === settings.interaction) ?? history.at(-1))?.key ?? null;
}

/** What is looked at, number by number. */
export const useTrace = resource((session) => ({
  of(state) {
    const key = interactionIn(state);
    return key === null ? null : { log: state.history.present, at: state.at, key };
  },
  sources: [changesOf(session, ({ settings }) => settings.interaction)],
  ask: (request) => session.engine.trace(request),
}));

export const chooseInteraction =
  (interaction: string): Verb =>
  ({ act }) => {
    act(goToStation(STATIONS[0]));
    act(keepSettings({ interaction }));
  };

/** Looks into an interaction of a person from another view: at the first of its steps. */
export const lookInto =
  (chosen: string, person: string): Verb =>
  ({ store, act }) => {
    act(chooseInteraction(chosen));
    act(setScreen('microscope', STEPS));
    if (store.getState().person !== person) act(selectPerson(person));
  };

export const goToStation =
  (station: Station): Verb =>
  ({ of, act }) => {
    of(usePlaying).setState({ playing: false });
    act(showStation(station));
  };

const showStation = (station: Station): Verb =>
  keepSettings({ station: station === STATIONS[0] ? undefined : station });

const stationOf: Verb<Station> = ({ store }) => stationIn(store.getState());

export const setSlow = (slow: boolean): Verb => choose(usePlaying, { slow });

/** To the next station, or the one before; playing goes on. False at the end. */
export const stepStation =
  (by: 1 | -1): Verb<boolean> =>
  ({ act }) => {
    const next = STATIONS[STATIONS.indexOf(act(stationOf)) + by];
    if (next === undefined) return false;
    act(showStation(next));
    return true;
  };

/** Milliseconds that a station is shown while it plays. */
const PACE = { plain: 2200, slow: 6000 };

const clock = key<{ timer?: ReturnType<typeof setTimeout> }>(() => ({}));

/** Goes from station to station by itself, from the start where it stands at the end; or stops. */
export const togglePlay: Verb = ({ of, act }) => {
  clearTimeout(of(clock).timer);
  const { getState, setState } = of(usePlaying);
  const playing = !getState().playing;
  setState({ playing });
  if (playing && act(stationOf) === STATIONS.at(-1)) act(showStation(STATIONS[0]));
  if (playing) act(wait);
};

const wait: Verb = ({ of, act }) => {
  const { getState, setState } = of(usePlaying);
  const next = () => {
    if (!getState().playing) return;
    if (of(useTrace).getState().answer !== null && act(stepStation(1))) act(wait);
    else setState({ playing: false });
  };
  of(clock).timer = setTimeout(next, getState().slow ? PACE.slow : PACE.plain);
};
