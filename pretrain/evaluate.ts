import {
  type AnyCommand,
  choice,
  command,
  file,
  folder,
  number,
  readOptions,
  text,
} from '../scripts/options.mjs';
import { checkFile, type EarlierFile, jsonOf, replaceFile } from '../scripts/replace.mjs';
import { DataError } from '../src/data/errors';
import { logStatistics } from '../src/model/bias';
import type { ModelConfig } from '../src/model/config';
import type { WeightValues } from '../src/model/weights';
import { baselineRows, heldOutOf, historyOf } from './baselines';
import { bundleHistory, bundleRows, bundleStream, matchTest, readBundleFolder } from './bundle-log';
import { measure, PROTOCOL, thresholdOf } from './metrics';
import { startTensorFlow } from './node-tf';
import { relevantOn } from './relevant';
import { REPEATS, REPEATS_HELP } from './repeats';
import { readReviews } from './reviews';
import { table } from './table';
import { dispose } from './tf';
import { clipTo, predictPairs, streamStates } from './train-stream';
import { toVariables } from './variables';

const EVALUATE = {
  run: 'npm run evaluate --',
  about: 'Measures a bundle on interactions that it has never seen, beside every baseline.',
  options: {
    bundle: folder('DIR', 'folder of the bundle', { required: true }),
    test: file(
      'FILE',
      'interactions, one JSON object a line, gzip or plain: {"user", "item", "rating", …}; the rest of a line is not used, since a prediction may not see its own text or aspects',
      { required: true },
    ),
    repeats: choice('WHAT', REPEATS_HELP, { of: REPEATS, otherwise: 'refuse' }),
    json: text(
      'FILE',
      'writes the table as JSON: an array with a row a model. A file that is there is replaced only if it holds such a table',
    ),
    relevant: number('X', 'smallest rating that counts as relevant, on the scale of the ratings', {
      otherwise: '0.8 of its top',
    }),
  },
  notes: `
The history is the bundle's whole log. Baselines are tuned on its own train and validation parts, then fitted to all of
it; that takes a few minutes. Unknown people and items are predicted from the initial state and counted;
interactions without an overall rating, and pairs that stand in the bundle's log already, are left out and counted.
Protocol: ${PROTOCOL}`,
} satisfies AnyCommand;

/** A table that this command wrote. */
const EARLIER_TABLE: EarlierFile = {
  what: 'an earlier table of this command',
  is: (content) => {
    const rows = jsonOf(content);
    return (
      Array.isArray(rows) &&
      rows.length > 0 &&
      rows.every((row) => row?.model !== undefined && row.rmse !== undefined)
    );
  },
};

async function main(): Promise<void> {
  const values = readOptions(EVALUATE);
  if (!values) return;
  const { json } = values;
  if (json) checkFile('--json', json, EARLIER_TABLE, { '--bundle': values.bundle, '--test': values.test });

  const bundle = await readBundleFolder(values.bundle);
  const config = bundle.manifest.model as ModelConfig;
  const relevant = relevantOn(config.rating, values.relevant);
  const rules = { rating: config.rating, aspects: null, repeats: values.repeats ?? 'refuse' };
  const reviews = readReviews(values.test, rules, console.error);
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
      `start from the initial state; left out: ${test.unrated} without a rating, ${test.inLog} in the bundle's log. ${thresholdOf(relevant)}`,
  );
  if (json) replaceFile(json, `${JSON.stringify(rows, null, 2)}\n`);
}

command(main);
