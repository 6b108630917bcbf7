import { SegmentedControl } from '@mantine/core';
import { useAct, useSession } from '../session/part';
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

const PANELS: { value: Panel; label: string }[] = [
  { value: 'who', label: 'Who' },
  { value: 'profile', label: 'Profile' },
  { value: 'recommended', label: 'Picks' },
  { value: 'review', label: 'Review' },
];

/** The main view: who, their profiles, what is recommended, and reviews to write. */
export default function Explore() {
  return <Part>{() => <Panels />}</Part>;
}

function Panels() {
  const act = useAct();
  const panel = useSession((s) => s.panel);
  const shown = (name: Panel) => ({ 'data-panel': name, 'data-active': panel === name });
  return (
    <>
      <nav className="phone-switch" aria-label="Parts" data-target="nav">
        <SegmentedControl
          fullWidth
          size="sm"
          data={PANELS}
          value={panel}
          onChange={(value) => act(setPanel(value as Panel))}
          aria-label="Part of the screen"
        />
      </nav>
      <main className="layout">
        <div className="column" data-target="who" {...shown('who')}>
          <Who />
        </div>
        {/* Before the form, though it stands behind it: by keys and ears the list comes soon after whom it is for. */}
        <div className="column column-recommended" data-target="list" data-skip {...shown('recommended')}>
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
