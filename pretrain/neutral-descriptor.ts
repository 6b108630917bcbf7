import { basename, resolve } from 'node:path';
import { type Descriptor, ID } from './descriptor';
import type { Facts } from './item-facts';
import type { Review } from './review';

type Scale = Pick<Descriptor['rating'], 'min' | 'max' | 'step'>;

/** Usual scales, the narrowest first. */
const USUAL = [
  [0, 1],
  [1, 5],
  [0.5, 5],
  [0, 5],
  [1, 10],
  [0, 10],
  [1, 20],
  [0, 20],
  [0, 100],
];

/** The narrowest usual scale that holds all values, with the coarsest step that fits them; else their own range. */
export function scaleOf(values: readonly number[]): Scale {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (low > high) return { min: 1, max: 5, step: 1 };
  // Zero has no sign here.
  const floor = Math.floor(low) + 0;
  const own = [floor, Math.max(Math.ceil(high), floor + 1) + 0];
  const [min, max] = USUAL.find(([from, to]) => from <= low && high <= to) ?? own;
  const fits = (step: number): boolean =>
    [...values, max].every((value) => Math.abs(Math.round((value - min) / step) * step + min - value) < 1e-9);
  const step = [1, 0.5, 0.25, 0.1].find(fits) ?? (max - min > 10 ? 0.1 : 0.01);
  return { min, max, step };
}

const inWords = (field: string): string => {
  const words = field.replace(/[_\s-]+/g, ' ').trim() || field;
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The name of a file without what says how it is written. */
const stem = (path: string): string =>
  basename(path).replace(/(\.jsonl?|\.csv|\.tsv)?(\.gz)?$/i, '') || basename(path);

/** A name as an id of a data set may be. */
function idOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(plain) ? plain : ['set', plain].filter(Boolean).join('-');
}

const NAMES = ['name', 'title', 'item_name'];
const MOST_FACTS = 4;
const LONGEST_FACT = 60;

/** Fields of the items file as facts: short values that most items have, the commonest first. */
function factsOf(facts: Facts): { name: string | null; shown: string[] } {
  const held = new Map<string, string[]>();
  for (const known of facts.values())
    for (const [field, value] of known) held.set(field, [...(held.get(field) ?? []), value]);
  const most = [...held].filter(([, values]) => 2 * values.length >= facts.size);
  const length = (values: readonly string[]) => values.reduce((sum, v) => sum + v.length, 0) / values.length;
  const name = NAMES.find((field) => most.some(([one]) => one === field)) ?? null;
  return {
    name,
    shown: most
      .filter(([field, values]) => field !== name && length(values) <= LONGEST_FACT)
      .sort(([, a], [, b]) => b.length - a.length)
      .slice(0, MOST_FACTS)
      .map(([field]) => field),
  };
}

/** Share of ids that have to read like names for all to be taken for such. */
const MOST_NAMES = 0.8;

/** Whether ids are what somebody would call these things: words, not codes like `B00X2` or `user17`. */
function readLikeNames(ids: Iterable<string>): boolean {
  const all = [...new Set(ids)];
  const isName = (id: string) =>
    /\p{L}{3}/u.test(id) && /\p{Ll}|\p{Lo}/u.test(id) && !/^\p{L}+[-_. ]?\d+$/u.test(id) && !/\d{4}/.test(id);
  return all.length > 0 && all.filter(isName).length >= MOST_NAMES * all.length;
}

/**
 * What can be said of a data set that nobody has described: the name of its file, what its values look like, and that the
 * rest is not known. It claims no source and no terms.
 * @param out folder of the bundle: the gallery opens a bundle by it, so it gives the id.
 */
export function neutralDescriptor(
  file: string,
  out: string | undefined,
  reviews: readonly Pick<Review, 'user' | 'item' | 'rating' | 'aspects'>[],
  facts: Facts,
): Descriptor {
  const aspects = new Map<string, number[]>();
  for (const review of reviews)
    for (const [field, value] of Object.entries(review.aspects)) {
      const values = aspects.get(field);
      if (values) values.push(value);
      else aspects.set(field, [value]);
    }
  const { name, shown } = factsOf(facts);
  return {
    id: idOf(out ? basename(resolve(out)) : stem(file)),
    name: stem(file),
    description: `Reviews from the file ${basename(file)}; nobody has described them yet.`,
    provenance: 'Where these reviews come from, and on what terms they may be used, has not been stated.',
    planted: false,
    shipsTexts: false,
    itemNoun: { one: 'item', many: 'items' },
    rating: {
      label: 'Rating',
      ...scaleOf(reviews.flatMap(({ rating }) => (rating === null ? [] : [rating]))),
    },
    aspects: Array.from(aspects, ([field, values]) => ({ field, label: inWords(field), ...scaleOf(values) })),
    itemName: name ?? (readLikeNames(reviews.map(({ item }) => item)) ? ID : null),
    ...(readLikeNames(reviews.map(({ user }) => user)) && { userName: ID }),
    userFacts: [],
    itemLabel: [],
    spelling: {},
    example: '',
    stopWords: '',
    itemFacts: shown.map((field) => ({ field, label: inWords(field) })),
    training: {},
  };
}

/** What was taken for granted, and what a descriptor would add; lines for the terminal. */
export function describeNeutral({
  name,
  rating,
  aspects,
  itemName,
  userName,
  itemFacts,
}: Descriptor): string[] {
  const scale = (one: Scale) => `${one.min} to ${one.max} in steps of ${one.step}`;
  return [
    `no --descriptor: the set is called "${name}", an item "item"; ratings are taken to run from ${scale(rating)}`,
    ...aspects.map((aspect) => `  aspect ${aspect.field}: ${scale(aspect)}`),
    ...(itemName === ID ? ['  ids of items read like names, and are shown as such'] : []),
    ...(userName === ID ? ['  ids of people read like names, and are shown as such'] : []),
    ...((itemName === null || itemName === ID) && itemFacts.length === 0
      ? []
      : [
          `  of the items file: ${[itemName !== null && itemName !== ID && `${itemName} as the name`, ...itemFacts.map(({ field }) => field)].filter(Boolean).join(', ')}`,
        ]),
    'a descriptor gives the set its name, its source and terms, a word for its items, scales, labels, facts and words that say nothing: see pretrain/datasets/beers.json',
  ];
}
