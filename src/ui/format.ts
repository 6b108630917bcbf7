/** Numbers as they are shown: the fewest digits that matter, a real minus sign, the full value in a title. */

export const minus = (text: string): string => text.replace('-', '−');

export const fixed = (value: number, digits: number): string => minus(value.toFixed(digits));
export const rating = (value: number): string => value.toFixed(2);
/** What rounds to zero has no sign: it went neither way as far as one sees. */
export const signed = (value: number): string =>
  Math.abs(value) < 0.005 ? '0.00' : minus(`${value < 0 ? '' : '+'}${value.toFixed(2)}`);
export const percent = (share: number): string =>
  `${share < 0.1 ? (share * 100).toFixed(1) : Math.round(share * 100)} %`;
export const count = (n: number): string => n.toLocaleString('en');
export const exact = (value: number): string => minus(value.toFixed(6));
/** All digits that a Float32 holds for sure. */
export const significant = (value: number): string => minus(String(Number(value.toPrecision(7))));
/** Three digits, enough to tell numbers apart. */
export const short = (value: number): string => minus(String(Number(value.toPrecision(3))));
export const milliseconds = (value: number): string =>
  value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
/** "1 review", "2 reviews" */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${count(n)} ${n === 1 ? one : many}`;

const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
/** Small numbers at the start of a sentence, in words. */
export const numberWord = (n: number): string => WORDS[n] ?? count(n);

/** One digit more than a rating has: what a single word, or a single dimension, does is small. */
export const thousandths = (value: number): string => minus(value.toFixed(3));
export const signedThousandths = (value: number): string =>
  Math.abs(value) < 0.0005 ? '0.000' : `${value < 0 ? '' : '+'}${thousandths(value)}`;
