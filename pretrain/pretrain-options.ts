import { type AnyCommand, choice, file, flag, number, text, whole } from '../scripts/options.mjs';
import { DEFAULT_SIZES } from './prepare';
import { DEFAULT_TRAINING } from './recipe';
import { REPEATS, REPEATS_HELP } from './repeats';

const orElse = (standard: number) => ({ otherwise: `the descriptor’s, else ${standard}` });
const SIZE = { min: 2, max: 512 };
const RATE = { above: 0, max: 1 };

/** `npm run pretrain`. */
export const PRETRAIN = {
  run: 'npm run pretrain --',
  about: 'Trains DReX on a review file and writes a bundle for the page.',
  usage: '--data FILE --out DIR [options]',
  options: {
    data: file(
      'FILE',
      'reviews, gzip or plain: one JSON object a line, {"user", "item", "rating", "aspects": {…}, "text", "time" or "seq"}, or a table (CSV, TSV) whose first row names the same columns, aspects as aspects.taste. An id is text or a whole number of any length (1 and "1" are the same); a time is in Unix seconds, negative before 1970. Other fields are ignored and counted',
      { required: true },
    ),
    out: text(
      'DIR',
      'folder of the bundle: a new or empty one, or that of an earlier bundle, which is replaced in one go when all is done',
    ),
    descriptor: file('FILE', 'names, scales and terms of the data set, as in pretrain/datasets/beers.json', {
      otherwise: 'neutral names, and scales as the values look',
    }),
    also: file(
      'FILE',
      'more reviews to learn from, of other people and items. They train the model and stay out of the bundle, of its split and of its metrics',
      { several: true },
    ),
    items: file(
      'FILE',
      'JSON object: item id → facts. Of several values a list is made; what is an object or a dash is left out',
      {
        otherwise: 'FILE.items.json beside the data, if there',
      },
    ),
    users: file('FILE', 'the same of people: user id → name and facts, as the descriptor asks for them', {
      otherwise: 'FILE.users.json beside the data, if there',
    }),
    repeats: choice('WHAT', REPEATS_HELP, { of: REPEATS, otherwise: 'refuse' }),
    seed: whole('N', 'split, order, initial weights and episodes', {
      min: 0,
      max: 2 ** 32 - 1,
      default: DEFAULT_TRAINING.seed,
    }),
    'text-epochs': whole('N', 'epochs of the text encoder', {
      min: 1,
      max: 1000,
      ...orElse(DEFAULT_TRAINING.textEpochs),
    }),
    episodes: whole('N', 'episodes of the refinement', {
      min: 1,
      max: 100_000,
      ...orElse(DEFAULT_TRAINING.episodes),
    }),
    'text-rate': number('X', 'peak learning rate of the text encoder', {
      ...RATE,
      ...orElse(DEFAULT_TRAINING.textRate),
    }),
    rate: number('X', 'peak learning rate of the refinement', { ...RATE, ...orElse(DEFAULT_TRAINING.rate) }),
    'state-size': whole('N', 'D, size of a state', { ...SIZE, ...orElse(DEFAULT_SIZES.stateSize) }),
    'embed-size': whole('N', 'E, size of a word embedding', {
      ...SIZE,
      otherwise: String(DEFAULT_SIZES.embedSize),
    }),
    'hidden-size': whole('N', 'hidden units of the scorer’s MLP', {
      ...SIZE,
      ...orElse(DEFAULT_SIZES.hiddenSize),
    }),
    relevant: number('X', 'smallest rating that counts as relevant in ranking, on the scale of the ratings', {
      otherwise: '0.8 of its top',
    }),
    cache: text('DIR', 'checkpoints; a killed run resumes from there', { default: '.cache/pretrain' }),
    fresh: flag('ignore checkpoints'),
    'dry-run': flag('train and evaluate, write no bundle'),
  },
} satisfies AnyCommand;
