import type { FactorFunction } from '../../engine/equations';
import type { Slip } from '../../lessons/checking';
import type { Lesson } from '../../lessons/lesson';
import type { LessonProblem } from '../../lessons/readLesson';
import type { LessonNotRead, OpenedFile } from '../../session/lessonSource';
import type { LessonRemark } from '../../session/lessonState';
import { count, listed, plural, short } from '../../ui/format';

const WHERE = (step: string | null, field: string): string =>
  step === null ? `Field ${field}` : `Step “${step}”, field ${field}`;

/** What is wrong with a lesson, in a sentence that names step and field. */
export function problemText(problem: LessonProblem): string {
  switch (problem.is) {
    case 'not-json':
      return `This is no JSON: ${problem.says}.`;
    case 'version':
      return `It is written for version ${problem.version} of the lesson format, which this page does not know. Load the page again for its newest version.`;
    case 'field':
      return `${WHERE(problem.step, problem.field)}: ${problem.says}.`;
    case 'unknown':
      return `${WHERE(problem.step, problem.field)}: there is no ${problem.what} called “${problem.name}”.`;
    case 'twice':
      return `Two steps are called “${problem.step}”.`;
    case 'not-here':
      return `${WHERE(problem.step, problem.field)}: there is no ${problem.what} “${problem.name}” here${problem.near.length > 0 ? `; there is ${listed(problem.near.map((name) => `“${name}”`))}` : ''}.`;
    case 'elsewhere':
      return `${WHERE(problem.step, problem.field)}: the value “${problem.name}” is of another data set.`;
    case 'circle':
      return `The value “${problem.name}” rests on itself.`;
  }
}

/** Why there is no lesson, and what can be done. */
export function failureText(failure: LessonNotRead): string {
  switch (failure.is) {
    case 'no-lesson':
      return `There is no lesson called “${failure.id}” here. Look at the link, or choose one from the list of lessons.`;
    case 'no-network':
      return 'The lesson could not be fetched: there is no connection. Connect, then load the page again.';
    case 'not-fetched':
      return `The lesson could not be fetched from ${failure.host}: there is no connection, no such file, or that server lets no other page read it (it would have to send “Access-Control-Allow-Origin”). Save the file, then open it from the page for teachers.`;
    case 'too-large':
      return `The file from ${failure.host} is larger than ${count(failure.most / 1000)} kB: that is no lesson.`;
    case 'no-file':
      return 'No lesson file is open in this tab. Open it once more from the page for teachers.';
    case 'damaged':
      return `This lesson cannot be shown: ${plural(failure.problems.length, 'thing')} in its file ${failure.problems.length === 1 ? 'is' : 'are'} not as the format asks.`;
  }
}

/** Why a file cannot be opened as a lesson. */
export function fileText(failure: Exclude<OpenedFile, { readonly lesson: Lesson }>): string {
  switch (failure.is) {
    case 'file-too-large':
      return `The file is larger than ${count(failure.most / 1000)} kB: that is no lesson.`;
    case 'not-kept':
      return 'The browser lets this page keep nothing, not even for this tab: put the file beside the other lessons of the site.';
    default:
      return failureText(failure);
  }
}

/** What to know of a lesson before one begins. */
export function remarkText(remark: LessonRemark): string {
  switch (remark.is) {
    case 'link':
      return `This lesson comes from ${remark.host}, and not with this page.`;
    case 'file':
      return `This lesson comes from a file of this device${remark.name && `, ${remark.name}`}, and not with this page.`;
    case 'version':
      return `It is written for version ${remark.version} of the lesson format: all of it can be read here.`;
    case 'model':
      return `It was written for another model (${remark.model}). The numbers are those of the model here; what it says about them may not fit.`;
    case 'no-step':
      return `The link names a step “${remark.step}” that is not in it: it begins at the first.`;
  }
}

/** What was done otherwise than the formula says. */
export function slipText({ is, what }: Slip): string {
  const name = what ? short(what.value) : '';
  switch (is) {
    case 'sign':
      return `Not yet: look at the sign of ${name}.`;
    case 'not-applied':
      return `Not yet: you took ${name} as it is, where the formula takes ${what?.apply ? applied(what.apply) : 'something of it'}.`;
    case 'left-out':
      return `Not yet: it looks as if ${name} was left out.`;
    case 'exchanged':
      return `Not yet: ${name} and what is left of 1 beside it have changed places.`;
    case 'term-left-out':
      return `Not yet: it looks as if the part with ${name} was left out.`;
    case 'term-subtracted':
      return `Not yet: the part with ${name} has the wrong sign.`;
    case 'outer':
      return 'Not yet: the sum is right; the last step, the curve around it, is missing.';
  }
}

const applied = (apply: FactorFunction): string => (apply === 'one-minus' ? '1 minus it' : `its ${apply}`);
