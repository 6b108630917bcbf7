/** Titles that no other of the same kind has. */
export function unique<One extends { readonly kind: string; readonly title: string }>(
  all: readonly One[],
): One[] {
  const seen = new Map<string, number>();
  return all.map((one) => {
    const name = `${one.kind} ${one.title}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? one : { ...one, title: `${one.title} (${times})` };
  });
}
