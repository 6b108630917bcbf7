import * as z from 'zod/mini';
import { isEdit } from '../engine/edits';
import type { LogEntry, SimulatedLog } from '../engine/simulatedLog';
import { LOG_SCHEMA } from './logFile';
import { reasonOf } from './reason';
import { salvage } from './salvage';

/** One thing that is wrong with an entry of a log. */
export interface LogProblem {
  /** Place of the entry, counted from 1. */
  readonly entry: number;
  /** Empty when the entry as a whole is meant. */
  readonly field: string;
  readonly what: string;
}

export interface ReadLog {
  readonly log: SimulatedLog;
  /** Place that each entry of `log` had, counted from 1. */
  readonly places: readonly number[];
  /** Null where it does not say. */
  readonly dataset: string | null;
  readonly modelHash: string | null;
  readonly created: string | null;
  readonly problems: readonly LogProblem[];
  /** Where the text stops being JSON, in words; null where it is sound. How much is missing cannot be told then. */
  readonly broken: string | null;
}

/** Why nothing can be read. */
export interface Unreadable {
  readonly refusal: string;
  /** Sound, but of a version of the page that is yet to come: not to be touched. */
  readonly newer: boolean;
}

/** The words of a schema: the small build of zod has none of its own. */
const must = (what: string) => ({
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? 'is missing' : `is not ${what}`),
});

const text = z.string(must('text'));
const name = z.string(must('text')).check(z.minLength(1, 'is empty'));
const number = z.nullable(z.number(must('a number or null')));
const numbers = z.array(number, must('a list'));
const yesOrNo = z.boolean(must('true or false'));

const reviewSchema = z.object({
  key: name,
  person: name,
  item: name,
  rating: number,
  aspects: numbers,
  text,
});

const editSchema = z.discriminatedUnion(
  'edit',
  [
    z.object({ edit: z.literal('delete'), key: name }),
    z.object({
      edit: z.literal('move'),
      key: name,
      by: z.union([z.literal(-1), z.literal(1)], must('-1 or 1')),
      side: z.enum(['user', 'item'], must('user or item')),
    }),
    z.object({
      edit: z.literal('change'),
      key: name,
      rating: number,
      aspects: numbers,
      text: z.nullable(text),
    }),
    z.object({
      edit: z.literal('mute'),
      key: z.nullable(name),
      modality: z.enum(['text', 'rating', 'aspects'], must('text, rating or aspects')),
      muted: yesOrNo,
    }),
    z.object({
      edit: z.literal('freeze'),
      side: z.enum(['user', 'item', 'both'], must('user, item or both')),
      gate: z.enum(['update', 'reset'], must('update or reset')),
      to: z.union([z.literal(0), z.literal(1), z.null()], must('0, 1 or null')),
    }),
    z.object({
      edit: z.literal('clamp'),
      side: z.enum(['user', 'item'], must('user or item')),
      d: z.number(must('a number')),
      to: number,
    }),
    z.object({
      edit: z.literal('counterpart'),
      with: z.union([z.literal('initial'), z.null()], must('initial or null')),
    }),
    z.object({ edit: z.literal('shuffle'), seed: number }),
  ],
  { error: 'is no edit that this page knows' },
);

const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : String(part))).join('');

function readEntry(value: unknown): LogEntry | Omit<LogProblem, 'entry'> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { field: '', what: 'is neither a review nor an edit' };
  const parsed = ('edit' in value ? editSchema : reviewSchema).safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return { field: pathOf(issue.path), what: issue.message };
}

const isProblem = (read: ReturnType<typeof readEntry>): read is Omit<LogProblem, 'entry'> => 'what' in read;

const refuse = (refusal: string, newer = false): Unreadable => ({ refusal, newer });

/** Reads what {@link writeLogFile} wrote, or what became of it. Never throws: what is wrong is left out and named. */
export function readLogFile(source: string): ReadLog | Unreadable {
  // Letters of two bytes, read as letters of one.
  if (/^.{0,3}(?:\{\0|\0\{)/.test(source)) return refuse('It is saved as UTF-16; save it as UTF-8.');
  let json: unknown;
  let broken: string | null = null;
  try {
    json = JSON.parse(source);
  } catch (error) {
    broken = reasonOf(error);
    json = salvage(source);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return refuse('It is no log of this page.');
  const { schema, dataset, modelHash, created, log } = json as Record<string, unknown>;
  if (typeof schema === 'number' && schema > LOG_SCHEMA)
    return refuse(
      `It was made by a newer version of this page (schema ${schema}, here ${LOG_SCHEMA}).`,
      true,
    );
  if (broken === null && schema !== LOG_SCHEMA)
    return refuse(`It is no log of this page: field schema is not ${LOG_SCHEMA}.`);
  if (!Array.isArray(log)) return refuse('Its field log is missing or not a list.');
  return {
    ...readEntries(log),
    dataset: typeof dataset === 'string' ? dataset : null,
    modelHash: typeof modelHash === 'string' ? modelHash : null,
    created: typeof created === 'string' ? created : null,
    broken,
  };
}

function readEntries(rows: readonly unknown[]): Pick<ReadLog, 'log' | 'places' | 'problems'> {
  const log: LogEntry[] = [];
  const places: number[] = [];
  const problems: LogProblem[] = [];
  const keys = new Set<string>();
  rows.forEach((row, index) => {
    const read = readEntry(row);
    const twice = !isProblem(read) && !isEdit(read) && keys.has(read.key);
    if (isProblem(read)) problems.push({ entry: index + 1, ...read });
    else if (twice) problems.push({ entry: index + 1, field: 'key', what: `“${read.key}” occurs twice` });
    else {
      if (!isEdit(read)) keys.add(read.key);
      log.push(read);
      places.push(index + 1);
    }
  });
  return { log, places, problems };
}

/** Reasons given in full; more would be a list that nobody reads. */
const REASONS = 12;

/** "entries 2, 5–7 and 9" */
function entriesOf(entries: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === entry) last[1] = entry;
    else runs.push([entry, entry]);
  }
  const named = runs.flatMap(([from, to]) =>
    to - from > 1 ? `${from}–${to}` : from === to ? from : [from, to],
  );
  const all = [named.slice(0, -1).join(', '), ...named.slice(-1)].filter((one) => one !== '').join(' and ');
  return `${entries.length === 1 ? 'entry' : 'entries'} ${all}`;
}

/**
 * What was left out and why: "3 of 9 entries were left out (entries 2 and 5, rating: is not a number; entry 7, …)." Every
 * entry is named.
 */
export function leftOut(problems: readonly LogProblem[], total: number): string {
  if (problems.length === 0) return '';
  const alike = new Map<string, number[]>();
  for (const { entry, field, what } of problems) {
    const reason = `${field && `, ${field}`}: ${what}`;
    alike.set(reason, [...(alike.get(reason) ?? []), entry]);
  }
  const named = [...alike].slice(0, REASONS).map(([reason, entries]) => `${entriesOf(entries)}${reason}`);
  const others = [...alike].slice(REASONS).flatMap(([, entries]) => entries);
  if (others.length > 0) named.push(`${entriesOf(others.sort((a, b) => a - b))}, for like reasons`);
  const were = problems.length === 1 ? 'was' : 'were';
  return `${problems.length} of ${total} entries ${were} left out (${named.join('; ')}).`;
}
