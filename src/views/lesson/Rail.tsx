import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconRotate } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Lesson, Step } from '../../lessons/lesson';
import { backToStep, nextLesson, stepBy, writeWords } from '../../session/lesson';
import { hourOf } from '../../session/lessonHour';
import { answerOf, isRevealed, stepOf, useLesson } from '../../session/lessonState';
import { useAct, useSession, useVerb } from '../../session/part';
import { TextBox } from '../../ui/TextBox';
import { LessonProblems } from '../shared/LessonProblems';
import { failureText, remarkText } from '../shared/lessonWords';
import { Asking } from './Asking';
import { Checks } from './Checks';
import { HandIn } from './HandIn';
import classes from './Lesson.module.css';
import { Said } from './Said';

/** A lesson beside the page: what it says, what it asks, and the way through it. */
export function Rail() {
  const lesson = useLesson((s) => s.lesson);
  const failure = useLesson((s) => s.failure);
  const [folded, setFolded] = useState(false);
  if (failure)
    return (
      <aside className={classes.rail} aria-label="Lesson" data-lesson-rail>
        <p role="alert">{failureText(failure)}</p>
        {failure.is === 'damaged' && <LessonProblems problems={failure.problems} />}
        <WayOut />
      </aside>
    );
  if (!lesson) return null;
  return (
    <aside className={classes.rail} aria-label="Lesson" data-lesson-rail data-folded={folded}>
      <button
        type="button"
        className={classes.fold}
        data-fold
        aria-expanded={!folded}
        onClick={() => setFolded(!folded)}
      >
        {folded ? 'Show the lesson' : 'Show the page'}
      </button>
      <Body lesson={lesson} />
    </aside>
  );
}

function Body({ lesson }: { readonly lesson: Lesson }) {
  const step = useLesson(stepOf);
  const missing = useSession((s) => s.start === null && s.failure !== null);
  if (!step) return null;
  return (
    <>
      <Place lesson={lesson} />
      <Remarks />
      {missing ? <Missing step={step} lesson={lesson} /> : <One key={step.id} step={step} lesson={lesson} />}
      {step === lesson.steps.at(-1) && <HandIn lesson={lesson} />}
      <Way lesson={lesson} missing={missing} />
    </>
  );
}

/** "One review · step 2 of 6" */
function Place({ lesson }: { readonly lesson: Lesson }) {
  const at = useLesson((s) => s.at);
  return (
    <header className={classes.place}>
      <p>
        {lesson.title}{' '}
        <span className="soft">
          · step {at + 1} of {lesson.steps.length}
        </span>
      </p>
      <progress max={lesson.steps.length} value={at + 1} aria-label="Progress through the lesson" />
    </header>
  );
}

/** Whose it is, and what may not fit. */
function Remarks() {
  const remarks = useLesson((s) => s.remarks);
  if (remarks.length === 0) return null;
  return (
    <p className="soft" data-testid="lesson-remarks">
      {remarks.map(remarkText).join(' ')}
    </p>
  );
}

const railOf = (part: Element | null): Element | null => part?.closest('[data-lesson-rail]') ?? null;

/** Scrolls the rail so that a part of it comes first, unless all that follows is to be seen as it is. */
function showFrom(part: Element | null): void {
  const rail = railOf(part);
  if (!part || !rail || rail.scrollHeight <= rail.clientHeight) return;
  const fold = rail.querySelector('[data-fold]')?.clientHeight ?? 0;
  const top = part.getBoundingClientRect().top - rail.getBoundingClientRect().top - fold;
  if (top > 0) rail.scrollBy({ top: top - 8 });
}

