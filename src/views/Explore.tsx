import { SegmentedControl } from '@mantine/core';
import type { Target } from '../lessons/targets';
import { useAct, useSession } from '../session/part';
import { hiddenIn, usePlay } from '../session/play';
import type { Panel } from '../session/spine';
import { setPanel } from '../session/verbs';
import { lazyPart, Part } from '../ui/Part';
import { Profiles } from './profile/Profiles';
import { Recommended } from './recommended/Recommended';
import { ReviewForm } from './review/ReviewForm';
import { SimulatedList } from './review/SimulatedList';
import { Who } from './who/Who';

// Nothing stands there before something is changed, so its code comes behind the first list.
const DifferencePanel = lazyPart(() => import('./review/DifferencePanel'));
// At the end of its column.
const LogFile = lazyPart(() => import('./saved/LogFile'));

/** Of a phone one at a time; without the parts of the page that it shows it is not offered. */
const PANELS: { readonly value: Panel; readonly label: string; readonly parts: readonly Target[] }[] = [
  { value: 'who', label: 'Who', parts: ['who'] },
  { value: 'profile', label: 'Profile', parts: ['middle', 'profiles'] },
  { value: 'recommended', label: 'Picks', parts: ['list'] },
  { value: 'review', label: 'Review', parts: ['middle', 'form'] },
];

/** The main view: who, their profiles, what is recommended, and reviews to write. */
export default function Explore() {
  return <Part>{() => <Panels />}</Part>;
}

function Panels() {
  const act = useAct();
  const chosen = useSession((s) => s.panel);
  const limits = usePlay();
  const hidden = hiddenIn(limits);
  const parts = PANELS.filter(({ parts }) => !parts.some((name) => hidden.includes(name)));
  const panel = (parts.find(({ value }) => value === chosen) ?? parts[0])?.value;
  const shown = (name: Panel) => ({ 'data-panel': name, 'data-active': panel === name });
  return (
    <>
      {parts.length > 1 && (
        <nav className="phone-switch" aria-label="Parts" data-target="nav" data-parts>
          <SegmentedControl
            fullWidth
            size="sm"
            data={parts.map(({ value, label }) => ({ value, label }))}
            value={panel}
            onChange={(value) => act(setPanel(value as Panel))}
            aria-label="Part of the screen"
          />
        </nav>
      )}
      <main className="layout">
        <div className="column" data-target="who" {...shown('who')}>
          <Who />
        </div>
        {/* Before the form, though it stands behind it: by keys and ears the list comes soon after whom it is for. */}
        <div className="column column-recommended" data-target="list" {...shown('recommended')}>
          <Recommended />
        </div>
        <div className="column" data-target="middle">
          <div className="column" {...shown('review')}>
            <div data-target="form">
              <ReviewForm />
            </div>
            <div data-target="change">
              <DifferencePanel />
            </div>
            <div data-target="written">
              <SimulatedList />
            </div>
          </div>
          <div className="column" data-target="profiles" {...shown('profile')}>
            <Profiles />
          </div>
          <div className="column" data-target="log-file" {...shown('review')}>
            <LogFile />
          </div>
        </div>
      </main>
    </>
  );
}
