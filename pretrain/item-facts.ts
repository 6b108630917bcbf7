import { existsSync } from 'node:fs';
import { DataError } from '../src/data/errors';
import { cleanText } from './clean-text';
import { isLongNumber, parseExact } from './exact-json';
import type { Review } from './review';
import { readText } from './text-file';

/** What is known of items, or of people, as it is shown: id → field → value. What is not known is not there. */
export type Facts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Whose facts a file tells: the option that names it. */
type Of = 'items' | 'users';
const SHAPES: Record<Of, string> = {
  items: 'Needed is one JSON object: {"item id": {"name": …, "style": …}, …}.',
  users: 'Needed is one JSON object: {"user id": {"name": …}, …}.',
};
/** What tables write where they have nothing. */
const NOTHING = /^(?:[-–—]+|N\/A|n\/a|NaN|nan|null|undefined)?$/;

/**
 * Reads what is known of items or of people, gzip or plain; nothing without a file. Lists become "A, B"; objects, dashes and "N/A" are
 * left out, objects counted.
 * @throws DataError when the file is no such object.
 */
export const readFacts = (of: Of, file: string | null, say: (note: string) => void = () => {}): Facts =>
  file === null ? new Map() : parseFacts(of, file, readText(file), say);

/** Parses the text of such a file; `file` is for messages only. */
export function parseFacts(
  of: Of,
  file: string,
  content: string,
  say: (note: string) => void = () => {},
): Facts {
  const shape = SHAPES[of];
  let read: ReturnType<typeof parseExact>;
  try {
    read = parseExact(content);
  } catch (error) {
    if (/^\s*\{.*\}\s*\n\s*\{/.test(content))
      throw new DataError(
        file,
        '',
        'it has an object on each line, where one for the whole file is needed',
        shape,
      );
    throw new DataError(
      file,
      '',
      `it cannot be read as JSON (${(error as Error).message})`,
      `Correct it, or leave --${of} out.`,
    );
  }
  if (read.twice !== null)
    throw new DataError(file, '', `"${read.twice}" stands twice, with different values`, 'Keep one of them.');
  if (!isObject(read.value))
    throw new DataError(file, '', `it is ${Array.isArray(read.value) ? 'a list' : 'no object'}`, shape);
  const left = new Map<string, number>();
  const facts = new Map<string, ReadonlyMap<string, string>>();
  for (const [id, given] of Object.entries(read.value)) {
    if (given === null) continue;
    if (!isObject(given))
      throw new DataError(file, `${of.slice(0, -1)} "${id}"`, 'its facts are no object', shape);
    const known = new Map<string, string>();
    for (const [field, value] of Object.entries(given)) {
      const shown = shownValue(value);
      if (shown !== null) known.set(field, shown);
      else if (holdsObject(value)) left.set(field, (left.get(field) ?? 0) + 1);
    }
    facts.set(id, known);
  }
  if (left.size > 0) {
    const counts = Array.from(left, ([field, n]) => `${n.toLocaleString('en')} × ${field}`);
    say(`${file}: left out, being objects: ${counts.join(', ')}`);
  }
  return facts;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isLongNumber(value);

const holdsObject = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(holdsObject) : isObject(value);

/** A fact as it is read on the page; null where there is nothing to read. */
function shownValue(value: unknown): string | null {
  if (Array.isArray(value)) {
    const parts = value.map(shownValue).filter((part) => part !== null);
    return parts.length > 0 ? [...new Set(parts)].join(', ') : null;
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' || isLongNumber(value)) return String(value);
  if (typeof value !== 'string') return null;
  // Several values of one fact are separated by bars in the sources.
  const parts = cleanText(value)
    .split('|')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => !NOTHING.test(part));
  return parts.length > 0 ? parts.join(', ') : null;
}

/** The file of items or users that stands beside a review file; null where there is none. */
export function factsBeside(of: Of, reviews: string): string | null {
  const beside = reviews.replace(/(\.jsonl?|\.csv|\.tsv)?(\.gz)?$/, `.${of}.json`);
  return existsSync(beside) ? beside : null;
}

/** What of such a file came to use: "facts of 11 of 12 items", and fields that no item has. */
export function describeUse(
  of: Of,
  facts: Facts,
  reviews: readonly Pick<Review, 'item' | 'user'>[],
  fields: readonly string[],
): string[] {
  const all = [...new Set(reviews.map(({ item, user }) => (of === 'items' ? item : user)))];
  const known = all.flatMap((id) => facts.get(id) ?? []);
  const absent = fields.filter((field) => !known.some((one) => one.has(field)));
  return [
    `facts of ${known.length.toLocaleString('en')} of ${all.length.toLocaleString('en')} ${of}`,
    ...(absent.length > 0 ? [`no ${of.slice(0, -1)} has ${absent.join(', ')}`] : []),
  ];
}
