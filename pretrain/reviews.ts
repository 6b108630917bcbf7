import { DataError } from '../src/data/errors';
import type { Side } from '../src/vocabulary';
import { cleanText } from './clean-text';
import { isLongNumber, parseExact } from './exact-json';
import { checkIsLines, ROW_SHAPE, whyNoJson } from './not-lines';
import { gatherProblems } from './problems';
import { type Repeats, withoutRepeats } from './repeats';
import type { Review } from './review';
import { isTable, rowProblem, TABLE_SHAPE, tableRecords } from './table-rows';
import { readLines } from './text-file';
import { toSeconds } from './times';

export interface ReviewRules {
  readonly rating: { readonly min: number; readonly max: number } | null;
  /** Known aspects; null accepts any. */
  readonly aspects: readonly { readonly field: string; readonly min: number; readonly max: number }[] | null;
  /** Left out, the same user and item on two lines is refused. */
  readonly repeats?: Repeats;
}

/** Takes what is worth knowing of a file that is sound: what was read, and what was not. */
type Say = (note: string) => void;

const FIELDS = new Set(['user', 'item', 'rating', 'aspects', 'text', 'time', 'seq']);
const FREE: ReviewRules = { rating: null, aspects: null };
/** Ignored fields named in full. */
const NAMED = 12;

/**
 * Reads reviews, one JSON object a line or a table whose first row names the columns, gzip or plain.
 * @throws DataError naming file and lines for all that does not fit.
 */
export const readReviews = (file: string, rules: ReviewRules = FREE, say: Say = () => {}): Review[] =>
  reviewsOf(file, readLines(file), rules, say);

/** Parses the text of a review file; `file` is for messages only. */
export const parseReviews = (
  file: string,
  content: string,
  rules: ReviewRules,
  say: Say = () => {},
): Review[] => reviewsOf(file, content.split('\n'), rules, say);

function reviewsOf(file: string, lines: readonly string[], rules: ReviewRules, say: Say): Review[] {
  const problems = gatherProblems(file);
  const ignored = new Map<string, number>();
  const rows: Review[] = [];
  const take = (row: Row | null) => {
    if (!row) return;
    rows.push(row.review);
    for (const field of row.ignored) ignored.set(field, (ignored.get(field) ?? 0) + 1);
  };
  if (isTable(lines)) {
    const records = tableRecords(file, lines, (line, what) => problems.add(line, ...rowProblem(what)));
    for (const { line, record } of records) take(readRecord(record, line, TABLE_SHAPE, rules, problems.add));
    if (records.length + problems.count === 0)
      throw new DataError(file, '', 'it holds no interactions', TABLE_SHAPE);
  } else {
    checkIsLines(file, lines);
    lines.forEach((raw, index) => {
      if (raw.trim() !== '') take(readRow(raw, index + 1, index === lines.length - 1, rules, problems.add));
    });
  }
  problems.throwAny();
  const times = toSeconds(file, rows, say);
  const timed = rows.map((row, k) => (row.time === times[k] ? row : { ...row, time: times[k] }));
  const reviews = withoutRepeats(file, timed, rules.repeats ?? 'refuse', say);
  say(`${file}: ${sizesOf(reviews)}`);
  if (ignored.size > 0) say(`${file}: ignored ${ignoredFields(ignored)}`);
  const absent = (rules.aspects ?? [])
    .map(({ field }) => field)
    .filter((field) => !reviews.some(({ aspects }) => Object.hasOwn(aspects, field)));
  if (absent.length > 0) say(`${file}: no line has ${absent.map((field) => `aspects.${field}`).join(', ')}`);
  return reviews;
}

const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** "240 interactions, 40 people, 12 items" */
const sizesOf = (reviews: readonly Review[]): string =>
  [
    counted(reviews.length, 'interaction'),
    counted(new Set(reviews.map((r) => r.user)).size, 'person', 'people'),
    counted(new Set(reviews.map((r) => r.item)).size, 'item'),
  ].join(', ');

/** "240 × helpful_votes, 3 × verified" */
function ignoredFields(counts: ReadonlyMap<string, number>): string {
  const most = [...counts].sort(([, n], [, m]) => m - n);
  const named = most.slice(0, NAMED).map(([field, n]) => `${n.toLocaleString('en')} × ${field}`);
  return named.join(', ') + (most.length > NAMED ? ` and ${most.length - NAMED} more fields` : '');
}

interface Row {
  readonly review: Review;
  /** Fields that nobody asked for. */
  readonly ignored: readonly string[];
}

type Add = (line: number, kind: string, problem: string, remedy: string) => void;

/** One line of JSON; null where something is wrong with it, which `add` is told. */
function readRow(raw: string, line: number, last: boolean, rules: ReviewRules, add: Add): Row | null {
  const fail = (kind: string, problem: string, remedy = ROW_SHAPE): null => {
    add(line, kind, problem, remedy);
    return null;
  };
  let read: ReturnType<typeof parseExact>;
  try {
    read = parseExact(raw);
  } catch {
    const { kind, what, remedy } = whyNoJson(raw, last);
    return fail(kind, what, remedy);
  }
  if (!isObject(read.value)) return fail('no object', 'it is not a JSON object');
  if (read.twice !== null)
    return fail('twice', `field "${read.twice}" stands twice, with different values`, 'Keep one of them.');
  return readRecord(read.value, line, ROW_SHAPE, rules, add);
}

