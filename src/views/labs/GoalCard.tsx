import { Button } from '@mantine/core';
import type { GoalRequest } from '../../engine/questions/goalSeek';
import type { Scale } from '../../engine/start';
import { useGoalSeek } from '../../session/experiments';
import { failureNow, nowOf, SMALLEST, useGoalExample } from '../../session/labExamples';
import { applyGoal, chosenIn, MOST_TRIED, seekGoal, useLabs } from '../../session/labs';
import { useAct, useSession } from '../../session/part';
import type { SessionState } from '../../session/session';
import { Fold } from '../../ui/Fold';
import { milliseconds, plural } from '../../ui/format';
import { Failed, Waiting } from '../../ui/Status';
import { Term } from '../../ui/Term';
import { errorWords } from '../shared/problemWords';
import { Apply } from './Apply';
import { GoalForm } from './GoalForm';
import { GoalTrace } from './GoalTrace';
import { BEGIN, Running } from './Running';
import { goalOutcome, goalTitle, netText, WORKED_OUT } from './sentences';

const NONE: readonly Scale[] = [];

/** The smallest change of one review that brings an item into the top five of the list, sought by trying. */
export function GoalCard() {
  const act = useAct();
  const labs = useLabs();
  const session = useSession();
  const { view, person } = session;
  const log = session.history.present;
  const aspects = session.start?.dataset.aspects ?? NONE;
  const { goal, change } = chosenIn(labs, { view });
  const run = useGoalSeek();
  const { asked, answer: report, progress, asking } = run;
  // The report has all of it: the last progress may still be on its way.
  const own = asked?.person === person;
  const seen = useGoalExample();
  const example = own ? null : nowOf(seen, session);
  const why = failureNow(run, session) ?? (own ? null : failureNow(seen, session));
  const shown = own ? (report ?? progress) : example;
  const applied = own && report?.entry != null && log.at(-1) === report.entry;
  const fits = own && asked?.log === log;
  const about = own ? asked : example && seen.of;
  const name = goalName(
    example ? (seen.of?.goal ?? null) : own && (report || asking) ? asked.goal : goal,
    view,
  );
  return (
    <section
      data-target="lab-goal"
      className="card"
      aria-label="Goal seek"
      data-testid="goal"
      data-reached={own && report ? report.reached : undefined}
      data-rank={own && report ? report.rank : undefined}
      data-choice={own && report ? report.choice : undefined}
    >
      <h2 aria-live="polite">{goalTitle(name, own ? report : example, own && asking)}</h2>
      <p className="soft">
        One review is changed step by step: a step of its rating, of one aspect, or one word that is typical
        of the goal.
      </p>
      {asking && (
        <Running
          done={progress?.evaluations ?? 0}
          total={MOST_TRIED}
          text={`${plural(progress?.evaluations ?? 0, 'change')} tried, at most ${MOST_TRIED}`}
        />
      )}
      <Failed why={errorWords(why)}>This could not be worked out</Failed>
      {!about && !why && !asking && goal && change && <Waiting>{WORKED_OUT}</Waiting>}
      {about && shown && (!own || report || shown.steps.length > 0 || asking) && (
        <>
          <GoalTrace start={shown.start} steps={shown.steps} asked={about} />
          {example && (
            <p className="soft" data-testid="goal-example">
              {goalOutcome(example)} {plural(example.evaluations, 'change')} of{' '}
              {reviewName(seen.of?.change, view)} tried in {milliseconds(example.milliseconds)}.
            </p>
          )}
          {!own ? null : report ? (
            <p className="soft" data-testid="goal-outcome">
              {report.entry && <strong>In all: {netText(report.steps, aspects)}. </strong>}
              {goalOutcome(report)} {plural(report.evaluations, 'change')} tried in{' '}
              {milliseconds(report.milliseconds)}.
            </p>
          ) : (
            !asking && <p className="soft">Stopped; this is how far it came.</p>
          )}
        </>
      )}
      {own && report?.entry && (
        <Apply
          label="Apply"
          onApply={() => act(applyGoal)}
          fits={fits}
          testId="goal-apply"
          status={
            applied
              ? 'Applied. Undo takes it back.'
              : fits
                ? 'Adds the change to your reviews and edits.'
                : 'Your reviews have changed since; look again.'
          }
        />
      )}
      {goal && change ? (
        <>
          <GoalForm goal={goal} change={change} />
          <div className="verbs">
            <Button {...BEGIN} onClick={() => act(seekGoal)} loading={asking} data-testid="goal-seek">
              Look for a change
            </Button>
          </div>
        </>
      ) : (
        <p className="soft">
          Nothing to bring up: everything recommended is in the top five already, or nothing can be changed.
        </p>
      )}
      <Fold summary="How it is sought">
        <p className="soft">
          What counts is the <Term name="choice score" />, by which the list is sorted; the rating that is
          predicted for the goal may rise or fall with it. Each try runs the whole model; the step that helps
          most is kept, and steps that turn out needless are taken back. It finds a small change; there may be
          a smaller one. What you see before pressing anything is the smallest case: at most {SMALLEST.tried}{' '}
          tries.
        </p>
      </Fold>
    </section>
  );
}

/** The review that may change, and what it is of. */
function reviewName(change: GoalRequest['change'] | undefined, view: SessionState['view']): string {
  if (!change) return '';
  if ('item' in change)
    return `a ${view?.person.history.length === 0 ? 'first' : 'new'} review of ${goalName(change.item, view)}`;
  return `the review of ${view?.person.history.find(({ key }) => key === change.key)?.itemName ?? change.key}`;
}

/** Name of an item that is on the screen. */
function goalName(id: string | null, view: SessionState['view']): string {
  if (view?.item?.summary.id === id && view?.item) return view.item.summary.name;
  return view?.recommendations.find((one) => one.item.id === id)?.item.name ?? 'it';
}
