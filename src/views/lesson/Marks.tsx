import { answerOf, isRevealed, stepOf, useLesson } from '../../session/lessonState';
import { hiding, partsNamed } from '../shared/hiding';

/** Lights up and hides what the step names, by the names that the parts of the page say themselves. */
export function Marks() {
  const step = useLesson(stepOf);
  const record = useLesson((s) => s.record);
  if (!step) return null;
  const after = isRevealed(step, answerOf({ record }, step)) ? step.after : undefined;
  const hide = after?.hide ?? step.hide ?? [];
  const light = after?.light ?? step.light;
  return (
    <style>
      {hiding(hide)}
      {light &&
        `${partsNamed([light])} { outline: 3px solid var(--focus); outline-offset: 8px; border-radius: 6px; }
        ${partsNamed([light])}:is(.view, .column) { outline-offset: -2px; border-radius: 12px; }`}
    </style>
  );
}
