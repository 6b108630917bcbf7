import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from '../src/data/bundle';
import { DataError } from '../src/data/errors';
import { readBundle } from '../src/data/read';
import { SPLITS, type Split } from '../src/data/tables';
import type { ModelConfig } from '../src/model/config';
import { toFeedbackBatch } from '../src/model/features';
import type { History } from './baselines';
import type { Review } from './review';
import type { Stream } from './train-stream';

/** Reads a bundle from a folder, verified like the page does. */
export const readBundleFolder = (folder: string): Promise<Bundle> =>
  readBundle(async (path) => {
    try {
      return new Uint8Array(readFileSync(join(folder, path)));
    } catch {
      throw new DataError(join(folder, path), '', 'the file cannot be read', 'Check --bundle.');
    }
  });

/** The log of a bundle as the stream that training code takes. */
export function bundleStream(bundle: Bundle): Stream {
  const { interactions: log, manifest } = bundle;
  const absent = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const feedback = Array.from(log.user, (_, row) => ({
    rating: absent(log.rating[row]),
    aspects: log.aspects.map((column) => absent(column[row])),
  }));
  return {
    users: log.user,
    items: log.item,
    ratings: log.rating,
    feedback: toFeedbackBatch(
      manifest.model as ModelConfig,
      feedback,
      Array.from(log.hasText, (bit) => bit === 1),
    ),
    vectors: bundle.textVectors,
  };
}

/** Held-out interactions by row number; an entity that the bundle does not know gets the row past the last. */
export function matchTest(bundle: Bundle, reviews: readonly Review[]) {
  const users = new Map(bundle.users.id.map((id, row) => [id, row]));
  const items = new Map(bundle.items.id.map((id, row) => [id, row]));
  const { user, item } = bundle.interactions;
  const seen = new Set(Array.from(user, (u, row) => `${u}:${item[row]}`));
  const known = (r: Review) => seen.has(`${users.get(r.user)}:${items.get(r.item)}`);
  const usable = reviews.filter((r) => r.rating !== null && !known(r));
  return {
    users: Int32Array.from(usable, (r) => users.get(r.user) ?? users.size),
    items: Int32Array.from(usable, (r) => items.get(r.item) ?? items.size),
    ratings: Float64Array.from(usable, (r) => r.rating!),
    unrated: reviews.filter((r) => r.rating === null).length,
    inLog: reviews.filter((r) => r.rating !== null && known(r)).length,
    unknownUsers: new Set(usable.filter((r) => !users.has(r.user)).map((r) => r.user)).size,
    unknownItems: new Set(usable.filter((r) => !items.has(r.item)).map((r) => r.item)).size,
  };
}

/** The log of a bundle as the history that baselines take. */
export const bundleHistory = (bundle: Bundle): History => ({
  users: bundle.interactions.user,
  items: bundle.interactions.item,
  ratings: bundle.interactions.rating,
  vectors: bundle.textVectors,
  hasText: bundle.interactions.hasText,
  userCount: bundle.users.id.length,
  itemCount: bundle.items.id.length,
});

/** Rows of a bundle's log that lie in one or more parts of its split, in replay order. */
export const bundleRows = (bundle: Bundle, ...parts: Split[]): Int32Array =>
  bundle.interactions.order
    .map((_, row) => row)
    .filter((row) => parts.includes(SPLITS[bundle.interactions.split[row]]));
