import { Button, Progress } from '@mantine/core';
import type { BackendName, Progress as Told } from '../../engine/start';
import { type BackendDifference, compareWith, useOtherBackend } from '../../session/compareBackends';
import { stopAsking, useAct, useSession, useVerb } from '../../session/part';
import { milliseconds, scientific, wholePercent } from '../../ui/format';
import { errorWords } from '../shared/problemWords';
import { useKind } from '../shared/useKind';
import classes from './Header.module.css';

/** The same log on a second backend, side by side with this one. */
export default function BackendComparison({ here }: { here: BackendName }) {
  const act = useAct();
  const { asked, asking, progress, answer: result, failure } = useOtherBackend();
  const ready = useSession((s) => s.replay !== null);
  const others = (['webgpu', 'wasm', 'cpu'] as const).filter(
    (name) => name !== here && (name !== 'webgpu' || 'gpu' in navigator),
  );
  return (
    <section aria-label="Compare two backends" className={classes.comparison}>
      <strong>Compare with another backend</strong>
      <p className="soft">
        It replays the same log in a second worker; the page goes on as it is. cpu is plain JavaScript and
        takes longer.
      </p>
      {asked && asking ? (
        <Running other={asked.other} progress={progress} />
      ) : (
        <div className="verbs">
          {others.map((name) => (
            <Button
              key={name}
              size="compact-xs"
              disabled={!ready}
              onClick={() => act(compareWith(name))}
              data-testid={`compare-${name}`}
            >
              Compare with {name}
            </Button>
          ))}
        </div>
      )}
      {failure && (
        <p role="alert" className="soft">
          {errorWords(failure)}. Nothing here was changed.
        </p>
      )}
      {result && <Result here={here} result={result} />}
    </section>
  );
}

function Running({ other, progress }: { other: BackendName; progress: Told | null }) {
  const share = progress && progress.total > 0 ? progress.done / progress.total : 0;
  const replaying = progress?.stage === 'replay';
  return (
    <div role="status" data-testid="comparison-running">
      <p className="soft">
        {replaying ? `Replaying on ${other}: ${wholePercent(share)}` : `Starting ${other}…`}
      </p>
      <div className="verbs">
        <Progress value={replaying ? 100 * share : 0} aria-label={`Replay on ${other}`} style={{ flex: 1 }} />
        <Button size="compact-xs" onClick={useVerb(stopAsking(useOtherBackend))}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

/** The popover may be too long for the window. */
const intoView = (result: HTMLElement | null): void => result?.scrollIntoView({ block: 'nearest' });

function Result({ here, result }: { here: BackendName; result: BackendDifference }) {
  const kind = useKind();
  const current = useSession(
    (s) =>
      s.history.present === result.place.log && s.person === result.place.person && s.at === result.place.at,
  );
  const { other, states, choices, ratings, places, milliseconds: took } = result;
  const same = places.differing === 0;
  return (
    <div
      ref={intoView}
      data-testid="backend-comparison"
      data-states={Math.max(states.user, states.item)}
      data-choices={choices}
      data-ratings={ratings}
    >
      <p role="status">
        {here} and {other}{' '}
        {same
          ? `recommend the same ${places.total} items in the same order.`
          : `differ in ${places.differing} of the first ${places.total} places.`}
        {!current && ' The page shows something else by now: compare again.'}
      </p>
      <dl className="facts">
        <dt>States of people</dt>
        <dd>at most {scientific(states.user)} apart</dd>
        <dt>States of items</dt>
        <dd>at most {scientific(states.item)} apart</dd>
        <dt>Choice scores</dt>
        <dd>
          at most {scientific(choices)} apart, for this {kind}
        </dd>
        <dt>Predicted ratings</dt>
        <dd>
          at most {scientific(ratings)} apart, for this {kind}
        </dd>
        <dt>Replay</dt>
        <dd>
          {milliseconds(took.here)} on {here}, {milliseconds(took.there)} on {other}
        </dd>
      </dl>
    </div>
  );
}
