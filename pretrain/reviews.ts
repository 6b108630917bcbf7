import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DataError } from '../src/data/errors';
import { cleanText } from './clean-text';

/** One line of a review file. */
export interface Review {
  readonly user: string;
  readonly item: string;
  readonly rating: number | null;
  readonly aspects: Readonly<Record<string, number>>;
  readonly text: string;
  /** Unix seconds. */
  readonly time: number | null;
  /** Order within a user where there are no times. */
  readonly seq: number | null;
  readonly line: number;
}

export interface ReviewRules {
  readonly rating: { readonly min: number; readonly max: number } | null;
  /** Known aspects; null accepts any. */
  readonly aspects: readonly { readonly field: string; readonly min: number; readonly max: number }[] | null;
}

const FIELDS = new Set(['user', 'item', 'rating', 'aspects', 'text', 'time', 'seq']);
const SHAPE =
  'A line is {"user", "item", "rating", "aspects": {…}, "text", "time" or "seq"}; all but user and item are optional.';

/**
 * Reads reviews, one JSON object a line, gzip or plain.
 * @throws DataError naming file and line for anything that does not fit.
 */
export function readReviews(file: string, rules: ReviewRules = { rating: null, aspects: null }): Review[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new DataError(file, '', 'the file cannot be read', 'Check the path.');
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      bytes = gunzipSync(bytes);
    } catch {
      throw new DataError(file, '', 'the gzip data is damaged', 'Fetch or compress the file again.');
    }
  }
  return parseReviews(file, bytes.toString('utf8'), rules);
}

/** Parses the text of a review file; `file` is for messages only. */
export function parseReviews(file: string, content: string, rules: ReviewRules): Review[] {
  const reviews: Review[] = [];
  const seen = new Map<string, number>();
  content.split('\n').forEach((raw, index) => {
    if (raw.trim() === '') return;
    const review = parseLine(file, index + 1, raw, rules);
    const pair = JSON.stringify([review.user, review.item]);
    const first = seen.get(pair);
    if (first !== undefined)
      throw new DataError(
        file,
        `line ${review.line}`,
        `user ${review.user} reviews item ${review.item} again (first on line ${first})`,
        'Keep one interaction for each pair.',
      );
    seen.set(pair, review.line);
    reviews.push(review);
  });
  if (reviews.length === 0) throw new DataError(file, '', 'it holds no interactions', SHAPE);
  return reviews;
}

function parseLine(file: string, line: number, raw: string, rules: ReviewRules): Review {
  const fail = (problem: string, remedy = SHAPE): never => {
    throw new DataError(file, `line ${line}`, problem, remedy);
  };
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return fail('it is not valid JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail('it is not a JSON object');
  const record = value as Record<string, unknown>;
  for (const field of Object.keys(record)) if (!FIELDS.has(field)) fail(`unknown field "${field}"`);

  const id = (field: 'user' | 'item'): string => {
    const found = record[field];
    if (typeof found === 'number') return String(found);
    if (typeof found !== 'string' || found === '') return fail(`field "${field}" must be a non-empty string`);
    return found;
  };
  const number = (
    field: string,
    found: unknown,
    scale?: { min: number; max: number } | null,
  ): number | null => {
    if (found === undefined || found === null) return null;
    if (typeof found !== 'number' || !Number.isFinite(found))
      return fail(`field "${field}" must be a number or null`);
    if (scale && (found < scale.min || found > scale.max))
      return fail(
        `field "${field}" is ${found}, outside ${scale.min} to ${scale.max}`,
        'Correct the value or the scale.',
      );
    return found;
  };

  const aspects: Record<string, number> = {};
  const given = record.aspects ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) return fail('field "aspects" must be an object');
  for (const [field, found] of Object.entries(given as object)) {
    const scale = rules.aspects?.find((a) => a.field === field);
    if (rules.aspects && !scale)
      fail(`unknown aspect "${field}"`, `Known: ${rules.aspects.map((a) => a.field).join(', ') || 'none'}.`);
    const rating = number(`aspects.${field}`, found, scale ?? null);
    if (rating !== null) aspects[field] = rating;
  }
  const text = record.text ?? '';
  if (typeof text !== 'string') return fail('field "text" must be a string');
  return {
    user: id('user'),
    item: id('item'),
    rating: number('rating', record.rating, rules.rating),
    aspects,
    text: cleanText(text),
    time: number('time', record.time),
    seq: number('seq', record.seq),
    line,
  };
}
