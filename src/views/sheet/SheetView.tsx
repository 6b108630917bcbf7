import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect } from 'react';
import { sheetAddress, sheetIn } from '../../session/lessonAddress';
import { useAct } from '../../session/part';
import { openSheet, useSheet } from '../../session/sheet';
import { LessonProblems } from '../shared/LessonProblems';
import { failureText } from '../shared/lessonWords';
import { Paper } from './Paper';
import classes from './Sheet.module.css';

/** A worksheet of a lesson, or the key to it: made to be printed. */
export default function SheetView() {
  const act = useAct();
  const asked = sheetIn(window.location);
  const id = asked?.id;
  const { lesson, failure, values, whole } = useSheet();
  useEffect(() => {
    if (id) void act(openSheet(id));
  }, [act, id]);
  if (!asked)
    return (
      <main className="view">
        <p className="card">The address names no lesson. Choose one on the page for teachers.</p>
      </main>
    );
  if (failure)
    return (
      <main className="view">
        <div className="card" role="alert">
          <p>{failureText(failure)}</p>
          {failure.is === 'damaged' && <LessonProblems problems={failure.problems} />}
        </div>
      </main>
    );
  if (!lesson) return <p className="soft loading-view">Fetching the lesson…</p>;
  const { key } = asked;
  const other = sheetAddress(window.location.href, { id: asked.id, dataset: lesson.dataset, key: !key });
  return (
    <main className={`view ${classes.view}`} data-print-alone data-testid="sheet" data-whole={whole}>
      <div className={classes.bar} data-print="never">
        <p>
          <strong>{key ? 'Key' : 'Worksheet'}</strong>{' '}
          <span className="soft">
            {whole ? 'One or two pages, A4 or Letter' : 'Working out the numbers of the model…'}
          </span>
        </p>
        <Button size="md" component="a" href={other}>
          {key ? 'To the worksheet' : 'To the key'}
        </Button>
        <Button
          size="md"
          variant="filled"
          disabled={!whole}
          leftSection={<IconPrinter size={18} aria-hidden="true" />}
          onClick={() => print()}
        >
          Print
        </Button>
      </div>
      <Paper id={asked.id} lesson={lesson} values={values} isKey={key} />
    </main>
  );
}
