/** The parts of an address that ask for another start: which bundle, which backend. */
export interface Asked {
  readonly dataset?: string;
  readonly backend?: string;
}

/** The address of this page with something else asked for; what is not named stays as it is. */
export function addressFor(asked: Asked, hash = window.location.hash): string {
  const url = new URL(window.location.href);
  for (const [name, value] of Object.entries(asked)) if (value) url.searchParams.set(name, value);
  url.hash = hash;
  return `${url.search}${url.hash}` || '?';
}

/**
 * The address of another data set. The backend and the view stay; person, item and reviews belong to the ids of this
 * one and are left behind.
 */
export function datasetAddress(id: string): string {
  const view = new URLSearchParams(window.location.hash.slice(1)).get('view');
  return addressFor({ dataset: id }, view ? `view=${encodeURIComponent(view)}` : '');
}

/** What the page opened unasked when its links did not name a data set yet. */
const OF_OLD = 'beers';

/** What the page opens unasked. Where it is another than {@link OF_OLD}, its links have to name it. */
const UNASKED = 'beers';

/** What a link says that only one data set can answer. */
const OWN = ['person', 'item', 'at', 'number', 'model', 'log'];

/**
 * The data set that an address asks for. One that names none, but a person, a log or a model, was written when the page
 * opened the beers unasked, and means them for ever.
 */
export function datasetOf({ search, hash }: Pick<Location, 'search' | 'hash'>, unasked = UNASKED): string {
  const asked = new URLSearchParams(search).get('dataset');
  if (asked !== null) return asked.replace(/[^a-z0-9-]/g, '');
  const link = new URLSearchParams(hash.slice(1));
  return OWN.some((name) => link.has(name)) ? OF_OLD : unasked;
}
