/** Where a key leads to from one of n places in a row; null for a key that leads nowhere. */
export function steppedTo(key: string, at: number, n: number): number | null {
  const to: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - 8,
    PageUp: at + 8,
    Home: 0,
    End: n - 1,
  };
  return key in to ? Math.max(0, Math.min(n - 1, to[key])) : null;
}
