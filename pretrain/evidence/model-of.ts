import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DataError } from '../../src/data/errors';
import { MANIFEST_FILE } from '../../src/data/readManifest';
import type { WeightValues } from '../../src/model/weights';
import { readBundleFolder } from '../bundle-log';
import type { Prepared } from '../prepare';
import { type Training, trainingOf } from '../recipe';
import type { SourceSet } from './sets';
import { type Folders, openSource, trainOn } from './train-unit';

/** A model of a set, and the data that it was trained on, those of all worlds together. */
export interface ModelOfSeed {
  readonly training: Training;
  readonly joined: Prepared;
  readonly values: WeightValues;
  /** Of the bundle that it was read from; null where it was trained. */
  readonly modelHash: string | null;
}

/** The model of a seed: that of the bundle where it is the bundle's seed, else trained by the recipe, or taken from its checkpoint. */
export async function modelOf(source: SourceSet, seed: number, folders: Folders): Promise<ModelOfSeed> {
  const { bundle } = folders;
  if (bundle && seed === 1) return ofBundle(source, bundle);
  const training = trainingOf(source.descriptor, seed);
  const joined = openSource(source, training);
  return { training, joined, values: await trainOn(source, joined, training, folders), modelHash: null };
}

/** The weights that a bundle ships, with the data prepared as they were when it was trained. */
async function ofBundle(source: SourceSet, folder: string): Promise<ModelOfSeed> {
  if (!existsSync(join(folder, MANIFEST_FILE)))
    throw new DataError(folder, '', 'there is no bundle to measure', 'Train one first, with --only main.');
  const { manifest, weights, vocabulary } = await readBundleFolder(folder);
  const recipe = trainingOf(source.descriptor, manifest.seed);
  const { stateSize, embedSize, attentionSize, hiddenSize, maxWords, product, tone } = manifest.model;
  const sizes = { ...recipe.sizes, stateSize, embedSize, attentionSize, hiddenSize, maxWords, product, tone };
  const training = { ...recipe, sizes };
  const joined = openSource(source, training);
  const same =
    isDeepStrictEqual(JSON.parse(JSON.stringify(joined.config)), manifest.model) &&
    isDeepStrictEqual([...joined.vocabulary], [...vocabulary.word]);
  if (!same)
    throw new DataError(
      folder,
      'model',
      `it was not trained on ${source.file}${source.also.length > 0 ? ` and the ${source.also.length} other worlds` : ''} as they are read now`,
      'Train it anew, with --only main.',
    );
  return {
    training,
    joined,
    values: Object.fromEntries(weights) as WeightValues,
    modelHash: manifest.modelHash,
  };
}
