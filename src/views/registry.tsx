import type { ComponentType } from 'react';
import { actions, openScreen } from '../session/actions';
import type { LinkedScreen } from '../session/link';
import type { Action } from '../session/part';
import { lazyPart } from '../ui/Part';
import { Explore } from './Explore';

/** A view of the page: all that the rest of it has to know of one. */
interface PageView extends LinkedScreen {
  /** As the header has it. */
  readonly label: string;
  readonly opens: Action;
  readonly View: ComponentType;
}

interface Named extends Pick<PageView, 'name' | 'label'> {
  /** Behind the label, where there is room for what it shows. */
  readonly about: string;
  readonly key: string;
  readonly settings?: PageView['settings'];
}

const view = ({ name, label, about, key, settings = [] }: Named, View: ComponentType): PageView => ({
  name,
  label,
  settings,
  opens: openScreen(name, `${label}${about}`, key),
  View,
});

// Few come for them at once, and the charting library with one is as large as the rest of the page.
const later = (load: () => Promise<{ default: ComponentType }>) =>
  lazyPart(load, { waiting: <p className="soft loading-view">Loading the view…</p> });

/** All views, in the order of the header; the first opens where a link names none. A link names them for ever. */
export const VIEWS: readonly [PageView, ...PageView[]] = [
  view({ name: 'explore', label: 'Explore', about: ' people and items', key: '1' }, Explore),
  view(
    { name: 'evidence', label: 'Evidence', about: ': how good the model is', key: '2' },
    later(() => import('./evidence/EvidenceView')),
  ),
  view(
    {
      name: 'timeline',
      label: 'Timeline',
      about: ': what each interaction left',
      key: '3',
      settings: ['side', 'picked', 'left', 'right'],
    },
    later(() => import('./timeline/TimelineView')),
  ),
  view(
    { name: 'map', label: 'Map', about: ': where people and items lie', key: '4' },
    later(() => import('./map/MapScreen')),
  ),
  view(
    { name: 'labs', label: 'Labs', about: ': experiments on the model', key: '5' },
    later(() => import('./labs/LabsView')),
  ),
  view(
    {
      name: 'microscope',
      label: 'Microscope',
      about: ': one update, step by step',
      key: '6',
      settings: ['interaction', 'station'],
    },
    later(() => import('./MicroscopeScreen')),
  ),
];

/** All that can be done, views first. */
export const allActions: readonly Action[] = [
  ...VIEWS.map(({ opens }) => opens),
  ...Object.values<Action>(actions),
];
