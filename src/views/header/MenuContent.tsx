import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { IconDatabase, IconDownload, IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { isAltered } from '../../engine/alterations';
import type { Outcome } from '../../engine/start';
import { actions } from '../../session/actions';
import { addressFor } from '../../session/address';
import { TEACH } from '../../session/lessonAddress';
import { type Action, useAct, useSession } from '../../session/part';
import { setScreen } from '../../session/verbs';
import { Fold } from '../../ui/Fold';
import { count, milliseconds, scientific } from '../../ui/format';
import { reasonWords } from '../shared/backendWords';
import { hintOf } from '../shared/keys';
import { OfflineSets } from '../shared/offline/OfflineSets';
import { OfflineStanding } from '../shared/offline/OfflineStanding';
import BackendDetails from './BackendDetails';
import classes from './Header.module.css';

/** What stands in the menu of the page. @param close closes it, before a window opens */
export default function MenuContent({ close }: { close: () => void }) {
  const act = useAct();
  const dataset = useSession((s) => s.start?.dataset);
  if (!dataset) return null;
  const choose = (action: Pick<Action, 'perform'>) => () => {
    close();
    act(action.perform);
  };
  return (
    <>
      <section>
        <h2>{dataset.name}</h2>
        <p className="soft">{dataset.planted ? 'Made up, with a known truth.' : 'Real reviews.'}</p>
        <Button
          size="sm"
          data-target="datasets"
          leftSection={<IconDatabase size={16} />}
          onClick={choose(actions.datasets)}
          title={hintOf(actions.datasets)}
          data-testid="dataset-badge"
        >
          Other data sets
        </Button>
      </section>
      <section>
        <Button
          size="sm"
          leftSection={<IconDownload size={16} />}
          onClick={choose(actions.saveView)}
          title={hintOf(actions.saveView)}
          data-testid="save-view"
        >
          {actions.saveView.label}
        </Button>
      </section>
      <section>
        <h2>Colours</h2>
        <Colours />
      </section>
      <section>
        <h2>Lessons</h2>
        <Button
          size="sm"
          leftSection={<IconSchool size={16} />}
          onClick={choose({ perform: setScreen(TEACH) })}
          data-testid="lessons"
        >
          Lessons for yourself or a class
        </Button>
      </section>
      <section>
        <Amiss />
        <Fold summary="Numbers and computing" testId="computing">
          <Numbers />
          <Computing />
        </Fold>
      </section>
      <section>
        <h2>Without a network</h2>
        <OfflineStanding />
        <OfflineSets />
      </section>
    </>
  );
}

/** What became of a backend that should have run. */
const BROKEN: readonly Outcome['is'][] = ['stopped', 'late', 'failed', 'wrong'];

/** What is out of the ordinary, said before anything is unfolded. */
function Amiss() {
  const altered = useSession((s) => isAltered(s.history.present));
  const backend = useSession((s) => s.start?.backend);
  const broken = backend?.tried.some(({ outcome }) => BROKEN.includes(outcome.is));
  return (
    <>
      {altered && (
        <p>
          The model, or what it is given, has been altered on this page: numbers are not those of the trained
          model on this data.
        </p>
      )}
      {backend && (broken || backend.software) && <p>{reasonWords(backend)}.</p>}
    </>
  );
}

/** Whether the numbers come from shipped states or from a replay on this machine. */
function Numbers() {
  const replay = useSession((s) => s.replay);
  return (
    <>
      {replay ? (
        <p className="soft">
          Live: all {count(replay.interactions)} interactions were replayed through the model on this machine,
          in {milliseconds(replay.milliseconds)}. The states differ from those that ship with the data (16
          bits each) by at most{' '}
          <span data-testid="replay-difference" data-value={replay.largestDifference}>
            {scientific(replay.largestDifference)}
          </span>
          .
        </p>
      ) : (
        <p className="soft">
          Stored: they come from the states that ship with the data. All interactions are being replayed on
          this machine; then they are live.
        </p>
      )}
    </>
  );
}

/** Which backend computes, why, and how far its results are from the stored reference. */
function Computing() {
  const backend = useSession((s) => s.start?.backend);
  const [details, setDetails] = useState(false);
  if (!backend) return null;
  return (
    <>
      <p>Computed on {backend.name}, in a worker of this page.</p>
      <p className="soft">{reasonWords(backend)}</p>
      {details ? (
        <BackendDetails />
      ) : (
        <button type="button" className="link" onClick={() => setDetails(true)} data-testid="backend-details">
          How exact is it?
        </button>
      )}
      <p className="soft">
        Run the page on another one:{' '}
        {['webgpu', 'wasm', 'cpu'].map((name) => (
          <a key={name} href={addressFor({ backend: name })} className={classes.other}>
            {name}
          </a>
        ))}
      </p>
    </>
  );
}

const SCHEMES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the device' },
];

function Colours() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="sm"
      data={SCHEMES}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      aria-label="Colours"
      data-testid="color-scheme"
    />
  );
}
