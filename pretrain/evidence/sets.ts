import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataError } from '../../src/data/errors';
import { STATISTICS_REVISION, TOKENISER_REVISION } from '../../src/model/revision';
import { type Descriptor, readDescriptor } from '../descriptor';
import { sha256 } from '../export';
import { type Facts, factsBeside, readFacts } from '../item-facts';
import { generate, type Planted } from '../planted/generate';
import type { Review } from '../review';
import { readReviews } from '../reviews';

/** The bundled data sets and the review files they come from; `within` the repository where their terms let them stand there. */
export const SETS = {
  beers: { file: 'ratebeer', planted: false, within: null },
  books: { file: 'books', planted: false, within: 'pretrain/books' },
  films: { file: 'critics', planted: false, within: null },
  instruments: { file: 'instruments', planted: false, within: null },
  teas: { file: 'teas', planted: true, within: 'pretrain/planted/data' },
} as const;
export type SetId = keyof typeof SETS;

/** More worlds of the planted kind, by their seeds, that teach the model; the first world alone is measured and ships. */
const WORLDS = Array.from({ length: 30 }, (_, k) => k + 2);

const REVISIONS = { tokeniser: TOKENISER_REVISION, statistics: STATISTICS_REVISION };

/** A data set as files give it. */
export interface SourceSet {
  readonly id: SetId;
  readonly file: string;
  readonly descriptor: Descriptor;
  readonly reviews: readonly Review[];
  readonly also: readonly (readonly Review[])[];
  /** What stands behind `also`. */
  readonly worlds: readonly Planted[];
  readonly itemFacts: Facts;
  readonly userFacts: Facts;
  /** The planted truth; null for real data. */
  readonly truth: string | null;
  /** Hash of all that the model learns from, and of how texts and statistics are worked out. */
  readonly hash: string;
}

/**
 * Reads a data set; real ones from the folder `from`.
 * @throws DataError naming what is missing or wrong.
 */
export function readSet(id: SetId, from: string): SourceSet {
  const { file: name, planted, within } = SETS[id];
  const folder = within ?? from;
  const file = join(folder, `${name}.jsonl.gz`);
  if (!existsSync(file))
    throw new DataError(
      file,
      '',
      'there is no such file',
      'Name the folder of the review files with --from.',
    );
  const descriptor = readDescriptor(`pretrain/datasets/${id}.json`);
  const worlds = planted ? WORLDS.map(generate) : [];
  const also = worlds.map(({ reviews }) => reviews.map(({ review }, k) => ({ ...review, line: k + 1 })));
  return {
    id,
    file,
    descriptor,
    reviews: readReviews(file, { rating: descriptor.rating, aspects: descriptor.aspects }),
    also,
    worlds,
    itemFacts: readFacts('items', join(folder, `${name}.items.json`)),
    userFacts: readFacts('users', factsBeside('users', file)),
    truth: planted ? join(folder, 'teas.truth.json') : null,
    hash: sha256(Buffer.concat([readFileSync(file), Buffer.from(JSON.stringify([also, REVISIONS]))])),
  };
}
