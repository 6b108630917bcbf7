/** How many letters have to be put in, taken out or changed to make one text of another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++)
      next.push(Math.min(next[k - 1] + 1, row[k] + 1, row[k - 1] + (a[i - 1] === b[k - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');

/** The names that were most likely meant, the likeliest first; at most so many, and none that is wholly another. */
export function nearest(name: string, names: Iterable<string>, most = 3): string[] {
  const asked = plain(name);
  const rated = Array.from(new Set(names), (one) => {
    const other = plain(one);
    const begins = asked.length > 2 && (other.startsWith(asked) || asked.startsWith(other));
    return { one, far: begins ? 0.5 : distance(asked, other) };
  });
  return rated
    .filter(({ one, far }) => far <= Math.max(2, Math.min(asked.length, one.length) / 2))
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ one }) => one);
}
