import { Button, Checkbox } from '@mantine/core';
import { IconFile, IconTable } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { aggregate, type Tally } from '../../lessons/aggregate';
import { readAnswers } from '../../lessons/handIn';
import type { Lesson } from '../../lessons/lesson';
import type { LessonRecord } from '../../lessons/record';
import { useAct, useVerb } from '../../session/part';
import { haveLesson, paste, useTeach } from '../../session/teach';
import { setSaving } from '../../session/verbs';
import { plural } from '../../ui/format';
import { TextBox } from '../../ui/TextBox';
import { AnswerTable } from './AnswerTable';
import { Guesses } from './Guesses';
import classes from './Teach.module.css';

/** 4: what the class handed in, counted and put beside what the model says. */
export function Answers() {
  const act = useAct();
  const pasted = useTeach((s) => s.pasted);
  const [anonymous, setAnonymous] = useState(true);
  const found = useMemo(() => readAnswers(pasted), [pasted]);
  const ids = [...new Set(found.records.map(({ lesson }) => lesson))].join();
  useEffect(() => {
    for (const id of ids.split(',')) if (id) void act(haveLesson(id));
  }, [act, ids]);
  const drop = async (files: FileList | null) => {
    const texts = await Promise.all(Array.from(files ?? [], (file) => file.text()));
    act(paste([pasted, ...texts].filter(Boolean).join('\n')));
  };
  return (
    <section
      className="card"
      aria-label="Answers of the class"
      data-testid="teach-answers"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void drop(event.dataTransfer.files);
      }}
    >
      <h2>4 · Gather the answers</h2>
      <p className="soft">
        Paste what your students sent you, all of it at once, or drop their files here. Nothing leaves this
        device, and it is gone when you close the page.
      </p>
      <TextBox
        aria-label="Answers of the class"
        placeholder="DReX Lab answers …"
        rows={3}
        maxRows={10}
        mt={10}
        value={pasted}
        onChange={({ currentTarget }) => act(paste(currentTarget.value))}
      />
      <div className={classes.buttons}>
        <label className={classes.files}>
          <IconFile size={18} aria-hidden="true" /> Choose files
          <input
            type="file"
            multiple
            accept=".txt,text/plain"
            onChange={({ currentTarget }) => void drop(currentTarget.files)}
          />
        </label>
      </div>
      {pasted.trim() !== '' && (
        <p role="status" className={classes.found}>
          {plural(found.records.length, 'hand-in')} read.
          {found.rubbish.length > 0 &&
            ` ${plural(found.rubbish.length, 'line')} could not be read and ${found.rubbish.length === 1 ? 'was' : 'were'} left out: ${found.rubbish
              .slice(0, 3)
              .map(({ line, text }) => `line ${line}, “${text.slice(0, 40)}”`)
              .join('; ')}${found.rubbish.length > 3 ? ' …' : ''}`}
        </p>
      )}
      {found.records.length > 0 && (
        <>
          <Checkbox
            size="md"
            label="Without names, to be shown to everybody"
            checked={anonymous}
            onChange={() => setAnonymous(!anonymous)}
          />
          {ids.split(',').map((id) => (
            <OfLesson key={id} id={id} records={found.records} anonymous={anonymous} />
          ))}
        </>
      )}
    </section>
  );
}

interface OfLessonProps {
  readonly id: string;
  readonly records: readonly LessonRecord[];
  readonly anonymous: boolean;
}

function OfLesson({ id, records, anonymous }: OfLessonProps) {
  const save = useVerb(setSaving(true));
  const lesson = useTeach((s) => s.lessons[id]);
  const values = useTeach((s) => s.values[id]);
  const own = records.filter((record) => record.lesson === id);
  if (!lesson)
    return <p className="soft">There is no lesson called “{id}” here: its answers cannot be counted.</p>;
  const known = Object.fromEntries(Object.entries(values ?? {}).map(([name, { value }]) => [name, value]));
  return (
    <section className={classes.ofLesson} aria-label={lesson.title} data-testid="teach-lesson">
      <h3>
        {lesson.title}: {plural(own.length, 'student')}
      </h3>
      <OtherModel records={own} lesson={lesson} />
      <div className={classes.tallies}>
        {aggregate(lesson, own, known).map((tally: Tally) => (
          <Guesses key={tally.step} tally={tally} lesson={lesson} values={values ?? {}} />
        ))}
      </div>
      <AnswerTable lesson={lesson} records={own} anonymous={anonymous} values={values ?? {}} />
      <div className={classes.buttons}>
        <Button size="md" leftSection={<IconTable size={18} aria-hidden="true" />} onClick={save}>
          Save the table as CSV
        </Button>
      </div>
    </section>
  );
}

/** Answers may have been given to another model than the lesson was written for: then they are not comparable. */
function OtherModel({
  records,
  lesson,
}: {
  readonly records: readonly LessonRecord[];
  readonly lesson: Lesson;
}) {
  const other = records.filter(({ model }) => model && !model.startsWith(lesson.model.slice(0, 12))).length;
  if (other === 0) return null;
  return (
    <p className="soft">
      {plural(other, 'hand-in')} come{other === 1 ? 's' : ''} from a page with another model: what it said may
      differ.
    </p>
  );
}
