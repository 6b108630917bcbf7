import type { Catalogue } from './catalogue';

const known = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string>>();

/**
 * What new people are called, by id, so that no two people are called alike: who has the name of somebody of the data, or
 * of a new person before them, gets a number behind it. "Ana (2)"
 */
export function distinctNames(
  catalogue: Catalogue,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const held = known.get(names);
  if (held) return held;
  const made = names.size > 0 ? toldApart(names, catalogue.bundle.users.label) : names;
  known.set(names, made);
  return made;
}

/** {@link distinctNames} beside these labels. */
export function toldApart(
  names: ReadonlyMap<string, string>,
  labels: readonly string[],
): ReadonlyMap<string, string> {
  const taken = new Set(labels.map((label) => label.toLowerCase()));
  const made = new Map<string, string>();
  for (const [id, name] of [...names].sort(([a], [b]) => numberOf(a) - numberOf(b))) {
    let label = name;
    for (let k = 2; taken.has(label.toLowerCase()) || isUnnamed(label); k++) label = `${name} (${k})`;
    taken.add(label.toLowerCase());
    made.set(id, label);
  }
  return made;
}

/** Others may be called so who have no name. */
const isUnnamed = (label: string): boolean => /^new person( \d+)?$/i.test(label);

const numberOf = (id: string): number => Number(id.replace('new-', ''));
