import type { Provenance } from '../provenance';

/** As a figure of the present would have it. */
export const FROM: Provenance = {
  dataset: { id: 'beers', name: 'Beers' },
  view: 'timeline',
  model: 'fc3e74ab8af0123456789',
  backend: 'webgpu (Some GPU)',
  entries: 1,
  remarks: [],
  link: 'https://example.org/?backend=webgpu#view=timeline&model=fc3e74ab8af0',
  created: '2026-05-04T03:02:01.000Z',
};
