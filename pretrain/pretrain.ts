import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DataError } from '../src/data/errors';
import { Checkpoints } from './checkpoint';
import { readDescriptor } from './descriptor';
import { exportBundle, sha256 } from './export';
import { readItemFacts } from './item-facts';
import { startTensorFlow } from './node-tf';
import { describeOrder } from './order';
import { DEFAULT_SIZES } from './prepare';
import { clock } from './progress';
import { readReviews } from './reviews';
import { table } from './table';
import { DEFAULT_TRAINING, type Training, trainingOf, trainModel } from './train';

const HELP = `Trains DReX on a review file and writes a bundle for the page.

  npm run pretrain -- --data FILE --out DIR [options]

  --data FILE         reviews, one JSON object a line, gzip or plain:
                      {"user", "item", "rating", "aspects": {…}, "text", "time" or "seq"}
  --out DIR           folder of the bundle; replaced in one go when all is done
  --descriptor FILE   names, scales and terms of the data set (default pretrain/datasets/beers.json)
  --also FILE         more reviews to learn from, of other people and items; may be given several times. They train
                      the model and stay out of the bundle, of its split and of its metrics
  --items FILE        JSON object: item id → facts (default: FILE with .items.json beside the data, if there)
  --seed N            split, order, initial weights and episodes (default 1)
  --text-epochs N     epochs of the text encoder (default: the descriptor’s, else ${DEFAULT_TRAINING.textEpochs})
  --episodes N        episodes of the refinement (default: the descriptor’s, else ${DEFAULT_TRAINING.episodes})
  --text-rate X       peak learning rate of the text encoder (default: the descriptor’s, else ${DEFAULT_TRAINING.textRate})
  --rate X            peak learning rate of the refinement (default: the descriptor’s, else ${DEFAULT_TRAINING.rate})
  --state-size N      D, size of a state (default: the descriptor’s, else ${DEFAULT_SIZES.stateSize})
  --embed-size N      E, size of a word embedding (default: the descriptor’s, else ${DEFAULT_SIZES.embedSize})
  --hidden-size N     hidden units of the scorer's MLP (default: the descriptor’s, else ${DEFAULT_SIZES.hiddenSize})
  --relevant X        smallest rating that counts as relevant in ranking (default 4)
  --cache DIR         checkpoints (default .cache/pretrain); a killed run resumes from there
  --fresh             ignore checkpoints
  --dry-run           train and evaluate, write no bundle
  --help              this text
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      out: { type: 'string' },
      descriptor: { type: 'string', default: 'pretrain/datasets/beers.json' },
      also: { type: 'string', multiple: true, default: [] },
      items: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'text-epochs': { type: 'string' },
      episodes: { type: 'string' },
      'text-rate': { type: 'string' },
      rate: { type: 'string' },
      'state-size': { type: 'string' },
      'embed-size': { type: 'string' },
      'hidden-size': { type: 'string' },
      relevant: { type: 'string', default: '4' },
      cache: { type: 'string', default: '.cache/pretrain' },
      fresh: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void console.log(HELP);
  const { data: file, out } = values;
  if (!file || !(out || values['dry-run']))
    throw new DataError('options', '', '--data and --out are needed', HELP);
  const number = (name: keyof typeof values, positive = true): number => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || (positive && value <= 0))
      throw new DataError(
        'options',
        `--${name}`,
        `"${values[name]}" is not a positive number`,
        'See --help.',
      );
    return value;
  };
  const descriptor = readDescriptor(values.descriptor);
  const recipe = trainingOf(descriptor, number('seed', false));
  const training: Training = {
    ...recipe,
    ...(values['text-epochs'] && { textEpochs: number('text-epochs') }),
    ...(values['text-rate'] && { textRate: number('text-rate') }),
    ...(values.episodes && { episodes: number('episodes') }),
    ...(values.rate && { rate: number('rate') }),
    relevant: number('relevant', false),
    sizes: {
      ...recipe.sizes,
      ...(values['state-size'] && { stateSize: number('state-size') }),
      ...(values['embed-size'] && { embedSize: number('embed-size') }),
      ...(values['hidden-size'] && { hiddenSize: number('hidden-size') }),
    },
  };
  const started = Date.now();
  const reviews = readReviews(file, { rating: descriptor.rating, aspects: descriptor.aspects });
  const also = values.also.map((one) =>
    readReviews(one, { rating: descriptor.rating, aspects: descriptor.aspects }),
  );
  const beside = file.replace(/\.jsonl(\.gz)?$/, '.items.json');
  const itemFacts = readItemFacts(values.items ?? (existsSync(beside) ? beside : null));
  console.error(`${reviews.length} interactions read from ${file}`);

  const checkpoints = new Checkpoints(values.cache, {
    training,
    descriptor,
    data: [file, ...values.also].map((one) => sha256(readFileSync(one))),
  });
  if (values.fresh) checkpoints.clear();
  await startTensorFlow();
  const result = await trainModel(file, reviews, also, descriptor, training, checkpoints);
  console.log(table(result.metrics));
  if (out) {
    const manifest = exportBundle(out, {
      ...result,
      itemFacts,
      order: describeOrder(reviews),
      seed: training.seed,
    });
    const bytes = manifest.files.reduce((sum, f) => sum + f.bytes, 0);
    console.error(
      `${out}: ${(bytes / 1e6).toFixed(2)} MB in ${manifest.files.length} files, model ${manifest.modelHash.slice(0, 12)}`,
    );
  }
  console.error(`done in ${clock(Date.now() - started)}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof DataError ? error.message : error);
  process.exitCode = 1;
});
