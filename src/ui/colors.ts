/**
 * The scale of liking: orange for less, grey at, blue for more than what was expected; colour-blind-safe. It is for ratings, for
 * words by how those who use them rate, and for what moves a predicted rating or a choice score, and for nothing else. `value` in −1…1.
 */
export function liking(value: number): string {
  const strength = Math.round(Math.min(1, Math.abs(value)) * 100);
  return `color-mix(in oklab, var(--${value < 0 ? 'disliked' : 'liked'}) ${strength}%, var(--neutral))`;
}

/** Rating units at which the scale is saturated. */
const FULL_DEVIATION = 0.6;

/** Colour of a rating deviation in rating units; neutral where unknown. */
export const polarityColor = (deviation: number | null): string => liking((deviation ?? 0) / FULL_DEVIATION);
