import type { Lesson } from '../../lessons/lesson';
import { Foot } from './Foot';
import { Line, Lines } from './Line';
import classes from './Sheet.module.css';
import { SheetStep } from './SheetStep';
import type { Sheet } from './sheet';

interface Props extends Sheet {
  /** What an address calls the lesson. */
  readonly id: string;
  readonly lesson: Lesson;
}

/** What is printed. */
export function Paper({ id, lesson, ...sheet }: Props) {
  return (
    <article className={classes.paper} data-key={sheet.isKey}>
      <header>
        <h1>{lesson.title}</h1>
        {sheet.isKey ? (
          <p className={classes.keyMark}>Key, for the teacher</p>
        ) : (
          <p className={classes.name}>
            <span>Name</span>
            <span>Date</span>
          </p>
        )}
      </header>
      <p>{lesson.about}</p>
      <ol className={classes.steps}>
        {lesson.steps.map((step) => (
          <SheetStep key={step.id} step={step} lesson={lesson} {...sheet} />
        ))}
      </ol>
      <section className={classes.end}>
        <h2>At the end</h2>
        {lesson.questions.map((question) => (
          <div key={question} className={classes.question}>
            <p>
              <Line text={question} {...sheet} filled />
            </p>
            {!sheet.isKey && <Lines n={2} />}
          </div>
        ))}
      </section>
      <Foot id={id} lesson={lesson} isKey={sheet.isKey} />
    </article>
  );
}
