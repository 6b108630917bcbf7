import { numberWord, plural } from '../../ui/format';

interface Held {
  readonly share: number;
  readonly remaining: number;
}

/** Nothing of a history is left, as where the update gates are held at 1. */
export const faded = (history: readonly Held[]): boolean =>
  history.length > 0 && history.every(({ remaining }) => remaining === 0);

/** "Three of 12 reviews hold half": how many of the heaviest come to half of what is left. */
export function holdHalf(history: readonly Held[], noun: string): string {
  const shares = history.map(({ share }) => share).sort((a, b) => b - a);
  let sum = 0;
  let n = 0;
  while (n < shares.length && sum < 0.5) sum += shares[n++];
  return `${numberWord(n)} of ${plural(history.length, noun)} ${n === 1 ? 'holds' : 'hold'} half`;
}
