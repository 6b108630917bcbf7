import type { Modality } from '../../src/vocabulary';
import type { Training } from '../recipe';
import { DREX, type Variant } from '../variant';

/** What decides which forms of the model a set is measured with. */
export interface FormSet {
  readonly aspects: number;
  readonly recipe: Training;
}

/** A form of the model that is trained beside DReX to tell what each part is worth. */
export interface Form {
  readonly id: string;
  readonly label: string;
  readonly settings: string;
  readonly family: 'ablation' | 'trial';
  readonly kept?: boolean;
  /** Whether it says anything of a set; of every set where absent. */
  readonly fits?: (set: FormSet) => boolean;
  readonly variant?: Partial<Variant>;
  /** Modalities that it never sees. */
  readonly without?: readonly Modality[];
  readonly training?: Partial<Training>;
  /** Plain damped biases as the residual base: no own scale, no reliability. */
  readonly plainBase?: boolean;
  /** The history in a random order when predicting. */
  readonly shuffled?: boolean;
  /** Predictions averaged over this many random orders of the history. */
  readonly orders?: number;
}

const ablation = (id: string, label: string, settings: string, form: Partial<Form>): Form => ({
  id,
  label,
  settings,
  family: 'ablation',
  ...form,
});
const trial = (id: string, label: string, settings: string, kept: boolean, form: Partial<Form>): Form => ({
  id,
  label,
  settings,
  family: 'trial',
  kept,
  ...form,
});

/** Where the Huber loss goes over from squares to absolute values, in deviations of the training ratings. */
const HUBER = 0.5;
const squared = ({ huber, absolute }: Training): boolean => huber === 0 && absolute === 0;

/** τ of the ordinal loss, in deviations of the training ratings; of 0.12, 0.25, 0.5 and 1 the best on beers’ validation. */
const ORDINAL = 0.25;
const JOINT = { episodes: 10, rate: 5e-4, textRate: 5e-4 };
/** Latest interactions of a person that are attended over. */
const ATTENDED = 64;

/** The parts taken away one at a time, and what was tried for quality. Each is trained anew like DReX itself. */
export const FORMS: readonly Form[] = [
  ablation('dot', 'dot term only', 'No MLP in the scorer.', { variant: { scorer: 'dot' } }),
  ablation('mlp', 'MLP term only', 'No dot product in the scorer.', { variant: { scorer: 'mlp' } }),
  ablation('no-text', 'no text', 'Text removed from training and history.', { without: ['text'] }),
  ablation(
    'no-ratings',
    'no ratings',
    'Overall ratings removed from the features and the history’s statistics; they stay the training targets.',
    { without: ['rating'] },
  ),
  ablation('no-aspects', 'no aspects', 'Aspect ratings removed from training and history.', {
    without: ['aspects'],
    fits: ({ aspects }) => aspects > 0,
  }),
  ablation('states-only', 'states only', 'The choice score has no match of keywords.', {
    variant: { match: 'states' },
  }),
  ablation(
    'words-only',
    'words only',
    'The choice score has no match of states; popularity still reads the item’s.',
    {
      variant: { match: 'words' },
    },
  ),
  ablation('users-only', 'only people refined', 'Items keep their initial state.', {
    variant: { refinement: 'users' },
  }),
  ablation('items-only', 'only items refined', 'People keep their initial state.', {
    variant: { refinement: 'items' },
  }),
  ablation(
    'pooled',
    'mean of features, no GRU',
    'A state is the initial one plus the mean of the features.',
    {
      variant: { refinement: 'pooled' },
    },
  ),
  ablation('shuffled', 'order shuffled', 'The same weights; the history replayed in a random order.', {
    shuffled: true,
  }),
  trial('plain-base', 'residual on plain damped biases', 'Without own scales and reliabilities.', false, {
    plainBase: true,
  }),
  trial('squared', 'squared loss', 'In place of the loss of the recipe.', false, {
    training: { huber: 0, absolute: 0 },
    fits: ({ recipe }) => !squared(recipe),
  }),
  trial('huber', 'Huber loss', `In place of the squared loss, from ${HUBER} deviations on.`, false, {
    training: { huber: HUBER },
    fits: ({ recipe }) => squared(recipe),
  }),
  trial('no-dropout', 'no modality dropout', 'No text or rating is dropped in training.', false, {
    training: { dropText: 0, dropRatings: 0 },
  }),
  trial('no-averaging', 'last weights, not their running mean', 'The weights of the last episode.', false, {
    training: { average: 0 },
  }),
  trial('wide', 'states twice as wide', 'D twice that of the recipe.', false, {}),
  trial(
    'orders',
    'mean over eight orders',
    'Predictions averaged over eight random orders; no one trace explains it.',
    false,
    {
      orders: 8,
    },
  ),
  trial('two-passes', 'history streamed twice', 'A second pass starts from the states of the first.', false, {
    variant: { refinement: 'twice' },
  }),
  trial(
    'no-counts',
    'states without counts',
    'The scorer sees states only, no counts, biases, scales or reliabilities beside them; the base stays.',
    false,
    { variant: { counts: false } },
  ),
  trial(
    'ordinal',
    'ordinal loss',
    `In place of the loss of the recipe: cross-entropy of being above each midpoint of the scale’s steps, logistic with τ ${ORDINAL} deviations of the ratings.`,
    false,
    { training: { ordinal: ORDINAL } },
  ),
  trial('topics', 'text encoder also tells its words', 'Second task: which words a review holds.', false, {
    training: { topics: 1 },
    fits: ({ recipe }) => recipe.topics === 0,
  }),
  trial(
    'no-topics',
    'text encoder tells no words',
    'Without the second task: which words a review holds.',
    false,
    { training: { topics: 0 }, fits: ({ recipe }) => recipe.topics > 0 },
  ),
  trial(
    'no-aspect-task',
    'text encoder tells the overall rating only',
    'Aspects stay features; the encoder is not asked for them.',
    false,
    { training: { aspectTask: false }, fits: ({ aspects }) => aspects > 0 },
  ),
  trial(
    'joint',
    'joint finish of the text encoder',
    `${JOINT.episodes} more episodes whose gradient flows on into the text encoder, at ${JOINT.textRate}; all else at ${JOINT.rate}.`,
    false,
    { training: { joint: JOINT } },
  ),
  trial(
    'history-attention',
    'attention over the history',
    `Each item adds to a person’s state the features of the history that speak to it; the latest ${ATTENDED} interactions.`,
    false,
    { variant: { attention: ATTENDED } },
  ),
];

