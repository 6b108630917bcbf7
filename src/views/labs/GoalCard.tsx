import { Button } from '@mantine/core';
import type { Scale } from '../../engine/start';
import { useGoalSeek } from '../../session/experiments';
import { applyGoal, chosenIn, MOST_TRIED, seekGoal, useLabs } from '../../session/labs';
import { useAct, useSession } from '../../session/part';
import type { SessionState } from '../../session/session';
import { milliseconds, plural } from '../../ui/format';
import { Failed } from '../../ui/Status';
import { Term } from '../../ui/Term';
import { errorWords } from '../shared/problemWords';
import { Apply } from './Apply';
import { GoalForm } from './GoalForm';
import { GoalTrace } from './GoalTrace';
import { BEGIN, Running } from './Running';
import { goalOutcome, goalTitle, netText } from './sentences';

const NONE: readonly Scale[] = [];

/** The smallest change of one review that brings an item into the top five of the list, sought by trying. */
export function GoalCard() {
  const act = useAct();
  const labs = useLabs();
  const view = useSession((s) => s.view);
  const aspects = useSession((s) => s.start?.dataset.aspects ?? NONE);
  const person = useSession((s) => s.person);
  const log = useSession((s) => s.history.present);
  const { goal, change } = chosenIn(labs, { view });
  const { asked, answer: report, progress, asking, failure } = useGoalSeek();
  // The report has all of it: the last progress may still be on its way.
  const shown = report ?? progress;
  const own = asked?.person === person;
  const applied = own && report?.entry != null && log.at(-1) === report.entry;
  const fits = own && asked?.log === log;
  const name = goalName(own && (report || asking) ? (asked?.goal ?? null) : goal, view);
  return (
    <section
      className="card"
      aria-label="Goal seek"
      data-testid="goal"
      data-reached={own && report ? report.reached : undefined}
      data-rank={own && report ? report.rank : undefined}
      data-choice={own && report ? report.choice : undefined}
    >
      <h2 aria-live="polite">{goalTitle(name, own ? report : null, own && asking)}</h2>
      <p className="soft">
        One review is changed step by step: a step of its rating, of one aspect, or one word that is typical
        of the goal. What counts is the <Term name="choice score" />, by which the list is sorted; the rating
        that is predicted for the goal may rise or fall with it. Each try runs the whole model; the step that
        helps most is kept, what proves needless is taken back. It finds a small change, not surely the
        smallest.
      </p>
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
          Nothing to bring up: all that is recommended stands in the top five, or nothing can change.
        </p>
      )}
      {asking && (
        <Running
          done={progress?.evaluations ?? 0}
          total={MOST_TRIED}
          text={`${plural(progress?.evaluations ?? 0, 'change')} tried, at most ${MOST_TRIED}`}
        />
      )}
      <Failed why={errorWords(failure)}>This could not be worked out</Failed>
      {own && asked && shown && (report || shown.steps.length > 0 || asking) && (
        <>
          <GoalTrace start={shown.start} steps={shown.steps} asked={asked} />
          {report ? (
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
    </section>
  );
}

/** Name of an item that is on the screen. */
function goalName(id: string | null, view: SessionState['view']): string {
  if (view?.item?.summary.id === id && view?.item) return view.item.summary.name;
  return view?.recommendations.find((one) => one.item.id === id)?.item.name ?? 'it';
}
