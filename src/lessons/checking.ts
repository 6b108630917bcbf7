/** What is to be said of a number that somebody worked out. */
export type Verdict = { readonly is: 'empty' | 'no-number' | 'right' | 'near' | 'sign' | 'wrong' };

/** A number as somebody types it: with a comma for the point, and whatever minus there is. */
export function numberIn(typed: string): number | null {
  const plain = typed.trim().replace(/[−–]/g, '-').replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

/** Half a unit of the last digit that counts. */
const within = (value: number, digits: number): number =>
  0.5000001 * 10 ** -digits * Math.max(1, 10 ** Math.floor(Math.log10(Math.max(1, Math.abs(value)))));

/** Whether a typed number is the value, to so many digits after the point. */
export function judged(typed: string, value: number, digits: number): Verdict {
  if (typed.trim() === '') return { is: 'empty' };
  const number = numberIn(typed);
  if (number === null) return { is: 'no-number' };
  const half = within(value, digits);
  const off = Math.abs(number - value);
  // Whoever rounds in between is right as well.
  if (off <= 1.5 * half) return { is: 'right' };
  if (off <= 10 * half) return { is: 'near' };
  return { is: Math.abs(number + value) <= 10 * half ? 'sign' : 'wrong' };
}
