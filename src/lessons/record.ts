import type { Guess } from './outcome';

/** What somebody did in a step. */
export interface Answer {
  /** What was predicted; it cannot be taken back once the model has answered. */
  readonly guess?: Guess;
  /** Numbers worked out on paper, as they were typed, one for each check. */
  readonly typed?: readonly string[];
  /** What was written in own words. */
  readonly written?: string;
}

/** What somebody did in a lesson; all of it stays on their device until they copy it. */
export interface LessonRecord {
  readonly lesson: string;
  /** As the link has it, or as they wrote it; empty where they gave none. */
  readonly name: string;
  /** First digits of the hash of the model that answered. */
  readonly model: string;
  /** Id of the step they were on. */
  readonly step: string;
  /** By the id of the step. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** A record of which nothing is known yet. */
export const emptyRecord = (lesson: string, name: string, model: string): LessonRecord => ({
  lesson,
  name,
  model,
  step: '',
  answers: {},
});

/** With something more of a step. A prediction stays as it was first made. */
export function withAnswer(record: LessonRecord, step: string, more: Answer): LessonRecord {
  const before = record.answers[step] ?? {};
  const guess = before.guess ?? more.guess;
  const answer = { ...before, ...more, ...(guess !== undefined && { guess }) };
  return { ...record, answers: { ...record.answers, [step]: answer } };
}