/** What a line or a row of a table holds, by field; null where something is wrong with it, which `add` is told. */
function readRecord(value: object, line: number, shape: string, rules: ReviewRules, add: Add): Row | null {
  let sound = true;
  const fail = (kind: string, problem: string, remedy = shape): null => {
    add(line, kind, problem, remedy);
    sound = false;
    return null;
  };
  const record = new Map<string, unknown>(Object.entries(value));
  const missing = ['user', 'item'].filter((field) => !record.has(field));
  if (missing.length > 0) {
    const found = [...record.keys()].slice(0, NAMED).join(', ') || 'none';
    return fail(
      `missing ${missing}`,
      `${missing.map((field) => `field "${field}"`).join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing; found: ${found}`,
      "Needed are user and item. Rename the fields, for instance: jq -c '. + {user: .reviewerID, item: .asin}'",
    );
  }

  const id = (field: Side): string => {
    const found = record.get(field);
    const wrong = (kind: string, problem: string, remedy: string) => {
      fail(`${field} ${kind}`, `field "${field}" ${problem}`, remedy);
      return '';
    };
    if (typeof found === 'number' || isLongNumber(found)) {
      const [, digits] = /^(-?\d+)(?:\.0+)?$/.exec(String(found)) ?? [];
      return (
        digits ??
        wrong(
          'number',
          `is the number ${found}, of which digits may be lost already: an id is a whole number or text`,
          'Write ids as text, in quotation marks, where they are first stored.',
        )
      );
    }
    if (typeof found !== 'string' || found.trim() === '')
      return wrong('type', `must be a non-empty string, and is ${shown(found)}`, shape);
    if (!isSoundText(found))
      return wrong('letters', `holds a letter that cannot be stored (${shown(found)})`, 'Write another id.');
    return found;
  };
  const number = (
    field: string,
    found: unknown,
    scale?: { min: number; max: number } | null,
  ): number | null => {
    if (found === undefined || found === null) return null;
    if (isLongNumber(found)) {
      const remedy = field === 'time' ? 'Write Unix seconds.' : 'Write a smaller number.';
      return fail(
        `${field} long`,
        `field "${field}" is ${found}, a number too long to be kept exactly`,
        remedy,
      );
    }
    if (typeof found !== 'number')
      return fail(
        `${field} type`,
        `field "${field}" must be a number or null, and is ${shown(found)}`,
        remedyForNumber(field, found),
      );
    if (scale && (found < scale.min || found > scale.max))
      return fail(
        `${field} scale`,
        `field "${field}" is ${found}, outside ${scale.min} to ${scale.max}`,
        'Correct the value or the scale.',
      );
    return found;
  };

  const ignored = [...record.keys()].filter((field) => !FIELDS.has(field));
  const aspects: Record<string, number> = Object.create(null);
  const given = record.get('aspects') ?? {};
  if (!isObject(given)) fail('aspects', `field "aspects" must be an object, and is ${shown(given)}`);
  else
    for (const [field, found] of Object.entries(given)) {
      const scale = rules.aspects?.find((a) => a.field === field);
      if (rules.aspects && !scale) ignored.push(`aspects.${field}`);
      else {
        const rating = number(`aspects.${field}`, found, scale ?? null);
        if (rating !== null) aspects[field] = rating;
      }
    }
  const text = record.get('text') ?? '';
  if (typeof text !== 'string') fail('text', `field "text" must be a string, and is ${shown(text)}`);
  const review: Review = {
    user: id('user'),
    item: id('item'),
    rating: number('rating', record.get('rating'), rules.rating),
    aspects,
    text: typeof text === 'string' ? cleanText(text) : '',
    time: number('time', record.get('time')),
    seq: number('seq', record.get('seq')),
    line,
  };
  return sound ? { review, ignored } : null;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isLongNumber(value);

/** No half of a letter that takes two, which no file can store, and nothing that steers a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for
const isSoundText = (text: string): boolean => !/[\u0000-\u001f\u007f]|\p{Surrogate}/u.test(text);

function remedyForNumber(field: string, found: unknown): string {
  if (typeof found === 'string' && /^\s*-?[\d.]+\s*$/.test(found))
    return 'Write numbers without quotation marks.';
  if (field === 'time') return 'Write Unix seconds: 2020-01-01 is 1577836800.';
  return 'Write a number, or null where there is none.';
}

function shown(value: unknown): string {
  if (typeof value === 'string') {
    const letters = [...value];
    return `the text ${JSON.stringify(letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : value)}`;
  }
  if (Array.isArray(value)) return 'a list';
  if (isLongNumber(value)) return String(value);
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
