import { Button, Group, NativeSelect, Switch } from '@mantine/core';
import type { UpdateTrace } from '../../engine/openedNumber';
import { actions } from '../../session/actions';
import {
  chooseInteraction,
  goToStation,
  interactionIn,
  STATIONS,
  setSlow,
  stationIn,
  usePlaying,
  useTrace,
} from '../../session/microscope';
import { useAct, useSession } from '../../session/part';
import { setScreen } from '../../session/verbs';
import { capital, count, scientific } from '../../ui/format';
import { Failed } from '../../ui/Status';
import { ActionButton } from '../shared/ActionButton';
import { entryWords } from '../shared/entryWords';
import { errorWords } from '../shared/problemWords';
import { Diagram } from './Diagram';
import classes from './Microscope.module.css';
import { MoversFigure } from './MoversFigure';
import { StationPanel } from './StationPanel';
import { STATION_NAMES } from './stations';

/** One update of both states, from the words to prediction and choice, station by station. */
export function UpdateCard() {
  const act = useAct();
  const { answer: trace, failure } = useTrace();
  const { playing, slow } = usePlaying();
  const station = useSession(stationIn);
  const key = useSession(interactionIn);
  const view = useSession((s) => s.view);
  const dataset = useSession((s) => s.start?.dataset);
  const history = view?.person.history ?? [];
  const yours = history.some((one) => one.key === trace?.key && one.simulated);
  if (!view || !dataset) return null;
  const { named } = view.person.summary;
  if (history.length === 0)
    return (
      <section className="card" aria-label="One update">
        <h2>Nothing has happened yet</h2>
        <p className="soft">
          {view.person.summary.label} has no interaction. Write a review on Explore, or choose somebody else
          there; then see here what it does, number by number.
        </p>
        <Button mt={8} size="compact-md" variant="light" onClick={() => act(setScreen('explore'))}>
          To Explore
        </Button>
      </section>
    );
  const interaction = (
    <NativeSelect
      label="Interaction"
      className={classes.interaction}
      value={key ?? ''}
      onChange={({ currentTarget }) => act(chooseInteraction(currentTarget.value))}
      data-testid="update-interaction"
    >
      {history.toReversed().map((entry) => (
        <option key={entry.key} value={entry.key}>
          {entryWords(entry)}
        </option>
      ))}
    </NativeSelect>
  );
  return (
    <section
      className="card"
      aria-label="One update"
      data-testid="update"
      data-target="update"
      data-key={trace?.key}
      data-difference={trace?.largestDifference}
      data-differing={trace?.untraced.differing}
    >
      <div className={classes.movers} data-target="movers">
        <p className={`note ${classes.meets}`}>
          {trace ? `What ${reviewWords(trace, yours, named)} changed` : 'One update, step by step'}
        </p>
        {trace ? <MoversFigure trace={trace}>{interaction}</MoversFigure> : interaction}
      </div>
      <div data-target="pipeline">
        <h3 className={classes.pipeline}>How it comes about, step by step</h3>
        <p className="soft">
          Point at a strip, or use the arrow keys in it, to read a number; click it, or press Enter, to see
          how it was computed.
        </p>
        <Diagram />
        <ol className={classes.stations} aria-label="Stations">
          {STATIONS.map((one, k) => (
            <li key={one}>
              <button
                type="button"
                aria-current={one === station ? 'step' : undefined}
                onClick={() => act(goToStation(one))}
                data-testid={`station-${one}`}
              >
                <span aria-hidden="true">{k + 1}</span> {STATION_NAMES[one]}
              </button>
            </li>
          ))}
        </ol>
        <Group gap={8} mt={12}>
          <ActionButton of={actions.earlier} disabled={station === STATIONS[0]}>
            Back
          </ActionButton>
          <ActionButton of={actions.playStations}>{playing ? 'Pause' : 'Play'}</ActionButton>
          <ActionButton of={actions.later} disabled={station === STATIONS.at(-1)}>
            Forward
          </ActionButton>
          <Switch
            label="Slowly"
            checked={slow}
            onChange={(event) => act(setSlow(event.currentTarget.checked))}
          />
        </Group>
        <Failed why={errorWords(failure)}>This update could not be opened</Failed>
        {trace ? (
          <>
            <StationPanel
              key={trace.key}
              station={station}
              trace={trace}
              dataset={dataset}
              review={capital(reviewWords(trace, yours, named))}
            />
            <Sameness trace={trace} />
          </>
        ) : (
          !failure && <p className="soft">Running the update once more, keeping every step…</p>
        )}
      </div>
    </section>
  );
}

/** Whose review of what: yours where it was written on this page, in whose name where they have one. */
function reviewWords({ person, item }: UpdateTrace, yours: boolean, named: boolean): string {
  if (!yours) return `the review of ${item.name} by ${person.label}`;
  return `your review of ${item.name}${named ? ` as ${person.label}` : ''}`;
}

/** Whether looking changes what is looked at: measured with each update, on the backend that runs. */
function Sameness({ trace }: { trace: UpdateTrace }) {
  const { untraced, largestDifference } = trace;
  const { numbers, differing } = untraced;
  return (
    <p className={`soft ${classes.sameness}`}>
      {differing === 0
        ? `Run once more without recording its steps, the update gives all its ${count(numbers)} numbers again, with every digit the same`
        : `Run once more without recording its steps, the update gives other values for ${count(differing)} of ${count(numbers)} numbers`}
      {largestDifference === 0
        ? '; so does the replay of all interactions together.'
        : `. Its gates and candidates are shown as the replay of all interactions together gave them; they differ from this run by at most ${scientific(largestDifference)}.`}
    </p>
  );
}
