/** Nothing that is not zero is thinner, as a share of the half. */
const LEAST = 0.04;
/** Between two bars, as a share of the room of one. */
const GAP = 0.12;

const written = (x: number): number => Math.round(1000 * x) / 1000;

/**
 * The values of one sign as bars in a box that is as wide as there are values, and goes from −1 at the top to 1 at the
 * bottom: up from the middle above zero, down below. One path, however many numbers.
 * @param reach the magnitude of a bar that fills its half
 */
export function barsOf(values: ArrayLike<number>, reach: number, sign: 1 | -1): string {
  let path = '';
  for (let k = 0; k < values.length; k++) {
    if (!(sign * values[k] > 0)) continue;
    const height = Math.max(LEAST, Math.min(1, Math.abs(values[k]) / reach));
    path += `M${written(k + GAP / 2)} 0h${written(1 - GAP)}v${written(-sign * height)}h${written(GAP - 1)}z`;
  }
  return path;
}
