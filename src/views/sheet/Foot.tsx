import { QRCodeSVG } from 'qrcode.react';
import type { Lesson } from '../../lessons/lesson';
import { lessonAddress } from '../../session/lessonAddress';
import { OPENED_FILE } from '../../session/lessonSource';
import { useSession } from '../../session/part';
import classes from './Foot.module.css';

interface Props {
  readonly id: string;
  readonly lesson: Lesson;
  readonly isKey: boolean;
}

/** Where the lesson is, and which model its numbers are of. */
export function Foot({ id, lesson, isKey }: Props) {
  const dataset = useSession((s) => s.start?.dataset);
  if (!dataset) return null;
  const href = lessonAddress(document.baseURI, { id, dataset: lesson.dataset });
  const model = dataset.modelHash.slice(0, 12);
  return (
    <footer className={classes.foot}>
      {/* A file of this device has no address that another one could open. */}
      {id !== OPENED_FILE && <QRCodeSVG value={href} size={84} marginSize={0} title="Link of the lesson" />}
      <p>
        {id === OPENED_FILE ? <>From a file: {lesson.id}</> : <span className={classes.link}>{href}</span>}
        <br />
        {dataset.name} · model {model} · {lesson.minutes} minutes{isKey && ' · key'}
        {!dataset.modelHash.startsWith(lesson.model) && (
          <>
            <br />
            The lesson was written for model {lesson.model}: with this one its text may no longer fit its
            numbers.
          </>
        )}
      </p>
    </footer>
  );
}
