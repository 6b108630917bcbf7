import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dispose } from '@tensorflow/tfjs-core';
import { DataError } from '../src/data/errors';
import { logStatistics } from '../src/model/bias';
import type { ModelConfig } from '../src/model/config';
import type { WeightValues } from '../src/model/weights';
import { baselineRows, heldOutOf, historyOf } from './baselines';
import { bundleHistory, bundleRows, bundleStream, matchTest, readBundleFolder } from './bundle-log';
import { measure, PROTOCOL } from './metrics';
import { startTensorFlow } from './node-tf';
import { readReviews } from './reviews';
import { table } from './table';
import { clipTo, predictPairs, streamStates } from './train-stream';
import { toVariables } from './variables';

const HELP = `Measures a bundle on interactions that it has never seen, beside every baseline.

  npm run evaluate -- --bundle DIR --test FILE.jsonl[.gz] [--json FILE] [--relevant 4]

  --bundle DIR    folder of the bundle
  --test FILE     interactions, one JSON object a line: {"user", "item", "rating", …}; the rest of a line is not used,
                  since a prediction may not see its own text or aspects
  --json FILE     writes the table as JSON: an array with a row a model
  --relevant X    smallest rating that counts as relevant (default 4)

The history is the bundle's whole log. Baselines are tuned on its own train and validation parts, then fitted to all of
it; that takes a few minutes. Unknown people and items are predicted from the initial state and counted;
interactions without an overall rating, and pairs that stand in the bundle's log already, are left out and counted.
Protocol: ${PROTOCOL}
`;

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
  const scores = Float64Array.from(await predicted.data());
  dispose([predicted, states.users, states.items, ...Object.values(weights)]);

  const log = bundleHistory(bundle);
  const parts = {
    train: historyOf(log, bundleRows(bundle, 'train')),
    validation: heldOutOf(log, bundleRows(bundle, 'validation')),
    history: log,
    test,
  };
  const drex = measure(
    'drex',
    test,
    scores.map((r) => clipTo(config, r)),
    scores,
    relevant,
  );
  const rows = [drex, ...baselineRows(config, parts, relevant, bundle.manifest.seed, console.error)];
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
