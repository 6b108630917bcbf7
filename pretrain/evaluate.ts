import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dispose } from '@tensorflow/tfjs-core';
import type { Bundle } from '../src/data/bundle';
import { DataError } from '../src/data/errors';
import { readBundle } from '../src/data/read';
import { logStatistics } from '../src/model/bias';
import type { ModelConfig } from '../src/model/config';
import { toFeedbackBatch } from '../src/model/features';
import type { WeightValues } from '../src/model/weights';
import { baselineRows } from './baselines';
import { measure, PROTOCOL } from './metrics';
import { startTensorFlow } from './node-tf';
import { type Review, readReviews } from './reviews';
import { table } from './table';
import { clipTo, predictPairs, type Stream, streamStates } from './train-stream';
import { toVariables } from './variables';

const HELP = `Measures a bundle on interactions that it has never seen, beside every baseline.

  npm run evaluate -- --bundle DIR --test FILE.jsonl[.gz] [--json FILE] [--relevant 4]

  --bundle DIR    folder of the bundle
  --test FILE     interactions, one JSON object a line: {"user", "item", "rating", …}; the rest of a line is not used,
                  since a prediction may not see its own text or aspects
  --json FILE     writes the table as JSON: an array with a row a model
  --relevant X    smallest rating that counts as relevant (default 4)

The history is the bundle's whole log. Unknown people and items are predicted from the initial state and counted;
interactions without an overall rating, and pairs that stand in the bundle's log already, are left out and counted.
Protocol: ${PROTOCOL}
`;

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

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      bundle: { type: 'string' },
      test: { type: 'string' },
      json: { type: 'string' },
      relevant: { type: 'string', default: '4' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void console.log(HELP);
  if (!values.bundle || !values.test)
    throw new DataError('options', '', '--bundle and --test are needed', HELP);
  const relevant = Number(values.relevant);
  if (!Number.isFinite(relevant))
    throw new DataError('options', '--relevant', `"${values.relevant}" is not a number`, 'See --help.');

  const bundle = await readBundleFolder(values.bundle);
  const config = bundle.manifest.model as ModelConfig;
  const reviews = readReviews(values.test, { rating: config.rating, aspects: config.aspects });
  const test = matchTest(bundle, reviews);
  const n = test.users.length;
  if (n === 0)
    throw new DataError(values.test, '', 'no rated interaction is new to the bundle', 'Give unseen ones.');

  await startTensorFlow();
  const stream = bundleStream(bundle);
  const counts = { userCount: bundle.users.id.length, itemCount: bundle.items.id.length };
  // One row more on either side: nobody streams through it, so it stays the initial state of an unknown entity.
  const statistics = logStatistics(config, stream, counts.userCount + 1, counts.itemCount + 1);
  const weights = toVariables(config, Object.fromEntries(bundle.weights) as WeightValues);
  const states = streamStates(weights, config, stream, counts.userCount + 1, counts.itemCount + 1);
  const predicted = predictPairs(weights, config, states, statistics, test.users, test.items);
  const ratings = Float64Array.from(await predicted.data(), (r) => clipTo(config, r));
  dispose([predicted, states.users, states.items, ...Object.values(weights)]);

  const rows = [
    measure('drex', test, ratings, ratings, relevant),
    ...baselineRows(config, { ...stream, ...counts }, test, relevant),
  ];
  console.log(table(rows));
  console.log(
    `${n} interactions measured; ${test.unknownUsers} unknown people and ${test.unknownItems} unknown items ` +
      `start from the initial state; left out: ${test.unrated} without a rating, ${test.inLog} in the bundle's log`,
  );
  if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
}

main().catch((error: unknown) => {
  console.error(error instanceof DataError ? error.message : error);
  process.exitCode = 1;
});
