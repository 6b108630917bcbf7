import type { LessonProblem } from '../../lessons/readLesson';
import { problemText } from './lessonWords';

/** All that is wrong with the file of a lesson, by step and field. */
export const LessonProblems = ({ problems }: { readonly problems: readonly LessonProblem[] }) => (
  <ul>
    {problems.map((problem) => (
      <li key={problemText(problem)}>{problemText(problem)}</li>
    ))}
  </ul>
);
