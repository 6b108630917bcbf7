import { Button } from '@mantine/core';
import { IconDownload, IconFile, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import template from '../../../docs/lesson-template.json?raw';
import { saveFile } from '../../browser/files';
import type { Lesson } from '../../lessons/lesson';
import { missingSets } from '../../lessons/strangers';
import { useDatasets } from '../../session/evidence';
import { ownLessonAddress } from '../../session/lessonAddress';
import { OPENED_FILE, type OpenedFile, openLessonFile } from '../../session/lessonSource';
import { LessonProblems } from '../shared/LessonProblems';
import { fileText } from '../shared/lessonWords';
import { Papers } from './Papers';
import classes from './Teach.module.css';

/** 7: a lesson that somebody wrote. */
export function OwnLesson() {
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  const open = async (file: File | undefined) => setOpened(file ? await openLessonFile(file) : null);
  return (
    <section className="card" aria-label="A lesson of your own" data-testid="teach-own">
      <h2>7 · A lesson of your own</h2>
      <p className="soft">
        A lesson is a text file. Begin with the template, change it in any editor, open it here: what is not
        right is named by step and field. Put it on a web server to hand it out:{' '}
        <code>?lesson=https://…/my-lesson.json</code>
      </p>
      <div className={classes.buttons}>
        <label className={classes.files}>
          <IconFile size={18} aria-hidden="true" /> Open a lesson file
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              void open(currentTarget.files?.[0]);
              // The same file, mended, is another choice.
              currentTarget.value = '';
            }}
          />
        </label>
        <Button
          size="md"
          leftSection={<IconDownload size={18} aria-hidden="true" />}
          onClick={() => saveFile('my-lesson.json', template)}
        >
          Save the template
        </Button>
      </div>
      <div role="status">
        {opened && ('lesson' in opened ? <Ready {...opened} /> : <Refused opened={opened} />)}
      </div>
    </section>
  );
}

function Ready({ lesson }: { readonly lesson: Lesson }) {
  const { answer } = useDatasets();
  const missing = Array.isArray(answer)
    ? missingSets(
        lesson,
        answer.map(({ id }) => id),
      )
    : [];
  if (missing.length > 0)
    return (
      <div className={classes.found}>
        <p>“{lesson.title}” asks for data that are not here: it cannot be shown.</p>
        <LessonProblems problems={missing} />
      </div>
    );
  const at = { id: OPENED_FILE, dataset: lesson.dataset };
  return (
    <>
      <p className={classes.found}>“{lesson.title}” can be shown.</p>
      <div className={classes.buttons}>
        <Button
          size="md"
          variant="filled"
          component="a"
          href={ownLessonAddress(window.location.href, at)}
          leftSection={<IconPlayerPlay size={18} aria-hidden="true" />}
        >
          Begin it
        </Button>
        <Papers {...at} title={lesson.title} />
      </div>
    </>
  );
}

const Refused = ({ opened }: { readonly opened: Exclude<OpenedFile, { readonly lesson: Lesson }> }) => (
  <div className={classes.found}>
    <p>{fileText(opened)}</p>
    {opened.is === 'damaged' && <LessonProblems problems={opened.problems} />}
  </div>
);
