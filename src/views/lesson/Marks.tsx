import { useEffect } from 'react';
import type { Target } from '../../lessons/targets';
import { answerOf, isRevealed, stepOf, useLesson } from '../../session/lessonState';
import { hiding, partsNamed } from '../shared/hiding';
import { lookAt } from './lookAt';

/** All of Explore. */
const COLUMNS: readonly Target[] = ['who', 'list', 'middle'];
const BAR: readonly Target[] = ['nav', 'actions', 'menu'];

/** Lights up and hides what the step names, by the names that the parts of the page say themselves. */
export function Marks() {
  const step = useLesson(stepOf);
  const record = useLesson((s) => s.record);
  const after = step && isRevealed(step, answerOf({ record }, step)) ? step.after : undefined;
  const hide = after?.hide ?? step?.hide ?? [];
  const light = after?.light ?? step?.light;
  const id = step?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is looked at anew
  useEffect(() => (light ? lookAt(light) : undefined), [light, id, after]);
  if (!step) return null;
  const state = after?.state ?? step.state;
  // Where the whole view is hidden until something is predicted, its room is the lesson’s.
  const blank = hide.some((name) => name === state.view) || COLUMNS.every((name) => hide.includes(name));
  // On a phone nothing is left of a bar without these.
  const bare = BAR.every((name) => hide.includes(name));
  return (
    <style>
      {hiding(hide)}
      {blank && '@media (width < 760px) { [data-lesson-rail][data-lesson-rail] { max-height: 100dvh; } }'}
      {bare && '@media (width < 760px) { #root > header { display: none; } }'}
      {light &&
        `${partsNamed([light])} { outline: 3px solid var(--focus); outline-offset: 8px; border-radius: 6px; }
        ${partsNamed([light])}:is(.view, .column) { outline-offset: -2px; border-radius: 12px; }`}
    </style>
  );
}
