import * as z from 'zod/mini';
import { MODALITIES } from '../vocabulary';
import { readJson } from './readJson';

/** Name of the list of bundles, in the folder that holds them. Made by `npm run datasets`. */
const INDEX_FILE = 'index.json';

/** One entry of the gallery of data sets. */
const cardSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  name: z.string(),
  /** What is real in it, in a few words; left out where its descriptor says nothing. */
  about: z.optional(z.string()),
  description: z.string(),
  planted: z.boolean(),
  counts: z.strictObject({ users: z.int(), items: z.int(), interactions: z.int() }),
  modalities: z.array(z.enum(MODALITIES)),
  /** Size of all files of the bundle, the manifest left out. */
  bytes: z.int(),
  /** What the terms of the source let ship: whole texts, or only what is derived from them. */
  terms: z.enum(['whole-texts', 'derived-only']),
});

export type DatasetCard = z.infer<typeof cardSchema>;

const indexSchema = z.strictObject({ datasets: z.array(cardSchema) });

/**
 * Parses the list of bundles.
 * @throws DataError naming the field.
 */
export const readDatasetIndex = (bytes: Uint8Array): DatasetCard[] =>
  readJson(INDEX_FILE, bytes, indexSchema, 'datasets').datasets;
