import type { ComponentType } from 'react';
import { actions, openScreen } from '../session/actions';
import { START } from '../session/address';
import { SHEET, TEACH } from '../session/lessonAddress';
import type { LinkedScreen } from '../session/link';
import type { Action } from '../session/part';
import { openStart } from '../session/verbs';
import { capital } from '../ui/format';
import { lazyPart } from '../ui/Part';

/** A view of the page: all that the rest of it has to know of one. */
interface PageView extends LinkedScreen {
  /** As the header has it: its name. */
  readonly label: string;
  /** What it shows, in a few words that do not name it again. */
  readonly about: string;
  readonly opens: Action;
  /** Whether it is one of those between which the header changes; else its name leads there. */
  readonly tab: boolean;
  /** Fetches its code, as drawing it does: for who knows that it will be drawn. */
  readonly load: () => Promise<unknown>;
  readonly View: ComponentType;
}

interface Entry extends Pick<PageView, 'name' | 'about'>, Partial<Pick<PageView, 'settings'>> {
  readonly load: () => Promise<{ default: ComponentType }>;
}

// Each comes with what it needs, the charting library with one is as large as the rest of the page.
const later = (load: Entry['load']) => {
  const View = lazyPart(load, { waiting: <p className="soft loading-view">Loading the view…</p> });
  return { load: View.preload, View };
};

const ENTRIES: readonly Entry[] = [
  {
    name: 'explore',
    about: 'a list for somebody, its reasons, and reviews to write',
    load: () => import('./Explore'),
  },
  {
    name: 'evidence',
    about: 'how good the model is',
    settings: ['details'],
    load: () => import('./evidence/EvidenceView'),
  },
  {
    name: 'timeline',
    about: 'what each interaction left',
    settings: ['side', 'picked', 'left', 'right'],
    load: () => import('./timeline/TimelineView'),
  },
  { name: 'map', about: 'where people and items lie', load: () => import('./map/MapScreen') },
  { name: 'labs', about: 'experiments on the model', load: () => import('./labs/LabsView') },
  {
    name: 'microscope',
    about: 'one update, step by step',
    settings: ['interaction', 'station', 'tab'],
    load: () => import('./MicroscopeScreen'),
  },
  {
    name: 'others',
    about: 'what another recommender would show',
    load: () => import('./others/OthersView'),
  },
];

const [first, ...others] = ENTRIES.map(({ name, about, settings = [], load }, k): PageView => {
  const label = capital(name);
  const opens = openScreen(name, `${label}: ${about}`, `${k + 1}`);
  return { name, label, about, settings, opens, tab: true, ...later(load) };
});

const start: PageView = {
  name: START,
  label: 'Start',
  about: 'the first minute',
  settings: [],
  opens: { ...openScreen(START, 'Start: the first minute', '0'), perform: openStart },
  tab: false,
  ...later(() => import('./start/StartView')),
};

/** For teachers: opened by `?teach`. */
const teach: PageView = {
  name: TEACH,
  label: 'Teach',
  about: 'lessons for a class',
  settings: ['lessons', 'look', 'play'],
  opens: openScreen(TEACH, 'Teach: lessons for a class', '9'),
  tab: false,
  ...later(() => import('./teach/TeachView')),
};

/** A worksheet to print, opened by `?sheet=…`: which one, its address alone can say. */
const sheet: PageView = {
  name: SHEET,
  label: 'Worksheet',
  about: 'a lesson on paper',
  settings: [],
  opens: { ...openScreen(SHEET, 'Worksheet of a lesson', null), enabled: () => false },
  tab: false,
  ...later(() => import('./sheet/SheetView')),
};

/**
 * All views, in the order of the header, by which their keys count from 1, and the start; the first opens where a link
 * names none. A link names them for ever.
 */
export const VIEWS: readonly [PageView, ...PageView[]] = [first, ...others, start, teach, sheet];

/** All that can be done, views first. */
export const allActions: readonly Action[] = [
  ...VIEWS.filter((view) => view !== sheet).map(({ opens }) => opens),
  ...Object.values<Action>(actions),
];
