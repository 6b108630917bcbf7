/** Letters that no accent makes, as they are typed on a keyboard without them. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  // What phones and word processors make of plain signs.
  '‘': "'",
  '’': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
};
const SPELT_ONES = new RegExp(`[${Object.keys(SPELT).join('')}]`, 'g');

/** Text as it is compared: lower case, no accents, plain signs, single spaces. "Köstritzer" is found by "kostritzer". */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(SPELT_ONES, (letter) => SPELT[letter])
    .trim()
    .replace(/\s+/g, ' ');

/** What a search looks at, folded. */
export interface Searched {
  /** By which it is called: a name, an id. */
  readonly names: readonly string[];
  /** The names and all else that is known of it. */
  readonly all: string;
}

export const searched = (
  names: readonly string[],
  others: readonly (string | null | undefined)[] = [],
): Searched => {
  const folded = names.map(foldText);
  return { names: folded, all: [...folded, ...others.map((one) => foldText(one ?? ''))].join(' ') };
};

/**
 * How well something fits a folded query; less is better. 0: a name is the query, 1: a name begins with it, 2: it stands at
 * the beginning of a word of a name, 3: the names hold all its words, 4: the rest of the text is needed. Null: it does not fit.
 */
export function rankOf({ names, all }: Searched, query: string): number | null {
  if (query === '') return 4;
  const words = query.split(' ');
  const within = (text: string): boolean => words.every((word) => text.includes(word));
  if (!within(all)) return null;
  if (names.includes(query)) return 0;
  if (names.some((name) => name.startsWith(query))) return 1;
  if (names.some((name) => name.includes(` ${query}`))) return 2;
  return within(names.join(' ')) ? 3 : 4;
}
