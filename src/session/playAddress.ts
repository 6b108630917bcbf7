import { TARGETS, type Target } from '../lessons/targets';
import { LONGEST_NAME } from './lessonAddress';

/** Free play as a teacher hands it out: where it begins, and what of the page is left out. */
export interface Play {
  readonly dataset: string;
  readonly view: string;
  /** Whose list it is; null for whom the page would show anyway. */
  readonly person: string | null;
  readonly item: string | null;
  /** Parts of the page that are not there. */
  readonly hide: readonly Target[];
  /** Whether person and data set stay as they are. */
  readonly fixed: boolean;
  /** Whether all of it is in large type. */
  readonly large: boolean;
}

/** What an address says of it. */
export interface AskedPlay extends Play {
  /** Whoever does it, as the link has it. */
  readonly name: string;
  /** Parts that this page does not have. */
  readonly unknown: readonly string[];
}

/** `?play` opens it. */
const PLAY = 'play';

export const EMPTY_PLAY: Play = {
  dataset: 'teas',
  view: 'explore',
  person: null,
  item: null,
  hide: [],
  fixed: false,
  large: false,
};

/** The free play that an address asks for; null where it asks for none. */
export function playIn({ search }: Pick<Location, 'search'>): AskedPlay | null {
  const params = new URLSearchParams(search);
  if (!params.has(PLAY)) return null;
  const names = (params.get('hide') ?? '').split(',').filter((name) => name !== '');
  const isPart = (name: string): name is Target => (TARGETS as readonly string[]).includes(name);
  return {
    dataset: params.get('dataset') || EMPTY_PLAY.dataset,
    view: params.get('view') || EMPTY_PLAY.view,
    person: params.get('person') || null,
    item: params.get('item') || null,
    hide: [...new Set(names.filter(isPart))],
    fixed: params.has('fixed'),
    large: params.has('large'),
    name: (params.get('name') ?? '').slice(0, LONGEST_NAME),
    unknown: names.filter((name) => !isPart(name)),
  };
}

/** What stands behind the question mark of its address. */
export function playSearch({ dataset, view, person, item, hide, fixed, large }: Play): string {
  const params = new URLSearchParams({
    [PLAY]: '',
    dataset,
    ...(view !== EMPTY_PLAY.view && { view }),
    ...(person && { person }),
    ...(item && { item }),
    ...(hide.length > 0 && { hide: hide.join(',') }),
    ...(fixed && { fixed: '' }),
    ...(large && { large: '' }),
  });
  return params
    .toString()
    .replace(/%2C/g, ',')
    .replace(/=(?=&|$)/g, '');
}

/** The link of free play that is handed out. */
export function playAddress(base: string, play: Play): string {
  const url = new URL('.', base);
  url.search = playSearch(play);
  return url.href;
}

/** What follows # where it opens: where somebody was, or else where it begins. Whom it is fixed to is for it alone to say. */
export function playHash({ view, person, item, fixed }: Play, hash: string): string {
  const given = hash.replace(/^#/, '');
  const params = new URLSearchParams(given || { view, ...(person && { person }), ...(item && { item }) });
  if (fixed && person) params.set('person', person);
  return params.toString();
}

/** The same address with all of the page, in its size of type. */
export function withoutLimits(address: string): string {
  const url = new URL(address);
  for (const name of ['hide', 'fixed']) url.searchParams.delete(name);
  url.search = url.search.replace(/=(?=&|$)/g, '');
  return url.href;
}
