import '@mantine/core/styles/NumberInput.css';
import { Marks } from './Marks';
import { Rail } from './Rail';

/** A lesson on the page: its rail, and what it lights up and hides. */
export default function LessonPart() {
  return (
    <>
      <Marks />
      <Rail />
    </>
  );
}
