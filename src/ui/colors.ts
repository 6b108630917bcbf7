/** Diverging, colour-blind-safe scale: orange below, grey at, blue above what was expected. `value` in −1…1. */
export function diverging(value: number): string {
  const strength = Math.round(Math.min(1, Math.abs(value)) * 100);
  return `color-mix(in oklab, var(--${value < 0 ? 'low' : 'high'}) ${strength}%, var(--neutral))`;
}

/** Rating units at which the scale is saturated. */
const FULL_DEVIATION = 0.6;

/** Colour of a rating deviation in rating units; neutral where unknown. */
export const polarityColor = (deviation: number | null): string =>
  diverging((deviation ?? 0) / FULL_DEVIATION);
