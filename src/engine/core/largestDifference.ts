/** Largest absolute difference of two columns of one length; infinite where one holds what is no number. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = 0;
  for (let k = 0; k < b.length; k++) {
    const difference = Math.abs(a[k] - b[k]);
    if (Number.isNaN(difference)) return Number.POSITIVE_INFINITY;
    largest = Math.max(largest, difference);
  }
  return largest;
}
