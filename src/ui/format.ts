import { count, fixed, roundTo, signedFixed, significantTo } from '../engine/numbers';

/** Numbers as they are shown: the fewest digits that matter, a real minus sign, the full value in a title. */
export {
  count,
  fixed,
  given,
  minus,
  rating,
  roundSignificant,
  roundTo,
  scientific,
  signedFixed,
} from '../engine/numbers';

/** A part of a rating, or a difference between two. */
export const signed = (value: number): string => signedFixed(value, 2);
/** A number and its unit, which no end of a line parts. */
const unit = (value: string, of: string): string => `${value}\u00a0${of}`;
/** "9.6 %", "12 %" */
export const percent = (share: number): string =>
  unit(fixed(100 * share, Math.abs(share) < 0.0995 ? 1 : 0), '%');
/** Progress and the like, which jump by a digit if they have one. */
export const wholePercent = (share: number): string => unit(fixed(100 * share, 0), '%');
export const exact = (value: number): string => fixed(value, 6);
/** All digits that a Float32 holds for sure. */
export const significant = (value: number): string => significantTo(value, 7);
/** Three digits, enough to tell numbers apart. */
export const short = (value: number): string => significantTo(value, 3);
export const milliseconds = (value: number): string =>
  value < 999.5 ? unit(fixed(value, 0), 'ms') : unit(fixed(value / 1000, 1), 's');
export const megabytes = (bytes: number): string => unit(fixed(bytes / 1e6, 1), 'MB');
// Each made once: to make one takes longer than to draw a row.
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const LISTS = {
  conjunction: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  disjunction: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
};

/** "25 Nov, 14:05"; of a date as a file names it, in this place's time. */
export function dayAndTime(created: string): string {
  const date = new Date(created);
  return Number.isNaN(date.getTime()) ? 'at an unknown time' : MOMENT.format(date);
}
/** "3 March 1906", of Unix seconds, negative before 1970. */
export const month = (seconds: number): string => MONTH.format(seconds * 1000);
export const day = (seconds: number): string => DAY.format(seconds * 1000);
export const capital = (text: string): string => `${text[0].toUpperCase()}${text.slice(1)}`;
/** "a book", "an item" */
export const aOf = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
/** "1 review", "2 reviews" */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${count(n)} ${n === 1 ? one : many}`;

/** "a, b and c"; or "a, b or c" */
export const listed = (parts: readonly string[], type: keyof typeof LISTS = 'conjunction'): string =>
  LISTS[type].format(parts);

const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
/** Small numbers at the start of a sentence, in words. */
export const numberWord = (n: number): string => WORDS[n] ?? count(n);
export const hundredths = (value: number): string => fixed(value, 2);
export const thousandths = (value: number): string => fixed(value, 3);
export const signedThousandths = (value: number): string => signedFixed(value, 3);
/** How long a vector is, or how far two lie apart: the same wherever it stands. */
export const distance = thousandths;
/** An error, or a measure of a ranking, over a whole test part. */
export const metric = (value: number): string => fixed(value, 4);

/** One quantity before and after. */
export interface Move {
  readonly before: string;
  readonly after: string;
  /** Signed; of the written values, so that whoever subtracts them finds it. */
  readonly change: string;
  /** Both are written alike. */
  readonly same: boolean;
}

/** A number before and after, with so many digits. */
export function moveOf(from: number, to: number, digits = 2): Move {
  const [before, after] = [fixed(from, digits), fixed(to, digits)];
  const change = signedFixed(roundTo(to, digits) - roundTo(from, digits), digits);
  return { before, after, change, same: before === after };
}

/** "4.31 → 3.94"; what stays as far as one sees is written once. */
export const arrow = ({ before, after, same }: Move): string =>
  same ? `${after}, as before` : `${before} → ${after}`;
