import type { LinkState, ReadLink } from '../link';

/** What a link has that names nothing. */
export const NOTHING: ReadLink = {
  screen: 'explore',
  person: null,
  item: null,
  at: null,
  axes: 'items',
  settings: {},
  numbers: [],
  log: [],
  times: 1,
  model: null,
  problems: [],
};

/** Stands for `link.ts`: links of plain JSON, which take no time. */
export const plainLinks = {
  decodeLink: async (hash: string): Promise<ReadLink> => ({ ...NOTHING, ...JSON.parse(hash) }),
  encodeLink: async ({ log, person, item, at }: LinkState): Promise<string> =>
    JSON.stringify({ log, person, item, at }),
};
