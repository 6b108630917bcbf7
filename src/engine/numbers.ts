/**
 * How numbers are written, by the page and by the worker's sentences alike. What rounds to zero has no sign: as far as one
 * sees, it went neither way.
 */

/** A real minus sign. */
export const minus = (text: string): string => text.replaceAll('-', '−');

const isZero = (text: string): boolean => Number(text) === 0;

/** The nearest number with so many digits after the point. */
export const roundTo = (value: number, digits: number): number => Number(value.toFixed(digits));

/** With so many digits after the point. */
export function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return isZero(text) ? text.replace('-', '') : minus(text);
}

/** The same with a sign even above zero. */
export const signedFixed = (value: number, digits: number): string => {
  const text = fixed(value, digits);
  return value > 0 && !isZero(text) ? `+${text}` : text;
};

/** The nearest number with so many significant digits. */
export const roundSignificant = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** The fewest digits that hold the value to so many significant ones. */
export const significantTo = (value: number, digits: number): string =>
  minus(String(roundSignificant(value, digits)));

/** A very small number: "1.2e−7". */
export const scientific = (value: number, digits = 1): string =>
  value === 0 ? '0' : minus(value.toExponential(digits));

/** Made once: to make one takes longer than to draw a row. */
const WHOLE = new Intl.NumberFormat('en');
/** "15,912" */
export const count = (n: number): string => WHOLE.format(n);

/** A predicted rating, or a mean of ratings. */
export const rating = (value: number): string => fixed(value, 2);

/** A rating that somebody gave: one digit after the point, two where it has them. */
export const given = (value: number): string =>
  fixed(value, Number.isInteger(Math.round(value * 1e6) / 1e5) ? 1 : 2);
