import { isLosslessNumber, LosslessNumber, parse } from 'lossless-json';

/** A number that JavaScript cannot hold: whole beyond 2^53, or out of range. Its digits stay as written. */
export type LongNumber = LosslessNumber;
export const isLongNumber: (value: unknown) => value is LongNumber = isLosslessNumber;

/** Only such a text can hold a number that JSON.parse would change: sixteen digits, or an exponent. */
const LONG = /\d{16}|\d[eE]/;

function exactNumber(source: string): number | LongNumber {
  const value = Number(source);
  const vanished = value === 0 && /^[^eE]*[1-9]/.test(source);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER && !vanished ? value : new LosslessNumber(source);
}

export interface Exact {
  readonly value: unknown;
  /** A field that stands twice in one object with different values, of which only one could be kept; else null. */
  readonly twice: string | null;
}

/**
 * JSON of which nothing is lost: a number that JavaScript cannot hold comes as {@link LongNumber}, and a field that stands
 * twice is named. The careful parser is ten times slower, so that it only gets what needs it.
 * @throws SyntaxError as JSON.parse does.
 */
export function parseExact(source: string): Exact {
  const value: unknown = JSON.parse(source);
  if (!LONG.test(source) && namesIn(source) === fieldsIn(value)) return { value, twice: null };
  let twice: string | null = null;
  const exact = parse(source, null, {
    parseNumber: exactNumber,
    onDuplicateKey: ({ key, newValue }) => {
      twice ??= key;
      return newValue;
    },
  });
  return { value: exact, twice };
}

const STRINGS = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/gs;

/** How many names of fields stand in the text. */
function namesIn(source: string): number {
  let n = 0;
  for (const [, colon] of source.matchAll(STRINGS)) if (colon !== undefined) n++;
  return n;
}

/** How many fields came of it, at any depth. */
function fieldsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce<number>((n, one) => n + fieldsIn(one), 0);
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length);
}
