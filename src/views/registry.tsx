import type { ComponentType } from 'react';
import { actions, openScreen } from '../session/actions';
import { START } from '../session/address';
import type { LinkedScreen } from '../session/link';
import type { Action } from '../session/part';
import { openStart } from '../session/verbs';
import { capital } from '../ui/format';
import { lazyPart } from '../ui/Part';
import { Explore } from './Explore';

/** A view of the page: all that the rest of it has to know of one. */
interface PageView extends LinkedScreen {
  /** As the header has it: its name. */
  readonly label: string;
  readonly opens: Action;
  /** Whether it is one of those between which the header changes; else its name leads there. */
  readonly tab: boolean;
  readonly View: ComponentType;
}

interface Entry extends Pick<PageView, 'name' | 'View'>, Partial<Pick<PageView, 'settings'>> {
  /** Behind the label, where there is room for what it shows. */
  readonly about: string;
}

// Few come for them at once, and the charting library with one is as large as the rest of the page.
const later = (load: () => Promise<{ default: ComponentType }>) =>
  lazyPart(load, { waiting: <p className="soft loading-view">Loading the view…</p> });

const ENTRIES: readonly Entry[] = [
  { name: 'explore', about: ' people and items', View: Explore },
  {
    name: 'evidence',
    about: ': how good the model is',
    settings: ['details'],
    View: later(() => import('./evidence/EvidenceView')),
  },
  {
    name: 'timeline',
    about: ': what each interaction left',
    settings: ['side', 'picked', 'left', 'right'],
    View: later(() => import('./timeline/TimelineView')),
  },
  { name: 'map', about: ': where people and items lie', View: later(() => import('./map/MapScreen')) },
  { name: 'labs', about: ': experiments on the model', View: later(() => import('./labs/LabsView')) },
  {
    name: 'microscope',
    about: ': one update, step by step',
    settings: ['interaction', 'station', 'tab'],
    View: later(() => import('./MicroscopeScreen')),
  },
  {
    name: 'others',
    about: ': what another recommender would show',
    View: later(() => import('./others/OthersView')),
  },
];

const [first, ...others] = ENTRIES.map(({ name, about, settings = [], View }, k): PageView => {
  const label = capital(name);
  return { name, label, settings, opens: openScreen(name, `${label}${about}`, `${k + 1}`), tab: true, View };
});

const start: PageView = {
  name: START,
  label: 'Start',
  settings: [],
  opens: { ...openScreen(START, 'Start: the first minute', '0'), perform: openStart },
  tab: false,
  View: later(() => import('./start/StartView')),
};

/**
 * All views, in the order of the header, by which their keys count from 1, and the start; the first opens where a link
 * names none. A link names them for ever.
 */
export const VIEWS: readonly [PageView, ...PageView[]] = [first, ...others, start];

/** All that can be done, views first. */
export const allActions: readonly Action[] = [
  ...VIEWS.map(({ opens }) => opens),
  ...Object.values<Action>(actions),
];
