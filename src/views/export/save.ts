import { saveFile } from '../../browser/files';
import type { Verb } from '../../session/session';
import { fileName } from './caption';
import { compose } from './compose';
import type { Found } from './find';
import { toPng } from './png';
import { type Provenance, provenance } from './provenance';
import { toCsv, toJson } from './tableFiles';

export type Format = 'svg' | 'png' | 'csv' | 'json';

/** What a thing can be saved as. */
export const formatsOf = ({ kind }: Found): readonly Format[] =>
  kind === 'table' ? ['csv', 'json'] : ['svg', 'png'];

const TYPES = { svg: 'image/svg+xml', csv: 'text/csv;charset=utf-8', json: 'application/json' };

/** Saves it as a file and gives its name. @throws Error in plain words. */
export const save =
  (found: Found, format: Format): Verb<Promise<string>> =>
  async ({ act }) => {
    const from = await act(provenance);
    const name = fileName(from, found.title, format);
    saveFile(name, await contentOf(found, format, from));
    return name;
  };

async function contentOf(found: Found, format: Format, from: Provenance): Promise<Blob> {
  if (found.kind === 'figure') {
    const svg = compose(found.drawing, found, from, found.look);
    return format === 'png' ? toPng(svg) : new Blob([svg], { type: TYPES.svg });
  }
  return format === 'csv'
    ? new Blob([toCsv(found.grid, found, from)], { type: TYPES.csv })
    : new Blob([toJson(found.grid, found, from)], { type: TYPES.json });
}
