import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { copyText } from '../../browser/clipboard';
import { saveFile } from '../../browser/files';
import { handedIn } from '../../lessons/handIn';
import type { Lesson } from '../../lessons/lesson';
import { lessonLink, nameRecord, startLessonAfresh } from '../../session/lesson';
import { useLesson } from '../../session/lessonState';
import { useAct } from '../../session/part';
import { toldOf } from '../shared/guessWords';
import classes from './Lesson.module.css';

/** At the end: what was answered, to be handed in as text. */
export function HandIn({ lesson }: { readonly lesson: Lesson }) {
  const act = useAct();
  const record = useLesson((s) => s.record);
  const values = useLesson((s) => s.values);
  const [copied, setCopied] = useState<boolean | null>(null);
  const text = (): string => handedIn(record, { told: toldOf(lesson, values), link: act(lessonLink) });
  return (
    <section className={classes.handIn} aria-label="Your answers" data-testid="hand-in">
      <h3>Your answers</h3>
      <p className="soft">
        They are on this device and nowhere else. Copy them into a message to your teacher, or save them as a
        file.
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
