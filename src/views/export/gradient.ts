/** A stretch of one colour, as fractions of the length. */
export interface Stretch {
  readonly color: string;
  readonly from: number;
  readonly to: number;
}

/** Splits at the commas outside of brackets. */
function split(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let k = 0; k <= list.length; k++) {
    if (list[k] === '(') depth++;
    else if (list[k] === ')') depth--;
    else if ((list[k] === ',' && depth === 0) || k === list.length) {
      parts.push(list.slice(start, k).trim());
      start = k + 1;
    }
  }
  return parts;
}

/**
 * The stretches of a computed `linear-gradient()` to the right with hard stops, which is how the page draws a vector as
 * cells. Null for any other background; a soft passage between two colours is left out.
 */
export function stretchesOf(background: string): Stretch[] | null {
  const list = /^linear-gradient\((.*)\)$/.exec(background)?.[1];
  if (list === undefined) return null;
  const parts = split(list);
  // The direction, if it is named; a colour mixed for a stop begins with a letter too, but not with "to ".
  if (/^(to |-?[\d.]+deg)/.test(parts[0])) parts.shift();
  const stops = parts.flatMap((part, k) => {
    const places = [...part.matchAll(/(-?[\d.]+(?:e[-+]?\d+)?)%(?=\s|$)/g)];
    const color = (places.length > 0 ? part.slice(0, places[0].index) : part).trim();
    if (places.length === 0) return [{ color, at: parts.length > 1 ? k / (parts.length - 1) : 0 }];
    return places.map(([, percent]) => ({ color, at: Number(percent) / 100 }));
  });
  return stops.flatMap(({ color, at }, k) => {
    const next = stops[k + 1];
    return next && next.color === color && next.at > at ? [{ color, from: at, to: next.at }] : [];
  });
}
