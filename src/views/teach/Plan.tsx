import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Lesson } from '../../lessons/lesson';
import { useAct, useSession } from '../../session/part';
import { chosenIn, haveLesson, useTeach } from '../../session/teach';
import classes from './Teach.module.css';

/** 3: what happens when, with what to ask the class; made from the lessons themselves. */
export function Plan() {
  const act = useAct();
  const text = useSession((s) => chosenIn(s).join());
  const lessons = useTeach((s) => s.lessons);
  useEffect(() => {
    for (const id of text.split(',')) if (id) void act(haveLesson(id));
  }, [act, text]);
  const chosen = text.split(',').flatMap((id) => lessons[id] ?? []);
  if (chosen.length === 0) return null;
  let minute = 0;
  return (
    <section className={`card ${classes.plan}`} aria-label="Plan of the hour" data-testid="teach-plan">
      <div className={classes.head}>
        <h2>3 · Plan of the hour</h2>
        <Button
          size="md"
          leftSection={<IconPrinter size={18} aria-hidden="true" />}
          onClick={() => print()}
          data-print="never"
        >
          Print the plan
        </Button>
      </div>
      {chosen.map((lesson) => {
        const from = minute;
        minute += lesson.minutes;
        return <OneLesson key={lesson.id} lesson={lesson} from={from} />;
      })}
    </section>
  );
}

function OneLesson({ lesson, from }: { readonly lesson: Lesson; readonly from: number }) {
  return (
    <section>
      <h3>
        <span className={classes.minutes}>
          {from}–{from + lesson.minutes} min
        </span>{' '}
        {lesson.title}
      </h3>
      <p className="soft">{lesson.about}</p>
      <ol className={classes.steps}>
        {lesson.steps.map(({ id, title, ask, teacher, check }) => (
          <li key={id}>
            <strong>{title}</strong>
            {ask && <span className={classes.tag}>predict</span>}
            {check && <span className={classes.tag}>on paper</span>}
            {teacher && <p>{teacher}</p>}
          </li>
        ))}
      </ol>
      <p>
        To be answered at the end: {lesson.questions[0]} · {lesson.questions[1]}
      </p>
    </section>
  );
}
