/** Which terms of the scorer take part: the whole of it, or one of the two variants kept for comparison. */
export type ScorerVariant = 'full' | 'dot' | 'mlp';

/** One numeric feedback channel: the overall rating, or one aspect. Ratings enter the model standardised. */
export interface RatingScale {
  /** Column name in the data, e.g. `taste`; `rating` for the overall rating. */
  readonly field: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Mean over the train split, in rating units. */
  readonly mean: number;
  /** Standard deviation over the train split, in rating units. */
  readonly deviation: number;
}

/** What a sentence is for the model: up to a full stop, or up to a "but" or a semicolon as well. */
export type ToneUnit = 'sentence' | 'clause';

/** Whether, and how, words of one review differ in their sign. */
export interface ToneConfig {
  readonly unit: ToneUnit;
  /** What the difference between the rating that the unit tells and the mean counts. */
  readonly gain: number;
}

/** Everything that fixes the shape and the constants of a DReX model; stored in the manifest of a bundle. */
export interface ModelConfig {
  /** D: size of a user or item state, and of the interaction features x_τ. */
  readonly stateSize: number;
  /** E: size of a word embedding and of a text vector. */
  readonly embedSize: number;
  /** Hidden units of the additive word attention. */
  readonly attentionSize: number;
  /** Hidden units of the scorer's MLP term. */
  readonly hiddenSize: number;
  /** Words known to the model, including padding (id 0) and unknown (id 1). */
  readonly vocabularySize: number;
  /** Reviews longer than this are cut at this many words, and said to be. */
  readonly maxWords: number;
  readonly rating: RatingScale;
  readonly aspects: readonly RatingScale[];
  readonly scorer: ScorerVariant;
  /** Whether the feature layer also sees rating × text vector, so that what is said in praise can be told from what is said in blame. */
  readonly product: boolean;
  /** μ: mean overall rating of the train split. */
  readonly meanRating: number;
  /** How words of one review differ in their sign; where it is missing they have the sign of the review. */
  readonly tone?: ToneConfig | undefined;
  readonly damping: Damping;
}

/** Pseudo-counts λ of the statistics of the history, see {@link logStatistics}. */
export interface Damping {
  readonly user: number;
  readonly item: number;
  /** λ of each person's own scale; null where everybody's is taken to be the same. */
  readonly scale: number | null;
  /** λ of each person's reliability; null where every rating counts alike. */
  readonly reliability: number | null;
}

/** Word ids with a fixed meaning. */
export const PADDING_ID = 0;
export const UNKNOWN_ID = 1;
export const RESERVED_WORDS = ['<pad>', '<unk>'] as const;

/** How many statistics of the history the scorer sees beside the state of a user and of an item. */
export const KNOWN = { user: 4, item: 3 } as const;

/** Number of presence bits: text, overall rating, and one for each aspect. */
export const presenceSize = (config: ModelConfig): number => 2 + config.aspects.length;

/** Width of the fused input of the feature layer: text vector, rating, aspects, presence bits, product. */
export const fusionSize = (config: ModelConfig): number =>
  (config.product ? 2 : 1) * config.embedSize + 1 + config.aspects.length + presenceSize(config);
