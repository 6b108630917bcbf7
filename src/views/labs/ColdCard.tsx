import { Button } from '@mantine/core';
import type { ColdReport } from '../../engine/questions/coldStart';
import { useColdStart } from '../../session/experiments';
import { failureNow, nowOf, SMALLEST, useColdExample } from '../../session/labExamples';
import { LEFT_OUT, runCold } from '../../session/labs';
import { useAct, useSession } from '../../session/part';
import { goAndReview } from '../../session/verbs';
import { type Panel, Panels } from '../../ui/curves/Panels';
import { Fold } from '../../ui/Fold';
import { count, milliseconds, plural } from '../../ui/format';
import { Failed, Waiting } from '../../ui/Status';
import { Term } from '../../ui/Term';
import { errorWords } from '../shared/problemWords';
import { useItemNoun, useKind } from '../shared/useKind';
import { BEGIN, Running } from './Running';
import { coldSettled, coldTitle, WORKED_OUT } from './sentences';

/** How soon the reviews of the person make the list and the profile that they make in the end. */
export function ColdCard() {
  const act = useAct();
  const run = useColdStart();
  const { of, answer, progress, asking } = run;
  const session = useSession();
  const unheard = useSession((s) => s.view?.person.history.length === 0);
  const kind = useKind();
  const noun = useItemNoun().many;
  const own = of?.person === session.person && of?.log === session.history.present ? answer : null;
  const seen = useColdExample();
  const report = own ?? nowOf(seen, session);
  const why = failureNow(run, session) ?? failureNow(seen, session);
  return (
    <section className="card" data-target="lab-cold" aria-label="Cold start" data-testid="cold">
      <h2 aria-live="polite">{coldTitle(report, kind)}</h2>
      <p className="soft">
        What the model makes of this {kind} from the first few reviews alone; those of everybody else are all
        there.
      </p>
      {asking && (
        <Running
          done={progress?.done ?? 0}
          total={progress?.total ?? 1}
          text={`${plural(progress?.done ?? 0, 'run')} of ${progress ? count(progress.total) : '…'}`}
        />
      )}
      <Failed why={errorWords(why)}>This could not be worked out</Failed>
      {!report && !why && !asking && <Waiting>{WORKED_OUT}</Waiting>}
      {report && report.points.length > 1 && (
        <>
          <Panels title="Cold start" xLabel="own reviews known" panels={[panelOf(report, kind, noun)]} />
          <p className="soft">
            {plural(report.points.length, 'point')} in {milliseconds(report.milliseconds)}.
          </p>
        </>
      )}
      <div className="verbs">
        {unheard ? (
          <Button {...BEGIN} onClick={() => act(goAndReview)} data-testid="cold-write">
            Write a review first
          </Button>
        ) : (
          <Button {...BEGIN} onClick={() => act(runCold)} loading={asking} data-testid="cold-run">
            {own ? 'Once more' : 'Look at more points'}
          </Button>
        )}
      </div>
      <Fold summary="How it is measured">
        <p className="soft">
          At each point, up to {LEFT_OUT} of the reviews so far, evenly spread, are also left out one at a
          time: the more of the list (sorted by <Term name="choice score" />) stays, the more settled it is.
          Each point runs the whole model. What you see before pressing anything is the smallest case:{' '}
          {SMALLEST.points} points, and no review left out.
        </p>
      </Fold>
    </section>
  );
}

function panelOf(report: ColdReport, kind: string, noun: string): Panel {
  const { points } = report;
  const line = (value: (one: ColdReport['points'][number]) => number | null) =>
    points.flatMap((one) => {
      const y = value(one);
      return y === null ? [] : [{ x: one.known, value: y, low: y, high: y }];
    });
  const left = points.some(({ without }) => without !== null);
  return {
    key: 'cold',
    title: coldSettled(report),
    meaning: (
      <>
        The top ten against the final one, and the <Term name="keyword profile" /> against the final one (sum
        of the smaller weights): 1 means just as at the end.{' '}
        {left &&
          'With one review missing: the top ten against that of the same point with all of them, mean and range. '}
        All lists are sorted by choice score and hold only {noun} that this {kind} has not reviewed.
      </>
    ),
    yLabel: 'share, from 0 to 1',
    series: [
      {
        key: 'top',
        label: 'top ten',
        style: 0,
        band: false,
        points: line((one) => one.top),
      },
      {
        key: 'words',
        label: 'keyword profile',
        style: 1,
        band: false,
        points: line((one) => one.words),
      },
      ...(left
        ? [
            {
              key: 'without',
              label: 'top ten with one review missing',
              style: 2 as const,
              band: true,
              points: points.flatMap(({ known, without }) =>
                without ? [{ x: known, value: without.mean, low: without.low, high: without.high }] : [],
              ),
            },
          ]
        : []),
    ],
    holds: [0, 1],
    digits: 2,
  };
}