/** What each modality, each match and the cells are worth: measured unless other forms are asked for. */
export const CORE_FORMS = [
  'no-text',
  'no-ratings',
  'no-aspects',
  'states-only',
  'words-only',
  'pooled',
] as const;

/** The forms, of those asked for, that say something of a set. */
export const formsFor = (set: FormSet, ids: readonly string[]): Form[] =>
  ids.map(formOf).filter(({ fits }) => fits?.(set) ?? true);

export const formOf = (id: string): Form => {
  const form = FORMS.find((one) => one.id === id);
  if (!form) throw new Error(`There is no form "${id}".`);
  return form;
};

/** The recipe of a form. */
export const trainingOfForm = (form: Form, recipe: Training): Training => ({
  ...recipe,
  ...form.training,
  variant: { ...DREX, ...form.variant },
  ...(form.id === 'wide' && { sizes: { ...recipe.sizes, stateSize: 2 * recipe.sizes.stateSize } }),
});

/** One piece of work of the evidence, done in a process of its own; its result is kept in a file. */
export type Unit =
  /** Trains, measures all that training anew is not needed for, and writes the bundle of the first seed. */
  | { readonly kind: 'main'; readonly seed: number }
  /** DReX and the baselines alone: of the first seed by the bundle as it lies there, of others trained. */
  | { readonly kind: 'table'; readonly seed: number }
  /** What `main` measures beside the table, of the first seed by the bundle. */
  | { readonly kind: 'details'; readonly seed: number }
  /** What simulated people find; of the first seed by the bundle. */
  | { readonly kind: 'behaviours'; readonly seed: number }
  | { readonly kind: 'form'; readonly seed: number; readonly form: string }
  | {
      readonly kind: 'missing';
      readonly seed: number;
      readonly modality: Modality;
      readonly share: number;
    }
  | { readonly kind: 'latest-out'; readonly seed: number }
  /** What the page shows of the written bundle against the planted truth; after `main` of the first seed. */
  | { readonly kind: 'planted'; readonly seed: number };

export const unitName = (unit: Unit): string =>
  [
    unit.kind,
    ...(unit.kind === 'form' ? [unit.form] : []),
    ...(unit.kind === 'missing' ? [unit.modality, unit.share] : []),
    unit.seed,
  ].join('-');

/** Shares of a modality that are removed. */
export const SHARES = [0, 0.25, 0.5, 0.75, 1] as const;
/** Of these, the ones for which the model is trained anew: each costs as much as DReX itself. That with nothing left is an ablation. */
export const TRAINED_SHARES = [0.5] as const;
