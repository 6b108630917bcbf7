import * as link from '../link';

/** Views of a page, under the names that links have had; and links of such a page. */
export const SCREENS: link.Screens = [
  { name: 'explore', settings: [] },
  { name: 'evidence', settings: ['details'] },
  { name: 'timeline', settings: ['side', 'picked', 'left', 'right'] },
  { name: 'map', settings: [] },
  { name: 'labs', settings: [] },
  { name: 'microscope', settings: ['interaction', 'station', 'tab'] },
  { name: 'others', settings: [] },
  { name: 'start', settings: [] },
];

export const encodeLink = (state: link.LinkState): Promise<string> => link.encodeLink(state, SCREENS);
export const decodeLink = (hash: string): Promise<link.ReadLink> => link.decodeLink(hash, SCREENS);
