import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { copyText } from '../../browser/clipboard';
import { saveFile } from '../../browser/files';
import { handedIn } from '../../lessons/handIn';
import type { Lesson } from '../../lessons/lesson';
import { lessonLink, nameRecord, startLessonAfresh } from '../../session/lesson';
import { otherLessonAddress } from '../../session/lessonAddress';
import { type Earlier, earlierAnswers, hourOf } from '../../session/lessonHour';
import { useLesson } from '../../session/lessonState';
import { useAct } from '../../session/part';
import { toldOf } from '../shared/guessWords';
import classes from './Lesson.module.css';

interface Props {
  readonly lesson: Lesson;
}

/** At the end: what was answered, to be handed in as text; of an hour all of it, at the end of the last lesson. */
export function HandIn({ lesson }: Props) {
  const { next } = useAct()(hourOf);
  if (next === null) return <All lesson={lesson} />;
  return (
    <section className={classes.handIn} aria-label="Your answers" data-testid="hand-in">
      <p className="soft">
        Your answers are kept on this device. You hand them in at the end of the last lesson.
      </p>
    </section>
  );
}

function All({ lesson }: Props) {
  const act = useAct();
  const [earlier, setEarlier] = useState<readonly Earlier[]>([]);
  useEffect(() => {
    act(earlierAnswers).then(setEarlier, () => {});
  }, [act]);
  const record = useLesson((s) => s.record);
  const values = useLesson((s) => s.values);
  const [copied, setCopied] = useState<boolean | null>(null);
  const link = act(lessonLink);
  const text = (): string =>
    [
      ...earlier.map((one) => {
        // Who has written a name at the end had none before.
        const named = { ...one.record, name: record.name || one.record.name };
        return handedIn(named, {
          told: toldOf(one.lesson, {}),
          link: otherLessonAddress(link, one.lesson.id),
        });
      }),
      handedIn(record, { told: toldOf(lesson, values), link }),
    ].join('\n');
  return (
    <section className={classes.handIn} aria-label="Your answers" data-testid="hand-in">
      <h3>Your answers</h3>
      <p className="soft">
        They are on this device and nowhere else{earlier.length > 0 && ', with those of the lessons before'}.
        Copy them into a message to your teacher, or save them as a file.
      </p>
      <TextInput
        label="Name"
        size="md"
        maxLength={40}
        value={record.name}
        onChange={({ currentTarget }) => act(nameRecord(currentTarget.value))}
      />
      <div className={classes.buttons}>
        <Button
          size="md"
          variant="filled"
          leftSection={
            copied ? <IconCheck size={18} aria-hidden="true" /> : <IconCopy size={18} aria-hidden="true" />
          }
          onClick={() => void copyText(text()).then(setCopied)}
        >
          {copied ? 'Copied' : 'Copy my answers'}
        </Button>
        <Button
          size="md"
          leftSection={<IconDownload size={18} aria-hidden="true" />}
          onClick={() =>
            saveFile(`drex-${lesson.id}-answers.txt`, new Blob([text()], { type: 'text/plain' }))
          }
        >
          Save as a file
        </Button>
        <Button
          size="md"
          variant="subtle"
          leftSection={<IconTrash size={18} aria-hidden="true" />}
          onClick={() => act(startLessonAfresh)}
        >
          Start afresh on this device
        </Button>
      </div>
      {copied === false && (
        <label className={classes.byHand}>
          The browser does not let this page copy. Mark the text and copy it yourself.
          <textarea
            readOnly
            rows={8}
            value={text()}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </label>
      )}
    </section>
  );
}
