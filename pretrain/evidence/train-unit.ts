import type { WeightValues } from '../../src/model/weights';
import { Checkpoints } from '../checkpoint';
import { firstOfPool, poolReviews } from '../pooled';
import type { Prepared, SplitBy } from '../prepare';
import { type Training, textOptions } from '../recipe';
import { fitStream, fitText, prepareTuned } from '../train';
import type { SourceSet } from './sets';

export interface Folders {
  readonly cache: string;
  /** Folder that the bundle of the first seed is written to; null to write none. */
  readonly bundle: string | null;
}

/** The pooled reviews of a seed, prepared. */
export const openSource = (source: SourceSet, training: Training, splitBy?: SplitBy): Prepared =>
  prepareTuned(source.file, poolReviews(source.reviews, source.also), source.descriptor, training, splitBy);

/** Without the reviews that only teach. */
export const measured = (source: SourceSet, joined: Prepared): Prepared =>
  source.also.length > 0 ? firstOfPool(joined) : joined;

/** Trains, with checkpoints; the text encoder is shared by all runs that train it alike. */
export async function trainOn(
  source: SourceSet,
  data: Prepared,
  training: Training,
  folders: Folders,
  mask = '',
): Promise<WeightValues> {
  // What tones count is no part of the encoder.
  const { tone: _, ...sizes } = training.sizes;
  const encoder = { ...textOptions(training), sizes };
  const { vocabularySize } = data.config;
  const text = new Checkpoints(folders.cache, { encoder, vocabularySize, mask, data: source.hash });
  const stream = new Checkpoints(folders.cache, { training, config: data.config, mask, data: source.hash });
  return fitStream(data, fitText(data, training, text), training, stream);
}

/** A model in words: its sizes and base, and the recipe where that is what trained it. */
export function describeModel({ config }: Prepared, training: Training | null): string {
  const { damping, stateSize } = config;
  const base =
    `base: user ${damping.user}, item ${damping.item}, scale ${damping.scale ?? 'off'}, ` +
    `reliability ${damping.reliability ?? 'off'}.`;
  if (!training) return `As it ships: D ${stateSize}; ${base}`;
  const loss =
    (training.huber > 0 ? `Huber loss at ${training.huber}` : 'squared loss') +
    (training.absolute > 0 ? ` with ${training.absolute * 100} % absolute error` : '');
  return `D ${stateSize}, ${training.episodes} episodes at ${training.rate}, ${loss}; ${base}`;
}
