import type { Lesson, Step } from '../../lessons/lesson';
import type { Live } from '../../lessons/live';
import type { LessonRecord } from '../../lessons/record';
import { DataTable } from '../../ui/figure/DataTable';
import type { Column } from '../../ui/figure/figure';
import { guessWords } from '../shared/guessWords';

interface Props {
  readonly lesson: Lesson;
  readonly records: readonly LessonRecord[];
  readonly anonymous: boolean;
  readonly values: Readonly<Record<string, Live>>;
}

interface Row {
  readonly who: string;
  readonly record: LessonRecord;
}

/** Everything that everybody answered: a row for each student. */
export function AnswerTable({ lesson, records, anonymous, values }: Props) {
  const rows = records.map(
    (record, k): Row => ({ who: anonymous || !record.name ? `Student ${k + 1}` : record.name, record }),
  );
  const columns: Column<Row>[] = [
    { head: 'Student', value: ({ who }) => who },
    ...lesson.steps.flatMap((step) => columnsOf(step, values)),
  ];
  return (
    <DataTable
      title={`Answers to “${lesson.title}”`}
      summary=""
      columns={columns}
      rows={rows}
      words={2}
      scroll={`Answers to ${lesson.title}`}
      keyOf={({ who, record }) => `${who} ${record.name}`}
      testId="answer-table"
    />
  );
}

function columnsOf(step: Step, values: Props['values']): Column<Row>[] {
  const { id, title, ask, check = [], write } = step;
  const answer = ({ record }: Row) => record.answers[id];
  return [
    ...(ask
      ? [
          {
            head: title,
            value: (row: Row) => {
              const guess = answer(row)?.guess;
              return guess === undefined ? '' : guessWords(ask, guess, values);
            },
          },
        ]
      : []),
    ...check.map((_, k) => ({
      head: `${title}, number ${k + 1}`,
      value: (row: Row) => answer(row)?.typed?.[k] ?? '',
    })),
    ...(write ? [{ head: `${title}, in words`, value: (row: Row) => answer(row)?.written ?? '' }] : []),
  ];
}
