/**
 * Where things are kept for a time without a network, as page and service worker both name it. Its names hold the folder
 * that the page is served from, since caches belong to all pages of a host.
 */

/** The data set that comes with the page; others are kept on request. */
export const OWN_SET = 'teas';

const PREFIX = 'drex-lab set';

/** The cache of a data set, in one version of it. */
export const setCache = (scope: string, id: string, revision: string): string =>
  `${PREFIX} ${id} ${revision} ${scope}`;

/** Data set and version of a cache; null where it is another’s. */
export function setOfCache(scope: string, name: string): { id: string; revision: string } | null {
  const [id, revision, ...rest] = name.startsWith(`${PREFIX} `)
    ? name.slice(PREFIX.length + 1).split(' ')
    : [];
  return id && revision && rest.join(' ') === scope ? { id, revision } : null;
}

/** The cache of what is kept because it was used once, such as the code of a GPU. */
export const usedCache = (scope: string): string => `drex-lab used ${scope}`;

/** The data set that a file belongs to; null where it belongs to none. */
export function setOfFile(scope: string, url: string): string | null {
  if (!url.startsWith(scope)) return null;
  return /^datasets\/([a-z][a-z0-9-]*)\//.exec(url.slice(scope.length))?.[1] ?? null;
}

/** Asks the service worker for the version of each data set that it knows. */
export const ASK_REVISIONS = 'REVISIONS';
export type Revisions = Readonly<Record<string, string>>;
