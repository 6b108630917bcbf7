import type { NumberRef } from '../engine/openedNumber';
import { SIDES } from '../vocabulary';
import type { Read } from './linkField';

/** Reads one field of a number from its text; undefined where it is none. */
type Part = (text: string) => unknown;

const word: Part = (text) => text || undefined;
const text: Part = (text) => text;
const place: Part = (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);
const oneOf =
  (...names: readonly string[]): Part =>
  (text) =>
    names.find((name) => name === text);
const axis: Part = (text) => (text === '0' || text === '1' ? Number(text) : undefined);

const PAIR = { person: word, item: word };
const WHEN = { key: word, when: oneOf('before', 'after') };
const CELL = { side: oneOf(...SIDES), key: word, d: place };

/** The fields of each kind of number, in the order in which a link has them. */
const FIELDS: { readonly [of in NumberRef['of']]: { readonly [field: string]: Part } } = {
  prediction: PAIR,
  'user-bias': PAIR,
  'item-bias': PAIR,
  dot: PAIR,
  mlp: PAIR,
  expected: {
    part: oneOf('prediction', 'user-bias', 'item-bias', 'dot', 'mlp'),
    ...WHEN,
  },
  'expected-hidden': { ...WHEN, unit: place },
  hidden: { ...PAIR, unit: place },
  factor: { person: word, d: place },
  'damped-bias': { side: oneOf(...SIDES), id: word, pass: place },
  scale: { person: word, pass: place },
  reliability: { person: word, pass: place },
  deviation: { without: oneOf('item', 'user', 'both'), key: word, pass: place },
  state: { side: oneOf(...SIDES), id: word, d: place },
  next: CELL,
  update: CELL,
  reset: CELL,
  candidate: CELL,
  gated: CELL,
  contribution: CELL,
  kept: CELL,
  remaining: { side: oneOf(...SIDES), key: word },
  feature: { key: word, d: place },
  standardised: { key: word, field: place },
  text: { key: word, e: place },
  attention: { key: word, word: place },
  logit: { key: word, word: place },
  attending: { key: word, word: place, unit: place },
  'in-context': { key: word, word: place, e: place },
  context: { key: word, word: place, e: place },
  effect: { key: word, word: place },
  'effect-share': { key: word, word: place },
  masking: { key: word, word: place, how: oneOf('without', 'alone') },
  keyword: { side: oneOf(...SIDES), id: word, word },
  coordinate: { axes: oneOf('items', 'people'), axis, side: oneOf(...SIDES), id: word },
  share: { item: word, key: word },
  slope: { item: word, d: place },
  metric: { name: oneOf('mae', 'rmse', 'ndcg10'), history: text },
  weight: { name: word, index: place },
};

const isKind = (of: string): of is NumberRef['of'] => Object.hasOwn(FIELDS, of);

/** A field may hold the mark that stands between fields. */
const quoted = (text: string): string => text.replace(/[~!]/g, (mark) => (mark === '~' ? '!.' : '!!'));
const unquoted = (text: string): string => text.replace(/!([.!])/g, (_, mark) => (mark === '.' ? '~' : '!'));

/** A number as `kind~field~field`. */
export function encodeNumber(ref: NumberRef): string {
  const fields = ref as unknown as Readonly<Record<string, string | number>>;
  return [ref.of, ...Object.keys(FIELDS[ref.of]).map((name) => quoted(String(fields[name])))].join('~');
}

/** Reads what {@link encodeNumber} wrote; null where it is damaged. */
export function decodeNumber(code: string): NumberRef | null {
  const [of, ...texts] = code.split('~');
  if (!isKind(of)) return null;
  const fields = Object.entries(FIELDS[of]);
  if (fields.length !== texts.length) return null;
  const ref: Record<string, unknown> = { of };
  for (const [k, [name, read]] of fields.entries()) {
    ref[name] = read(unquoted(texts[k]));
    if (ref[name] === undefined) return null;
  }
  return ref as unknown as NumberRef;
}

/** Reads the way to a number up to the first that is damaged, and says which that is. */
export function decodeNumbers(codes: readonly string[]): Read<readonly NumberRef[]> {
  const numbers: NumberRef[] = [];
  for (const code of codes) {
    const number = decodeNumber(code);
    if (!number)
      return {
        value: numbers,
        problem: `A number in this link, “${code}”, is damaged; the way to it was kept.`,
      };
    numbers.push(number);
  }
  return { value: numbers };
}
