import { lessonIn, sheetIn, teaches } from './lessonAddress';
import { playIn } from './playAddress';

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
 * one and are left behind, and the start to its own data set.
 */
export function datasetAddress(id: string): string {
  const view = linkIn(window.location).get('view');
  return addressFor({ dataset: id }, view && view !== START ? `view=${encodeURIComponent(view)}` : '');
}

/** The view that opens unasked, and the data set that it is made of. */
export const START = 'start';
export const START_DATASET = 'teas';

/** The first of whom nothing is known yet, as addresses call them. */
export const SOMEBODY_NEW = 'new-1';

/** The address of the start: with somebody new, of whom nothing is known yet. */
export const startAddress = (): string =>
  addressFor({ dataset: START_DATASET }, `view=${START}&person=${SOMEBODY_NEW}`);

/** What the page opened unasked when its links did not name a data set yet: these mean it for ever. */
const OF_OLD = 'beers';

/** What a link says of where one looks; all but the view can be answered by one data set only. */
const PLACES = ['view', 'person', 'item', 'at', 'number', 'model', 'log'];

type Address = Pick<Location, 'search' | 'hash'>;

const linkIn = ({ hash }: Address): URLSearchParams => new URLSearchParams(hash.slice(1));

/** The data set that an address names. */
const named = ({ search }: Address): string | null => new URLSearchParams(search).get('dataset');

/** Which view an address opens, where that alone can say so: the start, or the first of all; null elsewhere. */
export const viewIn = (address: Address): 'start' | 'explore' | null => {
  if (forClass(address)) return null;
  const view = linkIn(address).get('view');
  if (view === START) return 'start';
  return view === null || view === 'explore' ? 'explore' : null;
};

/** Whether an address asks for no place at all. */
export const isBare = (address: Address): boolean =>
  named(address) === null && !forClass(address) && !PLACES.some((name) => linkIn(address).has(name));

/** Whether an address asks for a lesson, for a worksheet, for free play, or for the teacher’s page. */
const forClass = (address: Address): boolean =>
  lessonIn(address) !== null || sheetIn(address) !== null || playIn(address) !== null || teaches(address);

/** The data set that an address asks for. */
export function datasetOf(address: Address): string {
  const asked = named(address);
  if (asked !== null) return asked.replace(/[^a-z0-9-]/g, '');
  const begins = isBare(address) || forClass(address) || linkIn(address).get('view') === START;
  return begins ? START_DATASET : OF_OLD;
}
