import {
  type AnyCommand,
  choice,
  command,
  file,
  flag,
  folder,
  number,
  readOptions,
  text,
} from '../scripts/options.mjs';
import { checkFile, type EarlierFile, jsonOf, replaceFile } from '../scripts/replace.mjs';
import { DataError } from '../src/data/errors';
import { SPLITS } from '../src/data/tables';
import type { ModelConfig } from '../src/model/config';
import type { WeightValues } from '../src/model/weights';
import { heldOutOf, historyOf, tuneBaselines } from './baselines';
import { bundleHistory, bundleRows, bundleStream, matchTest, readBundleFolder } from './bundle-log';
import { rankOfBaseline, rankOfPredictor, SHORT, shortMeans } from './evidence/short-histories';
import { clipTo, metricsRow } from './measure-all';
import { startTensorFlow } from './node-tf';
import { DREX_MODEL, outcomeOfBaseline, outcomeOfPredictor } from './outcome';
import { predictorAfter } from './predictor';
import { PROTOCOL, thresholdOf } from './protocol';
import { relevantOn } from './relevant';
import { REPEATS, REPEATS_HELP } from './repeats';
import { readReviews } from './reviews';
import { table } from './table';

const EVALUATE = {
  run: 'npm run evaluate --',
  about: 'Measures a bundle on interactions that it has never seen, beside every baseline.',
  options: {
    bundle: folder('DIR', 'folder of the bundle', { required: true }),
    test: file(
      'FILE',
      'interactions, one JSON object a line, gzip or plain: {"user", "item", "rating", …}; the rest of a line is not used, since a prediction may not see its own text or aspects. Left out, the bundle’s own test part is measured',
    ),
    repeats: choice('WHAT', REPEATS_HELP, { of: REPEATS, otherwise: 'refuse' }),
    json: text(
      'FILE',
      'writes the table as JSON: an array with a row a model. A file that is there is replaced only if it holds such a table',
    ),
    relevant: number('X', 'smallest rating that counts as relevant, on the scale of the ratings', {
      otherwise: '0.8 of its top',
    }),
    short: flag(
      'ranks the catalogue also for people cut to their first 1, 2 and 5 reviews; takes many times as long',
    ),
  },
  notes: `
The history is the bundle's whole log; its train and validation parts where its own test part is measured. Baselines are
tuned on its train and validation parts, then fitted to all of the history; that takes a few minutes. The content
baseline reads the texts of the bundle, or where it has none the keywords that it keeps of them. Unknown people and items are
predicted from the initial state and counted; interactions without an overall rating, and pairs that stand in the bundle's
log already, are left out and counted.
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
  const { seed } = bundle.manifest;
  const relevant = relevantOn(config.rating, values.relevant);
  const rules = { rating: config.rating, aspects: null, repeats: values.repeats ?? 'refuse' };
  const log = bundleHistory(bundle);
  const asked = values.test ? matchTest(bundle, readReviews(values.test, rules, console.error)) : null;
  const rows = asked ? bundleRows(bundle, ...SPLITS) : bundleRows(bundle, 'train', 'validation');
  const test = asked ?? heldOutOf(log, bundleRows(bundle, 'test'));
  const n = test.users.length;
  if (n === 0)
    throw new DataError(
      values.test ?? values.bundle,
      '',
      'no rated interaction is new to the bundle',
      'Give unseen ones.',
    );

  await startTensorFlow();
  const weights = Object.fromEntries(bundle.weights) as WeightValues;
  // Rows more on either side: nobody streams through them, so they stay the initial states of unknown entities.
  const people = log.userCount + (asked?.unknownUsers ?? 0);
  const after = (history: Int32Array) =>
    predictorAfter(config, weights, bundleStream(bundle, history), people, log.itemCount + 1);
  const testBed = {
    history: historyOf(log, rows),
    test,
    relevant,
    clip: (rating: number) => clipTo(config, rating),
  };
  const predictor = after(rows);
  const drex = outcomeOfPredictor(testBed, predictor, { ...DREX_MODEL, settings: '' });
  predictor.dispose();
  const baselines = tuneBaselines(
    config,
    historyOf(log, bundleRows(bundle, 'train')),
    heldOutOf(log, bundleRows(bundle, 'validation')),
    { relevant, seed },
    console.error,
  );
  const outcomes = [drex, ...baselines.map((one) => outcomeOfBaseline(testBed, one))];
  const input = { log, itemCount: log.itemCount, history: rows, test, relevant, userIds: bundle.users.id };
  const ranks = [rankOfPredictor(after), ...baselines.map((one) => rankOfBaseline(one, log))];
  const measured = outcomes.map((one, k) => ({
    ...metricsRow(one, one, test),
    ...(values.short && { short: shortMeans(input, ranks[k], seed) }),
  }));
  console.log(table(measured));
  if (values.short) {
    console.log(`\nCatalogue NDCG@10 where only the first ${SHORT.join(', ')} reviews of a person are known`);
    for (const { model, short = [] } of measured)
      console.log(`${model.padEnd(22)}${short.map((one) => one['catalogue/ndcg@10'].toFixed(4)).join('  ')}`);
  }
  const left = asked
    ? `; ${asked.unknownUsers} unknown people and ${asked.unknownItems} unknown items start from the initial state; ` +
      `left out: ${asked.unrated} without a rating, ${asked.inLog} in the bundle's log`
    : '';
  console.log(`${n} interactions measured${left}. ${thresholdOf(relevant)}`);
  if (json) replaceFile(json, `${JSON.stringify(measured, null, 2)}\n`);
}

command(main);
