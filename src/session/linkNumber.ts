import { type Fields, type Kind, readFields } from '../engine/fields';
import { NUMBERS, type NumberRef } from '../engine/openedNumber';
import type { Read } from './linkField';

/** A field may hold the mark that stands between fields. */
const quoted = (text: string): string => text.replace(/[~!]/g, (mark) => (mark === '~' ? '!.' : '!!'));
const unquoted = (text: string): string => text.replace(/!([.!])/g, (_, mark) => (mark === '.' ? '~' : '!'));

/** A number as `kind~field~field`. */
export function encodeNumber(ref: NumberRef): string {
  const fields = ref as unknown as Readonly<Record<string, string | number>>;
  return [ref.of, ...Object.keys(NUMBERS[ref.of]).map((name) => quoted(String(fields[name])))].join('~');
}

/** Reads what {@link encodeNumber} wrote; null where it is damaged. */
export function decodeNumber(code: string): NumberRef | null {
  const [of, ...texts] = code.split('~');
  if (!Object.hasOwn(NUMBERS, of)) return null;
  const fields: Fields = NUMBERS[of as NumberRef['of']];
  const names = Object.keys(fields);
  if (texts.length > names.length) return null;
  const row = Object.fromEntries(
    texts.map((text, k) => [names[k], valueIn(fields[names[k]], unquoted(text))]),
  );
  const read = readFields(fields, row);
  return 'value' in read ? ({ of, ...read.value } as unknown as NumberRef) : null;
}

/** All that a link has is text: a number where text is nothing for the field. */
const valueIn = ({ wrong }: Kind<unknown>, text: string): string | number =>
  wrong(text) && /^\d{1,9}$/.test(text) ? Number(text) : text;

/** Reads the way to a number up to the first that is damaged, and says which that is. */
export function decodeNumbers(codes: readonly string[]): Read<readonly NumberRef[]> {
  const numbers: NumberRef[] = [];
  for (const code of codes) {
    const number = decodeNumber(code);
    if (!number) return { value: numbers, problem: { is: 'damaged-number', code } };
    numbers.push(number);
  }
  return { value: numbers };
}
