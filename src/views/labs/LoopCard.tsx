import { Button } from '@mantine/core';
import { mutedIn } from '../../engine/edits';
import { useFeedbackLoop } from '../../session/experiments';
import { failureNow, nowOf, SMALLEST, useLoopExample } from '../../session/labExamples';
import { applyLoop, loopIn, runLoop, SEEDS, useLoop } from '../../session/loop';
import { useAct, useSession } from '../../session/part';
import { Panels } from '../../ui/curves/Panels';
import { Fold } from '../../ui/Fold';
import { count, milliseconds, plural } from '../../ui/format';
import { Failed, Waiting } from '../../ui/Status';
import { Term } from '../../ui/Term';
import { errorWords } from '../shared/problemWords';
import { useKind } from '../shared/useKind';
import { Apply } from './Apply';
import { LoopForm } from './LoopForm';
import { LoopPicks } from './LoopPicks';
import { loopPanels } from './loopPanels';
import { BEGIN, Running } from './Running';
import { loopTitle, WORKED_OUT } from './sentences';

/** What is shown of the smallest case. */
const AT_FIRST = new Set(['coverage', 'drift', 'rating']);

/** What becomes of a person who always takes the first recommendation, beside others who do not. */
export function LoopCard() {
  const act = useAct();
  const loop = useLoop();
  const session = useSession();
  const { start } = session;
  const log = session.history.present;
  const chosen = loopIn(loop, session);
  const run = useFeedbackLoop();
  const { asked, asking: running, progress, answer: report } = run;
  const own = asked !== null && asked.person === chosen.person;
  // The report has all of it: the last progress may still be on its way.
  const seen = useLoopExample();
  const example = own ? null : nowOf(seen, session);
  const why = failureNow(run, { person: chosen.person }) ?? (own ? null : failureNow(seen, session));
  const shown = own ? (report ?? progress) : example;
  const applied = own && report !== null && log.at(-1) === report.entries.at(-1);
  const fits = own && asked.log === log;
  const ofChosen = useKind();
  if (!start) return null;
  const kind = loop.who === 'chosen' ? ofChosen : 'person';
  const { counts, itemNoun, stateSize, rating } = start.dataset;
  const scale = { items: counts.items, noun: itemNoun.many, stateSize, rating, kind };
  return (
    <section
      data-target="lab-loop"
      className="card"
      aria-label="Feedback loop"
      data-testid="loop"
      data-person={own && report ? asked.person : undefined}
      data-list={own && report ? report.list.map(({ item }) => item).join(' ') : undefined}
    >
      <h2 aria-live="polite">{loopTitle(running && own ? null : shown, scale)}</h2>
      <p className="soft">
        Each round the {kind} takes the first {itemNoun.one} of the list and gives it a rating, without a
        word.
        {mutedIn(log).has('rating') && ' Ratings are muted everywhere, so the model sees none of these.'}
      </p>
      {running && (
        <Running
          done={progress?.done ?? 0}
          total={progress?.total ?? 1}
          text={`${plural(progress?.done ?? 0, 'review')} of ${progress ? count(progress.total) : '…'}`}
        />
      )}
      <Failed why={errorWords(why)}>This could not be worked out</Failed>
      {!shown && !own && !why && !running && loop.who === 'chosen' && chosen.rounds !== null && (
        <Waiting>{WORKED_OUT}</Waiting>
      )}
      {shown && (!own || running || report || shown.done > 0) && (
        <>
          <Panels
            title="Feedback loop"
            xLabel="rounds"
            panels={loopPanels(shown, scale).filter(({ key }) => own || AT_FIRST.has(key))}
          />
          <LoopPicks picks={shown.first.picks} />
          {!own ? null : report ? (
            <p className="soft" data-testid="loop-outcome">
              {plural(report.total, 'review')} in {milliseconds(report.milliseconds)}.
            </p>
          ) : (
            !running && <p className="soft">Stopped; this is how far it came.</p>
          )}
        </>
      )}
      <LoopForm />
      <div className="verbs">
        <Button
          {...BEGIN}
          onClick={() => act(runLoop)}
          loading={running}
          disabled={chosen.rounds === null}
          data-testid="loop-run"
        >
          Go through the rounds
        </Button>
        {chosen.rounds === null && (
          <span className="soft">
            Too few {itemNoun.many} are left that the {kind} has not reviewed.
          </span>
        )}
      </div>
      {own && report && (
        <Apply
          label="Add these reviews to the log"
          onApply={() => act(applyLoop)}
          fits={fits}
          testId="loop-apply"
          status={
            applied
              ? 'Added. Undo takes them back together.'
              : fits
                ? `The ${plural(report.entries.length, 'review')} of the one who takes the first.`
                : 'Your reviews have changed since; go through the rounds again.'
          }
        />
      )}
      <Fold summary="How it is compared">
        <p className="soft">
          The list is sorted by <Term name="choice score" />, and each review runs the whole model. To
          compare: {SEEDS.length} runs that begin alike but take something random from the whole list (seeded,
          so they repeat), as mean and range; and the starting list taken from the top, with nothing fed back.
          What you see before pressing anything is the smallest case: {SMALLEST.rounds} rounds, beside one
          such run.
        </p>
      </Fold>
    </section>
  );
}
