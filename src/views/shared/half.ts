interface Held {
  readonly share: number;
  readonly remaining: number;
}

/** Nothing of a history is left, as where the update gates are held at 1. */
export const faded = (history: readonly Held[]): boolean =>
  history.length > 0 && history.every(({ remaining }) => remaining === 0);

/** The heaviest, as few as come to half of what is left. */
export function heaviestHalf<One extends Held>(history: readonly One[]): One[] {
  const sorted = history.toSorted((a, b) => b.share - a.share);
  let sum = 0;
  let n = 0;
  while (n < sorted.length && sum < 0.5) sum += sorted[n++].share;
  return sorted.slice(0, n);
}
