/** Letters of a name; more would not fit where people are named. */
export const LONGEST_NAME = 40;

/** All that is not shown as a sign of its own, but what joins letters of some scripts. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
const JOINERS = /[\u200c\u200d]/;

/** What is typed as one line of plain text, as long as it is; empty where nothing of it can be seen. */
export function plainName(typed: string): string {
  const line = typed
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replace(HIDDEN, (sign) => (JOINERS.test(sign) ? sign : ''))
    .normalize('NFC')
    // Marks heaped on one letter would reach into other lines.
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(line) ? line : '';
}

/** How many letters a name has, as somebody counts them who knows no code units. */
export const lettersOf = (name: string): number => [...name].length;

/** Whether this may be what somebody is called; empty: they have no name of their own. */
export const isName = (name: unknown): name is string =>
  typeof name === 'string' && name === plainName(name) && lettersOf(name) <= LONGEST_NAME;