function One({ step, lesson }: { readonly step: Step; readonly lesson: Lesson }) {
  const record = useLesson((s) => s.record);
  const answer = answerOf({ record }, step);
  const revealed = isRevealed(step, answer);
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = useRef<HTMLDivElement>(null);
  const before = useRef(revealed);
  // Whoever goes on hears what this step is, and reads it from its first line.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    railOf(heading.current)?.scrollTo({ top: 0 });
  }, []);
  // Whoever has predicted sees the answer, and what follows from it: where there is little room, from the question on.
  useEffect(() => {
    if (revealed && !before.current) showFrom(asked.current);
    before.current = revealed;
  }, [revealed]);
  return (
    <section className={classes.step} data-testid="lesson-step" data-step={step.id}>
      <h2 ref={heading} tabIndex={-1}>
        {step.title}
      </h2>
      <Paragraphs said={step.say} />
      {step.ask && (
        <div ref={asked}>
          <Asking step={step} ask={step.ask} lesson={lesson} guess={answer.guess} />
        </div>
      )}
      {revealed && step.after && (
        <div aria-live="polite" data-testid="after">
          <Paragraphs said={step.after.say} />
        </div>
      )}
      {revealed && step.check && <Checks checks={step.check} typed={answer.typed ?? []} />}
      {revealed && step.write && <InWords question={step.write} written={answer.written ?? ''} />}
    </section>
  );
}

const Paragraphs = ({ said }: { readonly said: readonly string[] }) =>
  said.map((text) => (
    <p key={text}>
      <Said text={text} />
    </p>
  ));

function InWords({ question, written }: { readonly question: string; readonly written: string }) {
  const act = useAct();
  return (
    <TextBox
      label={<Said text={question} />}
      description="In your own words. It stays on this device until you copy it."
      rows={2}
      value={written}
      onChange={({ currentTarget }) => act(writeWords(currentTarget.value))}
      size="md"
    />
  );
}

/** A step of a data set that did not open: what it says would be of numbers that are not here. */
function Missing({ step, lesson }: { readonly step: Step; readonly lesson: Lesson }) {
  return (
    <section className={classes.step} data-testid="lesson-step" data-step={step.id}>
      <h2>{step.title}</h2>
      <p>
        This step needs the data set “{step.dataset ?? lesson.dataset}”, which did not open; the page says
        why. You can go back or on from here, and what you have answered is kept.
      </p>
      <Leave />
    </section>
  );
}

const Leave = () => (
  <p>
    <a href="?">Leave the lesson</a>
  </p>
);

/** Where there is no lesson to go through: on to the next of the hour, or out of it. */
function WayOut() {
  const act = useAct();
  const { next } = act(hourOf);
  return (
    <>
      {next !== null && (
        <div className={classes.buttons}>
          <Button size="md" variant="filled" onClick={() => act(nextLesson)}>
            Next lesson
          </Button>
        </div>
      )}
      <Leave />
    </>
  );
}

interface WayProps {
  readonly lesson: Lesson;
  /** Whether there is nothing on the page to come back to. */
  readonly missing: boolean;
}

/** Back and forward, and the way back from a free turn. */
function Way({ lesson, missing }: WayProps) {
  const act = useAct();
  const reset = useVerb(backToStep);
  const at = useLesson((s) => s.at);
  const kept = useLesson((s) => s.kept);
  const { next } = act(hourOf);
  const last = at === lesson.steps.length - 1;
  return (
    <footer className={classes.way}>
      <Button
        size="md"
        leftSection={<IconChevronLeft size={18} aria-hidden="true" />}
        disabled={at === 0}
        onClick={() => act(stepBy(-1))}
      >
        Back
      </Button>
      <Button
        size="md"
        variant="filled"
        rightSection={<IconChevronRight size={18} aria-hidden="true" />}
        disabled={last && next === null}
        onClick={() => act(stepBy(1))}
        data-testid="next-step"
        data-following={last && next !== null}
      >
        {last && next !== null ? 'Next lesson' : 'Next'}
      </Button>
      {!missing && (
        <Button
          size="md"
          variant="subtle"
          className={classes.again}
          leftSection={<IconRotate size={18} aria-hidden="true" />}
          title="Try whatever you like on the page; this brings it back to this step"
          onClick={reset}
          data-testid="back-to-step"
        >
          Back to this step
        </Button>
      )}
      {!kept && (
        <p className="soft" role="status">
          This browser keeps nothing: copy your answers before you close the page.
        </p>
      )}
    </footer>
  );
}
