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
