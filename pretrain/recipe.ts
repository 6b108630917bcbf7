import { defaultRelevant } from '../src/model/metrics';
import type { StreamOrder } from '../src/training/streamOrder';
import type { Descriptor } from './descriptor';
import type { JointOptions } from './finish-jointly';
import { DEFAULT_SIZES, type ModelSizes } from './prepare';
import type { TextOptions, TopicWords } from './train-text';
import { DREX, type Variant } from './variant';

/** What a model is trained with. */
export interface Training {
  readonly seed: number;
  readonly sizes: ModelSizes;
  readonly textEpochs: number;
  readonly textBatch: number;
  readonly textRate: number;
  readonly wordDropout: number;
  readonly vectorDropout: number;
  readonly topics: number;
  readonly topicWords: TopicWords;
  readonly episodes: number;
  readonly rate: number;
  readonly support: number;
  /** How episodes stream; null: as the page replays, see {@link orderOf}. */
  readonly order: StreamOrder | null;
  readonly huber: number;
  readonly absolute: number;
  readonly dropText: number;
  readonly dropRatings: number;
  readonly average: number;
  /** Raises the initial bias of the update gates. */
  readonly updateBias: number;
  readonly relevant: number;
  /** See {@link EpisodeLossOptions}. */
  readonly stateDropout: number;
  readonly choosing: ChoiceRecipe;
  /** The full model, or an ablation of it. */
  readonly variant: Variant;
  // Of trials only. What is absent leaves the text of the recipe, and so its hash, as it was.
  /** See {@link TextOptions}. */
  readonly aspectTask?: false;
  /** See {@link LossOptions}. */
  readonly ordinal?: number;
  readonly joint?: JointOptions;
  /** Deviation of the text vectors that word embeddings begin with, see {@link wordSpace}; 0 for embeddings at random. */
  readonly wordSpace: number;
  /** The text encoder learns from single sentences as well, see {@link withSentences}. */
  readonly sentences?: boolean | undefined;
}

/** How the choice score is trained beside the ratings, see {@link ChoiceOptions}. */
export interface ChoiceRecipe {
  readonly ratings: number;
  readonly dropout: number;
  readonly short: number;
  readonly others: number;
  /** Where κ begins: a scalar learns slowly. */
  readonly kappa: number;
}

/** What measured best on the validation part of the beers. */
export const DEFAULT_TRAINING: Training = {
  seed: 1,
  sizes: DEFAULT_SIZES,
  textEpochs: 4,
  textBatch: 128,
  textRate: 4e-3,
  wordDropout: 0.1,
  vectorDropout: 0.2,
  topics: 1,
  topicWords: 'all',
  wordSpace: 0,
  episodes: 280,
  rate: 6e-3,
  support: 0.8,
  order: null,
  huber: 0.5,
  absolute: 0,
  dropText: 0.1,
  dropRatings: 0.07,
  average: 0.98,
  updateBias: 1,
  relevant: 4,
  stateDropout: 0.5,
  choosing: { ratings: 4, dropout: 0.2, short: 0, others: 0, kappa: 14 },
  variant: DREX,
};

/** The recipe of a data set: the defaults, and what its descriptor says measured better. */
export function trainingOf(descriptor: Descriptor, seed: number): Training {
  const { product, stateSize, hiddenSize, tone, choosing, ...rest } = descriptor.training;
  const defined = <T extends object>(options: T) =>
    Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const sizes: ModelSizes = { ...DEFAULT_SIZES, ...defined({ product, stateSize, hiddenSize, tone }) };
  return {
    ...DEFAULT_TRAINING,
    ...defined(rest),
    choosing: { ...DEFAULT_TRAINING.choosing, ...defined(choosing ?? {}) },
    relevant: defaultRelevant(descriptor.rating),
    sizes,
    seed,
  };
}

/** What the recipe says of the text encoder; runs that agree in it, in sizes and in data share one. */
export const textOptions = (training: Training): TextOptions & Pick<Training, 'wordSpace' | 'sentences'> => ({
  seed: training.seed,
  epochs: training.textEpochs,
  batch: training.textBatch,
  rate: training.textRate,
  wordDropout: training.wordDropout,
  vectorDropout: training.vectorDropout,
  topics: training.topics,
  topicWords: training.topicWords,
  aspectTask: training.aspectTask,
  wordSpace: training.wordSpace,
  sentences: training.sentences,
});
