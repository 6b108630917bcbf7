import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Lesson } from '../../lessons/lesson';
import type { Target } from '../../lessons/targets';
import { stepBy } from '../../session/lesson';
import { withoutPresent } from '../../session/lessonAddress';
import { hourOf } from '../../session/lessonHour';
import { answerOf, isRevealed, stepOf, useLesson } from '../../session/lessonState';
import { choose, useAct } from '../../session/part';
import { usePresent } from '../../session/present';
import classes from './Present.module.css';
import { ringWhatIsClicked } from './ring';

/** What is scrolled of the words at once: not all, so that the last line read is found again. */
const PART = 0.8;

/** Scrolls the words on, or back; false where there is no more of them. */
function scrollWords(by: 1 | -1): boolean {
  const rail = document.querySelector('[data-lesson-rail]');
  if (!rail) return false;
  const left = by > 0 ? rail.scrollHeight - rail.clientHeight - rail.scrollTop : rail.scrollTop;
  if (left <= 2) return false;
  rail.scrollBy({ top: by * PART * rail.clientHeight });
  return true;
}

/** Scrolls the page on, or back, as far as what is lit up goes; false where there is no more of it. */
function scrollStage(by: 1 | -1, lit: Target | undefined): boolean {
  const box = lit && document.querySelector(`[data-target~="${lit}"]`)?.getBoundingClientRect();
  const page = document.documentElement;
  const bar = document.querySelector(`.${classes.bar}`)?.clientHeight ?? 0;
  const below = Math.max(0, page.scrollHeight - page.clientHeight - page.scrollTop);
  if (!box || (by > 0 ? Math.min(box.bottom + bar - innerHeight, below) : -box.top) <= 2) return false;
  scrollBy({ top: by * PART * (innerHeight - bar), behavior: 'instant' });
  return true;
}

/** For a projector: what is said, large, then the page that it speaks of, then the next step. */
export function Present() {
  const lesson = useLesson((s) => s.lesson);
  return lesson && <Panels lesson={lesson} />;
}

function Panels({ lesson }: { readonly lesson: Lesson }) {
  const act = useAct();
  const step = useLesson(stepOf);
  const at = useLesson((s) => s.at);
  const panel = usePresent((s) => s.panel);
  const record = useLesson((s) => s.record);
  const last = lesson.steps.length - 1;
  const { next } = act(hourOf);
  const after = step && isRevealed(step, answerOf({ record }, step)) ? step.after : undefined;
  const lit = after?.light ?? step?.light;

  useEffect(() => {
    const show = (next: 'words' | 'stage') => act(choose(usePresent, { panel: next }));
    const go = (by: 1 | -1) => {
      if (panel === 'words') {
        if (scrollWords(by)) return;
        if (by > 0) return show('stage');
        if (at === 0) return;
        act(stepBy(-1));
        return show('stage');
      }
      if (scrollStage(by, lit)) return;
      if (by < 0) return show('words');
      if (at === last && next === null) return;
      act(stepBy(1));
      show('words');
    };
    act(choose(usePresent, { step: go }));
    return () => act(choose(usePresent, { step: null }));
  }, [act, at, last, next, lit, panel]);

  useEffect(() => {
    document.documentElement.dataset.present = panel;
    return () => {
      delete document.documentElement.dataset.present;
    };
  }, [panel]);
  // A new step begins with its first line.
  useEffect(() => {
    if (step) document.querySelector('[data-lesson-rail]')?.scrollTo({ top: 0 });
  }, [step]);
  // So does the page, whenever it is shown.
  useEffect(() => {
    if (panel === 'stage') scrollTo({ top: 0 });
  }, [panel]);
  useEffect(ringWhatIsClicked, []);

  const go = usePresent((s) => s.step);
  if (!step) return null;
  return (
    <nav className={classes.bar} aria-label="Presentation" data-testid="present" data-panel={panel}>
      <Button
        leftSection={<IconChevronLeft size={24} aria-hidden="true" />}
        disabled={at === 0 && panel === 'words'}
        onClick={() => go?.(-1)}
        data-testid="present-back"
      >
        Back
      </Button>
      <p>
        <span className={classes.title}>{panel === 'stage' ? step.title : lesson.title}</span>
        <span className={classes.place}>
          step {at + 1} of {lesson.steps.length} · <a href={withoutPresent(location.href)}>stop presenting</a>
        </span>
      </p>
      <Button
        variant="filled"
        rightSection={<IconChevronRight size={24} aria-hidden="true" />}
        disabled={at === last && next === null && panel === 'stage'}
        onClick={() => go?.(1)}
        data-testid="present-on"
      >
        {panel === 'words' ? 'Look' : 'Next'}
      </Button>
    </nav>
  );
}
