import '@mantine/core/styles/NumberInput.css';
import { presents } from '../../session/lessonAddress';
import { Marks } from './Marks';
import { Present } from './Present';
import { Rail } from './Rail';

/** Whether this page was opened to be shown to a class. */
const PRESENTS = presents(location);

/** A lesson on the page: its rail, and what it lights up and hides. */
export default function LessonPart() {
  return (
    <>
      <Marks />
      <Rail />
      {PRESENTS && <Present />}
    </>
  );
}
