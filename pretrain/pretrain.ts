import { readFileSync } from 'node:fs';
import { command, readOptions, UsageError } from '../scripts/options.mjs';
import { checkFolder, checkPlace } from '../scripts/replace.mjs';
import { STATISTICS_REVISION, TOKENISER_REVISION } from '../src/model/revision';
import { EARLIER_BUNDLE } from './bundle-folder';
import { Checkpoints } from './checkpoint';
import { ID, readDescriptor } from './descriptor';
import { exportBundle, sha256 } from './export';
import { describeUse, factsBeside, readFacts } from './item-facts';
import { describeNeutral, neutralDescriptor } from './neutral-descriptor';
import { startTensorFlow } from './node-tf';
import { describeOrder } from './order';
import { PRETRAIN } from './pretrain-options';
import { clock } from './progress';
import { type Training, trainingOf } from './recipe';
import { relevantOn } from './relevant';
import { readReviews } from './reviews';
import { table } from './table';
import { trainModel } from './train';

async function main(): Promise<void> {
  const values = readOptions(PRETRAIN);
  if (!values) return;
  const { data: file } = values;
  const out = values['dry-run'] ? undefined : values.out;
  if (!out && !values['dry-run'])
    throw new UsageError('--out DIR is missing. See: npm run pretrain -- --help');
  const items = values.items ?? factsBeside('items', file) ?? undefined;
  const users = values.users ?? factsBeside('users', file) ?? undefined;
  checkPlace('--cache', values.cache);
  // Before any work: minutes of training must not end in a refusal.
  if (out)
    checkFolder('--out', out, EARLIER_BUNDLE, {
      '--data': file,
      '--also': values.also,
      '--items': items,
      '--users': users,
      '--descriptor': values.descriptor,
      '--cache': values.cache,
    });
  const started = Date.now();
  const described = values.descriptor === undefined ? null : readDescriptor(values.descriptor);
  const rules = {
    rating: described?.rating ?? null,
    aspects: described?.aspects ?? null,
    repeats: values.repeats ?? 'refuse',
  };
  const reviews = readReviews(file, rules, console.error);
  const also = values.also.map((one) => readReviews(one, rules, console.error));
  const itemFacts = readFacts('items', items ?? null, console.error);
  const userFacts = readFacts('users', users ?? null, console.error);
  const descriptor = described ?? neutralDescriptor(file, out, [...reviews, ...also.flat()], itemFacts);
  if (!described) for (const line of describeNeutral(descriptor)) console.error(line);
  const { itemName, itemNote, userName, itemFacts: ofItems, userFacts: ofUsers } = descriptor;
  const wanted = (...fields: (string | null | undefined | { readonly field: string })[]) =>
    fields.flatMap((one) => (one ? [typeof one === 'string' ? one : one.field] : []));
  if (items)
    for (const note of describeUse(
      'items',
      itemFacts,
      reviews,
      wanted(itemName === ID ? null : itemName, itemNote, ...ofItems),
    ))
      console.error(`${items}: ${note}`);
  if (users)
    for (const note of describeUse(
      'users',
      userFacts,
      reviews,
      wanted(userName === ID ? null : userName, ...ofUsers),
    ))
      console.error(`${users}: ${note}`);
  const recipe = trainingOf(descriptor, values.seed);
  const training: Training = {
    ...recipe,
    textEpochs: values['text-epochs'] ?? recipe.textEpochs,
    textRate: values['text-rate'] ?? recipe.textRate,
    episodes: values.episodes ?? recipe.episodes,
    rate: values.rate ?? recipe.rate,
    relevant: relevantOn(descriptor.rating, values.relevant),
    sizes: {
      ...recipe.sizes,
      stateSize: values['state-size'] ?? recipe.sizes.stateSize,
      embedSize: values['embed-size'] ?? recipe.sizes.embedSize,
      hiddenSize: values['hidden-size'] ?? recipe.sizes.hiddenSize,
    },
  };

  const checkpoints = new Checkpoints(values.cache, {
    training,
    descriptor,
    revisions: [TOKENISER_REVISION, STATISTICS_REVISION],
    data: [file, ...values.also].map((one) => sha256(readFileSync(one))),
  });
  if (values.fresh) checkpoints.clear();
  await startTensorFlow();
  const result = await trainModel(file, reviews, also, descriptor, training, checkpoints);
  console.log(table(result.metrics));
  if (out) {
    const manifest = await exportBundle(out, {
      ...result,
      itemFacts,
      userFacts,
      order: describeOrder(reviews),
      seed: training.seed,
      relevant: training.relevant,
    });
    const bytes = manifest.files.reduce((sum, f) => sum + f.bytes, 0);
    console.error(
      `${out}: ${(bytes / 1e6).toFixed(2)} MB in ${manifest.files.length} files, model ${manifest.modelHash.slice(0, 12)}`,
    );
  }
  console.error(`done in ${clock(Date.now() - started)}`);
}

command(main);
