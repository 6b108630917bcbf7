import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import type { Lesson } from '../../lessons/lesson';
import { useAct, useSession } from '../../session/part';
import { chosenIn, haveLesson, useTeach } from '../../session/teach';
import { ARRIVE, timesOf } from './hour';
import classes from './Teach.module.css';

const TITLE = '3 · Plan of the hour';

/** What happens when, with what to ask the class; made from the lessons themselves. */
export function Plan() {
  const act = useAct();
  const text = useSession((s) => chosenIn(s).join());
  const lessons = useTeach((s) => s.lessons);
  useEffect(() => {
    for (const id of text.split(',')) if (id) void act(haveLesson(id));
  }, [act, text]);
  const chosen = text.split(',').flatMap((id) => lessons[id] ?? []);
  if (chosen.length === 0)
    return (
      <section className="card" aria-label="Plan of the hour" data-testid="teach-plan">
        <h2>{TITLE}</h2>
        <p className="soft">Choose a lesson above, and the hour stands here, minute by minute, to print.</p>
      </section>
    );
  const { begins, gather, ends } = timesOf(chosen);
  return (
    <section className={`card ${classes.plan}`} aria-label="Plan of the hour" data-testid="teach-plan">
      <div className={classes.head}>
        <h2>{TITLE}</h2>
        <Button
          size="md"
          leftSection={<IconPrinter size={18} aria-hidden="true" />}
          onClick={() => print()}
          data-print="never"
        >
          Print the plan
        </Button>
      </div>
      <Part from={0} to={ARRIVE} title="Arrive">
        <p>
          Show the code of the first link on the wall. Everybody opens it and writes nothing yet: names come
          at the end.
        </p>
      </Part>
      {chosen.map((lesson, k) => (
        <OneLesson key={lesson.id} lesson={lesson} from={begins[k]} />
      ))}
      <Part from={gather} to={ends} title="Gather the answers">
        <p>
          On the last step everybody writes a name and presses “Copy my answers”, then sends them to you: by
          mail, chat or a shared page. Paste all of it below, and look at the bars together.
        </p>
      </Part>
    </section>
  );
}

interface PartProps {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly children: ReactNode;
}

const Part = ({ from, to, title, children }: PartProps) => (
  <section>
    <h3>
      <span className={classes.minutes}>
        {from}–{to} min
      </span>{' '}
      {title}
    </h3>
    {children}
  </section>
);

function OneLesson({ lesson, from }: { readonly lesson: Lesson; readonly from: number }) {
  return (
    <Part from={from} to={from + lesson.minutes} title={lesson.title}>
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
    </Part>
  );
}
