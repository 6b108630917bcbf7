import type { Lesson, Step } from '../../lessons/lesson';
import { Line, Lines } from './Line';
import classes from './Sheet.module.css';
import { SheetAsk } from './SheetAsk';
import { SheetChecks } from './SheetChecks';
import { inShort, type Sheet } from './sheet';

interface Props extends Sheet {
  readonly step: Step;
  readonly lesson: Lesson;
}

/** A step: on the sheet what is asked, with room for the answer; on the key the answer, and what to ask the class. */
export function SheetStep({ step, lesson, ...sheet }: Props) {
  const { title, say, ask, after, check, write, teacher, dataset = lesson.dataset } = step;
  const { isKey } = sheet;
  // Numbers of a step that is worked out on paper are given; elsewhere they are read off the page.
  const filled = isKey || Boolean(check);
  return (
    <li className={classes.step} data-step={step.id}>
      <h2>{title}</h2>
      {dataset !== lesson.dataset && (
        <p className={classes.aside}>This step is about another data set: {dataset}.</p>
      )}
      {inShort(isKey && after ? after.say : say).map((text) => (
        <p key={text}>
          <Line text={text} {...sheet} filled={filled} />
        </p>
      ))}
      {ask && <SheetAsk ask={ask} lesson={lesson} {...sheet} />}
      {check && <SheetChecks checks={check} {...sheet} />}
      {write && (
        <div className={classes.question}>
          <p>
            <Line text={write} {...sheet} filled />
          </p>
          {!isKey && <Lines n={3} />}
        </div>
      )}
      {isKey && teacher && <p className={classes.aside}>{teacher}</p>}
    </li>
  );
}
