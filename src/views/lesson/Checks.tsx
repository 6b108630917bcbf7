import { TextInput } from '@mantine/core';
import { judged, slipIn } from '../../lessons/checking';
import type { Step } from '../../lessons/lesson';
import { openLive, typeNumber } from '../../session/lesson';
import { useLesson } from '../../session/lessonState';
import { useAct } from '../../session/part';
import { slipText } from '../shared/lessonWords';
import classes from './Lesson.module.css';
import { Said } from './Said';

interface Props {
  readonly checks: NonNullable<Step['check']>;
  readonly typed: readonly string[];
}

/** Numbers worked out on paper, checked to so many digits. */
export function Checks({ checks, typed }: Props) {
  const act = useAct();
  const values = useLesson((s) => s.values);
  return (
    <div className={classes.checks}>
      {checks.map(({ label, value, digits = 3 }, k) => {
        const live = values[value];
        const text = typed[k] ?? '';
        const verdict = live && typeof live.value === 'number' ? judged(text, live.value, digits) : null;
        const slip = verdict?.is === 'wrong' && live?.opened ? slipIn(live.opened, text, digits) : null;
        return (
          <div key={label} className={classes.check} data-verdict={verdict?.is}>
            <TextInput
              label={<Said text={label} />}
              inputMode="text"
              autoComplete="off"
              size="md"
              value={typed[k] ?? ''}
              onChange={({ currentTarget }) => act(typeNumber(k, currentTarget.value))}
            />
            <p role="status">
              {verdict?.is === 'right' && (
                <>
                  ✓ To {digits} digits.{' '}
                  {live?.open && (
                    <button type="button" className="text-button" onClick={() => act(openLive(live))}>
                      Open the model’s own
                    </button>
                  )}
                </>
              )}
              {verdict?.is === 'near' && 'Close: look at the last digit.'}
              {verdict?.is === 'sign' && 'The size is right, the sign is not.'}
              {verdict?.is === 'wrong' && (slip ? slipText(slip) : 'Not yet.')}
              {verdict?.is === 'no-number' && 'Write a number, such as 0.123.'}
            </p>
          </div>
        );
      })}
    </div>
  );
}
