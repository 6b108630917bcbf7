const RESERVED = [
  'lambda',
  'np',
  'torch',
  'tf',
  'total',
  'divisor',
  'expected',
  'got',
  'in',
  'is',
  'as',
  'if',
];

/**
 * A name for a symbol that is valid in Python and JavaScript: `\hat r` is `r_hat`, `W_{3,5}` is `W_3_5`, or `W` without
 * its places.
 */
export function nameOf(tex: string, places: boolean): string {
  const plain = places ? tex : tex.replace(/_\{?\d+(?:\s*,\s*\d+)*\}?/g, '').replace(/,\s*\d+/g, '');
  const name = plain
    .replace(/\\(?:mathrm|mathbf|mathit|text|operatorname)\b/g, '')
    .replace(/\\(?:[lr]angle|[lr]Vert|sum|cdot|[bB]ig+[lr]?|left|right)\b/g, '')
    .replace(/\\hat\s*\{?(\\?\w+)\}?/g, '$1_hat')
    .replace(/'|\\prime\b/g, '_new')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (!/^[A-Za-z]/.test(name)) return `x_${name}`.replace(/_$/, '');
  return RESERVED.includes(name) ? `${name}_` : name;
}

/** A symbol of one letter with its places, which says as much in code as it does in a formula. */
const SIMPLE = /^\\?(?:hat\s*)?[A-Za-z]+'?(?:[_^](?:\{[^{}]*\}|\w))*$/;

/** The name of a number: its symbol where that is simple, or what kind of number it is. */
export function nameOfNumber(symbol: string, kind: string | null, places: boolean): string {
  return kind === null || SIMPLE.test(symbol) ? nameOf(symbol, places) : nameOf(kind, places);
}

/** Gives every name out once; the second `b` becomes `b_2`. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let free = name;
    for (let n = 2; taken.has(free); n++) free = `${name}_${n}`;
    taken.add(free);
    return free;
  };
}
