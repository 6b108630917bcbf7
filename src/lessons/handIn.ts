import type { Guess } from './outcome';
import { type Answer, emptyRecord, type LessonRecord, withAnswer } from './record';

/**
 * Answers as a text that a person reads and this page reads again, whatever a mail program did to it: a line for each thing,
 * each with its name.
 */

const FIRST = 'DReX Lab answers';
const LAST = 'End of the answers';

/** What the lines are called. */
const LINE = /^(lesson|name|model|link|step [a-z0-9-]+, (?:prediction|number \d+|words)): ?(.*)$/;

/** On one line: line ends as ⏎. */
const flat = (text: string): string =>
  text
    .replaceAll('⏎', ' ')
    .replace(/\s*\r?\n\s*/g, ' ⏎ ')
    .trim();
const unflat = (text: string): string => text.replace(/ ?⏎ ?/g, '\n');

/** A prediction: what the page reads, then in brackets what a person reads. */
function guessLine(guess: Guess, told: string): string {
  const plain = Array.isArray(guess) ? guess.map((place) => place + 1).join(' ') : `${guess}`;
  return `${plain}${told && told !== plain ? ` [${flat(told).replace(/[[\]]/g, '')}]` : ''}`;
}

/**
 * A record as text.
 * @param told what a prediction is in words, by the id of its step
 */
export function handedIn(
  record: LessonRecord,
  { told, link }: { readonly told: (step: string, guess: Guess) => string; readonly link: string },
): string {
  const answers = Object.entries(record.answers).flatMap(([step, { guess, typed = [], written }]) => [
    ...(guess === undefined ? [] : [`step ${step}, prediction: ${guessLine(guess, told(step, guess))}`]),
    ...typed.flatMap((one, k) => (one.trim() ? [`step ${step}, number ${k + 1}: ${flat(one)}`] : [])),
    ...(written?.trim() ? [`step ${step}, words: ${flat(written)}`] : []),
  ]);
  return [
    FIRST,
    `lesson: ${record.lesson}`,
    `name: ${flat(record.name)}`,
    `model: ${record.model}`,
    ...answers,
    `link: ${link}`,
    LAST,
    '',
  ].join('\n');
}

/** What was found in a text that somebody pasted. */
export interface Found {
  readonly records: readonly LessonRecord[];
  /** Lines that are none of answers, by their number from 1; empty lines and quotation marks of mails are no matter. */
  readonly rubbish: readonly { readonly line: number; readonly text: string }[];
}

/** Reads the answers of any number of people; rubbish between them is named, and what is good is kept. */
export function readAnswers(pasted: string): Found {
  const records: LessonRecord[] = [];
  const rubbish: { line: number; text: string }[] = [];
  let open: LessonRecord | null = null;
  const close = () => {
    if (open?.lesson) records.push(open);
    open = null;
  };
  pasted.split(/\r?\n/).forEach((raw, k) => {
    // Mails quote with >.
    const text = raw.replace(/^(?:\s*>)+\s?/, '').trim();
    if (text === '') return;
    if (text === FIRST) {
      close();
      open = emptyRecord('', '', '');
      return;
    }
    if (text === LAST && open) {
      close();
      return;
    }
    const [, what, said] = LINE.exec(text) ?? [];
    const next: LessonRecord | null = open && what ? withLine(open, what, said) : null;
    if (next) open = next;
    else rubbish.push({ line: k + 1, text });
  });
  close();
  return { records, rubbish };
}

function withLine(record: LessonRecord, what: string, said: string): LessonRecord | null {
  if (what === 'lesson') return /^[a-z][a-z0-9-]*$/.test(said) ? { ...record, lesson: said } : null;
  if (what === 'name' || what === 'model') return { ...record, [what]: said };
  if (what === 'link') return record;
  const [, step, kind] = /^step ([a-z0-9-]+), (.*)$/.exec(what) ?? [];
  const answer = answerIn(kind, said, record.answers[step] ?? {});
  return answer && withAnswer(record, step, answer);
}

function answerIn(kind: string, said: string, before: Answer): Answer | null {
  if (kind === 'words') return { written: unflat(said) };
  if (kind === 'prediction') {
    const plain = said.replace(/ \[[^\]]*\]$/, '');
    return plain === '' ? null : { guess: guessIn(plain) };
  }
  const place = Number(kind.replace('number ', '')) - 1;
  if (!(place >= 0 && place < 20)) return null;
  const typed = [...(before.typed ?? [])];
  typed[place] = said;
  return { typed: Array.from(typed, (one) => one ?? '') };
}

/** "3" is a number, "2 1 3" an order, all else a word. */
function guessIn(plain: string): Guess {
  if (/^\d+(?: \d+)+$/.test(plain)) return plain.split(' ').map((place) => Number(place) - 1);
  const number = Number(plain);
  return Number.isFinite(number) ? number : plain;
}
