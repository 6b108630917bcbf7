import { existsSync } from 'node:fs';
import { DataError } from '../src/data/errors';
import { cleanText } from './clean-text';
import { isLongNumber, parseExact } from './exact-json';
import type { Review } from './review';
import { readText } from './text-file';

/** What is known of items, as it is shown: item id → field → value. What is not known is not there. */
export type ItemFacts = ReadonlyMap<string, ReadonlyMap<string, string>>;

const SHAPE = 'Needed is one JSON object: {"item id": {"name": …, "style": …}, …}.';
/** What tables write where they have nothing. */
const NOTHING = /^(?:[-–—]+|N\/A|n\/a|NaN|nan|null|undefined)?$/;

/**
 * Reads what is known of items, gzip or plain; nothing without a file. Lists become "A, B"; objects, dashes and "N/A" are
 * left out, objects counted.
 * @throws DataError when the file is no such object.
 */
export function readItemFacts(file: string | null, say: (note: string) => void = () => {}): ItemFacts {
  return file === null ? new Map() : parseItemFacts(file, readText(file), say);
}

/** Parses the text of an items file; `file` is for messages only. */
export function parseItemFacts(
  file: string,
  content: string,
  say: (note: string) => void = () => {},
): ItemFacts {
  let read: ReturnType<typeof parseExact>;
  try {
    read = parseExact(content);
  } catch (error) {
    if (/^\s*\{.*\}\s*\n\s*\{/.test(content))
      throw new DataError(
        file,
        '',
        'it has an object on each line, where one for the whole file is needed',
        SHAPE,
      );
    throw new DataError(
      file,
      '',
      `it cannot be read as JSON (${(error as Error).message})`,
      'Correct it, or leave --items out.',
    );
  }
  if (read.twice !== null)
    throw new DataError(file, '', `"${read.twice}" stands twice, with different values`, 'Keep one of them.');
  if (!isObject(read.value))
    throw new DataError(file, '', `it is ${Array.isArray(read.value) ? 'a list' : 'no object'}`, SHAPE);
  const left = new Map<string, number>();
  const facts = new Map<string, ReadonlyMap<string, string>>();
  for (const [item, given] of Object.entries(read.value)) {
    if (given === null) continue;
    if (!isObject(given)) throw new DataError(file, `item "${item}"`, 'its facts are no object', SHAPE);
    const known = new Map<string, string>();
    for (const [field, value] of Object.entries(given)) {
      const shown = shownValue(value);
      if (shown !== null) known.set(field, shown);
      else if (holdsObject(value)) left.set(field, (left.get(field) ?? 0) + 1);
    }
    facts.set(item, known);
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

/** The items file that stands beside a review file; null where there is none. */
export function itemsBeside(reviews: string): string | null {
  const beside = reviews.replace(/(\.jsonl?)?(\.gz)?$/, '.items.json');
  return existsSync(beside) ? beside : null;
}

/** What of the items file came to use: "facts of 11 of 12 items", and fields that no item has. */
export function describeUse(
  facts: ItemFacts,
  reviews: readonly Pick<Review, 'item'>[],
  fields: readonly string[],
): string[] {
  const all = [...new Set(reviews.map(({ item }) => item))];
  const known = all.flatMap((item) => facts.get(item) ?? []);
  const absent = fields.filter((field) => !known.some((one) => one.has(field)));
  return [
    `facts of ${known.length.toLocaleString('en')} of ${all.length.toLocaleString('en')} items`,
    ...(absent.length > 0 ? [`no item has ${absent.join(', ')}`] : []),
  ];
}
