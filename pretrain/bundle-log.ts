import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundle, loaded } from '../src/data/bundle';
import { DataError } from '../src/data/errors';
import { readBundle } from '../src/data/read';
import { SPLITS, type Split } from '../src/data/tables';
import type { ModelConfig } from '../src/model/config';
import { toFeedbackBatch } from '../src/model/features';
import { pickRows } from '../src/model/keywordMatch';
import { saidRows } from '../src/model/said';
import { tokenize, toVocabulary } from '../src/model/tokens';
import type { Stream } from '../src/training/stream';
import { type History, historyOf, knownWords } from './baselines';
import type { Review } from './review';

/** Reads a bundle from a folder, verified like the page does. */
export async function readBundleFolder(folder: string): Promise<Bundle> {
  const bundle = await readBundle(async (path) => {
    try {
      return new Uint8Array(readFileSync(join(folder, path)));
    } catch {
      throw new DataError(join(folder, path), '', 'the file cannot be read', 'Check --bundle.');
    }
  });
  const { prose, textVectors, words, people } = bundle;
  await Promise.all([prose?.load(), textVectors.load(), words.load(), people.load()]);
  return bundle;
}

/** Rows of a bundle's log, in replay order, as the stream that training code takes. */
export function bundleStream(bundle: Bundle, rows: Int32Array): Stream {
  const { interactions: log, manifest } = bundle;
  const { users, items, ratings, vectors, hasText } = historyOf(bundleHistory(bundle), rows);
  const absent = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const feedback = Array.from(rows, (row) => ({
    rating: absent(log.rating[row]),
    aspects: log.aspects.map((column) => absent(column[row])),
  }));
  const written = Array.from(rows, (_, k) => Boolean(hasText[k]));
  return {
    users: Int32Array.from(users),
    items: Int32Array.from(items),
    ratings: Float64Array.from(ratings),
    feedback: toFeedbackBatch(manifest.model as ModelConfig, feedback, written),
    vectors,
    said: pickRows(saidRows(log.user.length, bundle.keywords, bundle.vocabulary.idf), rows),
  };
}

/**
 * Held-out interactions by row number. People whom the bundle does not know get rows past the last, each an own one; all items
 * that it does not know share the row past the last.
 */
export function matchTest(bundle: Bundle, reviews: readonly Review[]) {
  const users = new Map(bundle.users.id.map((id, row) => [id, row]));
  const items = new Map(bundle.items.id.map((id, row) => [id, row]));
  const { user, item } = bundle.interactions;
  const seen = new Set(Array.from(user, (u, row) => `${u}:${item[row]}`));
  const known = (r: Review) => seen.has(`${users.get(r.user)}:${items.get(r.item)}`);
  const usable = reviews.filter((r) => r.rating !== null && !known(r));
  const strangers = [...new Set(usable.map((r) => r.user))].filter((id) => !users.has(id));
  const strangerRow = new Map(strangers.map((id, k) => [id, users.size + k]));
  return {
    users: Int32Array.from(usable, (r) => users.get(r.user) ?? strangerRow.get(r.user)!),
    items: Int32Array.from(usable, (r) => items.get(r.item) ?? items.size),
    ratings: Float64Array.from(usable, (r) => r.rating!),
    unrated: reviews.filter((r) => r.rating === null).length,
    inLog: reviews.filter((r) => r.rating !== null && known(r)).length,
    unknownUsers: strangers.length,
    unknownItems: new Set(usable.filter((r) => !items.has(r.item)).map((r) => r.item)).size,
  };
}

/**
 * The log of a bundle as the history that baselines take. Its words are those of the texts where the bundle has them, else the
 * keywords that it keeps of each review.
 */
export const bundleHistory = (bundle: Bundle): History => ({
  users: bundle.interactions.user,
  items: bundle.interactions.item,
  ratings: bundle.interactions.rating,
  vectors: loaded(bundle.textVectors),
  hasText: bundle.interactions.hasText,
  words: bundleWords(bundle),
  userCount: bundle.users.id.length,
  itemCount: bundle.items.id.length,
});

function bundleWords({ prose, vocabulary, tokeniser, keywords, interactions }: Bundle): Int32Array[] {
  const texts = prose?.now?.texts;
  if (texts) {
    const lookUp = toVocabulary(vocabulary.word);
    return texts.map((text) => knownWords(tokenize(text, lookUp, tokeniser).map(({ id }) => id)));
  }
  const words: number[][] = Array.from(interactions.user, () => []);
  keywords.interaction.forEach((row, k) => {
    words[row].push(keywords.word[k]);
  });
  return words.map((ids) => Int32Array.from(ids));
}

/** Rows of a bundle's log that lie in one or more parts of its split, in replay order. */
export const bundleRows = (bundle: Bundle, ...parts: Split[]): Int32Array =>
  bundle.interactions.order
    .map((_, row) => row)
    .filter((row) => parts.includes(SPLITS[bundle.interactions.split[row]]));
