import type { Apart, NumberFacts, NumberKinds, OperandFacts, OperandKinds } from '../../engine/numberFacts';
import type { About } from '../../engine/openedNumber';
import { capital, count, given, plural, rating } from '../../ui/format';
import { GATE_WORDS, thing, whose } from '../shared/quantityWords';
import { toneWords } from '../shared/reasonWords';
import { type Noun, PEOPLE } from '../shared/useKind';
import { CHOICE_NUMBERS, CHOICE_OPERANDS } from './choiceWords';

/*
 * All that the number drawer says of numbers and their operands: a record of words for each of the engine's keys. It is
 * longer than other files since it is a list, to be read, edited and translated in one place.
 */

const field = (name: string | null): string => name?.toLowerCase() ?? 'rating';
const scaled = (own: boolean, who: Noun): string => (own ? `, on the ${who.one}’s scale` : '');
/** A part of one, as 75 %. */
const percent = (part: number): string => `${Math.round(1000 * part) / 10}\u00a0%`;

/** A title, and what it is in plain words. */
type Words = readonly [string, string];

/** Of each figure that is measured here. */
const figures = (who: Noun): Record<Extract<NumberFacts, { is: 'metric' }>['metric'], Words> => ({
  mae: ['MAE on the test part', 'The mean absolute error over all held-out ratings.'],
  rmse: [
    'RMSE on the test part',
    'The root of the mean squared error over all held-out ratings: large errors count more.',
  ],
  ndcg10: [
    'NDCG@10 of own items on the test part',
    `The mean, over all ${who.many} with a relevant item among those held out, of how well the predicted ratings rank their own items.`,
  ],
  catalogueNdcg10: [
    'NDCG@10 of the list on the test part',
    `The mean, over all ${who.many} with a relevant item among those held out, of how far up these stand in the first ten of the whole catalogue.`,
  ],
  catalogueRecall10: [
    'Recall@10 of the list on the test part',
    `The mean, over all ${who.many} with a relevant item among those held out, of the share of these that stand in the first ten of the whole catalogue.`,
  ],
  coverage10: [
    'Coverage@10 of the list',
    `The share of the catalogue that stands in the first ten of at least one ${who.one}.`,
  ],
});

/** Of each kind of number. */
const NUMBERS: { readonly [K in keyof NumberKinds]: (of: NumberKinds[K], who: Noun) => Words } = {
  ...CHOICE_NUMBERS,
  state: ({ side, n, held }, who) => [
    `${capital(whose(side, who.one))} state, dimension ${n}`,
    held
      ? 'You hold this dimension, and nothing has happened yet.'
      : 'Nothing has happened yet, so it stands where everybody starts: at a learned number.',
  ],
  next: ({ side, n, at, held }, who) => [
    `${capital(whose(side, who.one))} state, dimension ${n}, after ${at}`,
    held
      ? 'You hold this dimension: the update gate keeps the old value whole, and nothing is written.'
      : 'The update gate decides, for this dimension, how much of the old value stays and how much the candidate takes over.',
  ],
  gate: ({ gate, side, n, at, held, clamped }, who) => [
    `${capital(whose(side, who.one))} ${GATE_WORDS[gate]}, dimension ${n}, at ${at}`,
    clamped !== null
      ? `You hold this dimension at ${clamped}: to hold it is to keep all of the old value.`
      : held !== null
        ? `You froze this gate at ${held} in every interaction; what the weights would say does not count.`
        : gate === 'update'
          ? 'How much of the old value is kept: 1 keeps it all, 0 takes the candidate in its place.'
          : 'How much of the old state the candidate may look at: 0 nothing, 1 all of it.',
  ],
  candidate: ({ side, n, at }, who) => [
    `${capital(whose(side, who.one))} candidate, dimension ${n}, at ${at}`,
    'What the interaction and the counterpart would write here, the old state joining in as far as the reset gate lets it.',
  ],
  gated: ({ n, at }) => [
    `What the old state says, dimension ${n}, at ${at}`,
    'A weighted sum of the old state; the reset gate decides how much of it the candidate hears.',
  ],
  contribution: ({ n }) => [
    `What is left of it in dimension ${n}`,
    'What the interaction wrote, times the part of it that every later update gate has kept. Over all interactions these parts sum to the state.',
  ],
  kept: ({ n, later }) => [
    `What later gates have kept of it, dimension ${n}`,
    later === 0
      ? 'It is the last interaction, so all of it is there.'
      : `The product of the update gates of the ${later === 1 ? 'interaction' : `${later} interactions`} since.`,
  ],
  remaining: ({ side }, who) => [
    'What remains of this interaction',
    `The length of what it has left in the state of this ${thing(side, who.one)}, over all dimensions.`,
  ],
  effect: ({ word, masked, alone }) => [
    `Effect of “${word}”`,
    `How far the predicted rating of this pair just after the review moves: ${percent(masked)} of it when the word is masked, ${percent(alone)} when all others are. The statistics are those of the data set’s own reviews alone.`,
  ],
  'effect-share': ({ word }) => [
    `Share of “${word}” in the effects of this review`,
    'The effect of the word, divided by the effects of all words of the review.',
  ],
  masking: ({ word, how }) => [
    how === 'without' ? `What the rating loses without “${word}”` : `What “${word}” alone adds`,
    'Two whole runs of the model, from the words to the rating just after the review; a masked word is one that the model does not know. Both with the statistics of the data set’s own reviews, in the states just before.',
  ],
  feature: ({ n, product }) => [
    `Feature ${n} of the interaction`,
    `Text vector t, standardised ratings y${product ? ', the text vector times the rating' : ''} and p, which says of each part whether it is given (1) or not (0), weighted and squeezed between −1 and 1. What is absent is 0 and adds nothing.`,
  ],
  standardised: ({ field: name, given }) => [
    `${capital(field(name))}, standardised`,
    given
      ? 'How many standard deviations the rating lies above or below the mean of the training part.'
      : 'It was not given, so it adds nothing.',
  ],
  metric: ({ metric }, who) => figures(who)[metric],
  prediction: ({ item, cut }, who) => [
    `Predicted rating of ${item}`,
    `What the model expects: the mean of all ratings, what is usual for the ${who.one} and for the item, and how the two match.${cut === null ? '' : ` It is cut to ${cut}, the end of the scale.`}`,
  ],
  'user-bias': (_, who) => [
    `${capital(who.one)}’s bias`,
    `How far this ${who.one} rates above the mean: the history alone, and what the state adds to it.`,
  ],
  'item-bias': ({ scaled: own }, who) => [
    `Item’s bias${scaled(own, who)}`,
    `How far the item is rated above the mean${own ? `, times how widely this ${who.one} spreads ratings` : ''}: the history alone, and what the state adds.`,
  ],
  dot: ({ off }, who) => [
    'Match, product',
    off
      ? 'This model leaves the product out.'
      : `The ${who.one}’s state, turned by a learned matrix, multiplied with the item’s state, dimension by dimension.`,
  ],
  mlp: ({ off }) => [
    'Match, network',
    off
      ? 'This model leaves the network out.'
      : 'A small network over both states: each of its units counts only where it is above zero.',
  ],
  hidden: ({ n }, who) => [
    `Unit ${n} of the scorer’s network`,
    `A weighted sum of both states and of what is counted about ${who.one} and item, before negative sums are set to zero.`,
  ],
  factor: ({ n }, who) => [
    `${capital(who.one)}’s side of the product, dimension ${n}`,
    `The ${who.one}’s state, turned by a learned matrix so that it can be compared with items.`,
  ],
  keyword: ({ word, name, side }, who) => [
    `“${word}” in the profile of ${name}`,
    side === 'user'
      ? `What each review says of the word, counted as far as the ${who.one} liked what it is of; at a common length, so that long and short profiles can be compared.`
      : 'What each review says of the word, all reviews alike; at a common length, so that long and short profiles can be compared.',
  ],
  sign: ({ word, name }, who) => [
    `What “${word}” counts in the review of ${name}`,
    `How far what it is of was liked: its rating above the ${who.one}’s own level, what the word’s own sentence adds where that reads better or worse than most, and a little, since who bothers to review something middling likes it. Never below −1.5, never above 2.`,
  ],
  coordinate: ({ axis, axes, name }) => [
    `${axis === 0 ? 'x' : 'y'} of ${name} on the map`,
    `How far the state lies from the middle of all ${axes} along one fixed direction, that in which they differ ${axis === 0 ? 'most' : 'most after the first'}.`,
  ],
  weight: ({ weight, shape, index, word }) => {
    const columns = shape.at(-1) ?? 1;
    const place =
      shape.length === 2 ? `row ${Math.floor(index / columns)}, column ${index % columns}` : `place ${index}`;
    return [
      `A learned weight: ${weight}`,
      `One of ${count(shape.reduce((a, b) => a * b, 1))} numbers of this weight (${shape.join(' × ')}), ${place}. Training found it; nothing stands behind it.${word === null ? '' : ` It belongs to the word “${word}”.`}`,
    ];
  },
  share: ({ item }, who) => [
    `What this interaction adds to the rating of ${item}`,
    `What it left in the ${who.one}’s state, each dimension times how much the rating grows with it.`,
  ],
  slope: ({ item, n, off }, who) => [
    `Growth of the rating of ${item} with dimension ${n}`,
    `Through the ${who.one}’s bias${off ? '; it is' : ', and through the product with the item’s state; both are'} linear, so this is exact.`,
  ],
  'damped-bias': ({ side, name, rated, pass, counting }, who) => [
    `Bias of ${name} from the ratings alone`,
    !rated
      ? `No rating of this ${thing(side, who.one)} counts ${pass === 0 ? 'before the first pass' : 'yet'}, so the bias is 0.`
      : side === 'user'
        ? `The mean of what the ${who.one}’s ratings are above the mean and the items’ biases, drawn towards 0 where there are few.`
        : `The mean of what the item’s ratings are above the mean and the raters’ biases${counting.length > 0 ? `, each rater counting by ${counting.join(' and ')}` : ''}, drawn towards 0 where there are few.`,
  ],
  deviation: ({ item }) => [
    `What is left of the rating of ${item}`,
    'The rating itself, less the mean and what is usual for those who take part.',
  ],
  scale: ({ not, floored }, who) => [
    `${capital(who.one)}’s own scale`,
    not === 'in-model'
      ? 'In this data set everybody’s ratings are taken to spread alike.'
      : not === 'yet'
        ? 'Before the first pass everybody’s ratings are taken to spread alike.'
        : `How far the ${who.one}’s ratings follow the items’ biases: 1 as everybody, above it where ratings are spread wider, drawn towards 1 where there are few. It is never below 0: who dislikes what others like does not for that like the rest best.${floored ? ' Here it would be, so it is 0, and the items’ biases count for nothing.' : ''}`,
  ],
  reliability: ({ not }, who) => [
    `How much the ${who.one}’s ratings count`,
    not === 'in-model'
      ? 'In this data set every rating counts alike.'
      : not === 'yet'
        ? 'Before the first pass every rating counts alike.'
        : `A ${who.one} whose ratings are well explained by the biases counts for more in them: above 1 where little is left over, drawn towards 1 where there are few.`,
  ],
  text: ({ n, text }) => [
    `Text vector, dimension ${n}`,
    text === 'absent'
      ? 'There is no text, so it is zero.'
      : text === 'stored'
        ? 'The text of this review may not be published, so what the encoder made of it ships in its place and cannot be opened further.'
        : 'The words in their context, each weighted by its attention.',
  ],
  attention: ({ word }) => [
    `Attention of “${word}”`,
    'The share of this word among all words of the review; the shares sum to 1.',
  ],
  logit: ({ word }) => [
    `Logit of “${word}”`,
    'How strongly the word asks for attention, before this is turned into shares.',
  ],
  attending: ({ n, word }) => [
    `Unit ${n} of the attention, at “${word}”`,
    'A weighted sum of the word in its context, squeezed between −1 and 1.',
  ],
  'in-context': ({ n, word }) => [
    `“${word}” in context, dimension ${n}`,
    'The word’s own embedding, plus what its neighbours make of it: “not good” differs from “good”.',
  ],
  context: ({ n, word }) => [
    `What the context adds to “${word}”, dimension ${n}`,
    'The word, the one before and the one after it, if any, each through weights of its own, squeezed between −1 and 1.',
  ],
};

/** What each kind of operand is. */
const OPERANDS: { readonly [K in keyof OperandKinds]: (of: OperandKinds[K], who: Noun) => string } = {
  ...CHOICE_OPERANDS,
  state: ({ side, n }, who) => `${whose(side, who.one)} state, dimension ${n}`,
  initial: ({ side, n, as, held }, who) => {
    const what = {
      start: `where every ${thing(side, who.one)} starts`,
      state: `${whose(side, who.one)} state`,
      counterpart: 'initial state, in the counterpart’s place',
    }[as];
    return `${what}, dimension ${n}, ${held ? 'held at it by you' : 'as learned for everybody'}`;
  },
  gate: ({ gate, n }) => `${GATE_WORDS[gate]}, dimension ${n}`,
  'gate-at': ({ gate, at }) => `${GATE_WORDS[gate]} at ${at}`,
  'gate-weight': ({ gate, from, n }) => {
    const input = { feature: 'feature', counterpart: 'the counterpart’s dimension', state: 'dimension' }[
      from
    ];
    return `weight of the ${GATE_WORDS[gate]}, from ${input} ${n}`;
  },
  'gate-bias': ({ gate, from }) =>
    `bias of the ${GATE_WORDS[gate]}${from === 'state' ? ', beside the state' : ''}`,
  frozen: ({ at }) => `frozen at ${at} by you`,
  held: () => 'held by you',
  gated: ({ n }) => `what the old state says, dimension ${n}`,
  kept: () => 'what later gates have kept',
  'nothing-since': () => 'nothing since',
  contribution: ({ n }) => `what is left in dimension ${n}`,
  feature: ({ n }) => `feature ${n} of the interaction`,
  'feature-bias': ({ n }) => `bias of feature ${n}`,
  effect: ({ word }) => `effect of “${word}”`,
  'effect-part': ({ how }) => `part of ${how === 'without' ? 'masking it' : 'saying it alone'}`,
  masking: ({ how }) =>
    how === 'without' ? 'what the rating loses without it' : 'what the rating gains from it alone',
  'predicted-after': ({ version }) =>
    version === 'written'
      ? 'rating predicted after the review as written'
      : 'after the review with all words masked',
  'predicted-without': ({ word }) => `after the same without “${word}”`,
  'predicted-alone': ({ word }) => `rating predicted after “${word}” alone`,
  text: ({ n }) => `text vector, dimension ${n}`,
  standardised: (of) => `${field(of.field)}, standardised`,
  'text-weight': ({ n }) => `weight of text dimension ${n}`,
  'field-weight': (of) => `weight of ${field(of.field)}`,
  'product-weight': ({ n }) => `weight of rating times text dimension ${n}`,
  'text-there': () => 'a text is there',
  'text-there-weight': () => 'weight of the bit that a text is there',
  'field-there': (of) => `${field(of.field)} is there`,
  'field-there-weight': (of) => `weight of the bit that ${field(of.field)} is there`,
  given: (of) => `${field(of.field)} as given`,
  'train-mean': () => 'mean in the training part',
  'train-deviation': () => 'standard deviation in the training part',
  'ndcg-of': ({ name }) => `NDCG@10 of ${name}`,
  'recall-of': ({ name }) => `share of the held-out items of ${name} that are in the first ten`,
  'items-shown': (_, who) => `items in the first ten of at least one ${who.one}`,
  'items-in-all': () => 'items in the catalogue',
  'people-measured': (_, who) => `${who.many} with a relevant held-out item`,
  'held-out': ({ item, person, predicted, rated }) =>
    `${item}, by ${person}: predicted ${rating(predicted)}, rated ${given(rated)}`,
  'held-out-count': () => 'held-out ratings',
  'mean-rating': () => 'mean of the ratings in the training part',
  'user-bias': (_, who) => `${who.one}’s bias`,
  'item-bias': (of, who) => `item’s bias${scaled(of.scaled, who)}`,
  dot: () => 'match, product',
  mlp: () => 'match, network',
  factor: ({ n }, who) => `${who.one}’s side of the product, dimension ${n}`,
  hidden: ({ n }) => `unit ${n} of the network`,
  'unit-weight': ({ n }) => `weight of unit ${n}`,
  'unit-bias': ({ n }) => `bias of unit ${n}`,
  'input-weight': ({ n, side }, who) =>
    `weight of input ${n}${side === null ? '' : ` of the ${thing(side, who.one)}`}`,
  'own-scale': (_, who) => `${who.one}’s own scale`,
  'own-bias': ({ side }, who) =>
    `${side === null ? '' : `${whose(side, who.one)} `}bias from the ratings alone`,
  'weight-between': ({ n, to }) => `weight from dimension ${n} to ${to}`,
  root: ({ n }) => `the root of ${n}, the number of dimensions`,
  interactions: () => 'number of interactions',
  'rating-spread': () => 'the spread of all ratings',
  raters: () => 'raters by how much they count',
  reliability: (_, who) => `how much the ${who.one}’s ratings count`,
  remaining: ({ name }) => `what remains of ${name}`,
  said: ({ word, name }) => `what the review of ${name} says of “${word}”; less than 0 where it denies it`,
  sign: ({ name, tone }, who) =>
    `how far ${name} was liked: its rating above the ${who.one}’s own level, or the rating that the text tells${tone === 0 ? '' : `; here ${toneWords(tone)}`}`,
  told: ({ name }) => `the rating that the text on ${name} tells, as none was given`,
  'own-level': (_, who) => `the ${who.one}’s own level: the mean of the ratings given, drawn to that of all`,
  tone: ({ word }) =>
    `what the sentence with “${word}” adds: the rating that it tells alone, less the mean of all, times a setting of the model`,
  benefit: () => 'the benefit of the doubt',
  'profile-norm': () => 'the length of all words together',
  'profile-damping': () => 'what short profiles are shrunk by',
  axis: ({ n, axes }) => `the axis in dimension ${n}, from the states of all ${axes}`,
  middle: ({ axes }) => `the middle of all ${axes} on this axis`,
  left: ({ n }) => `what it left in dimension ${n}`,
  slope: ({ n }) => `growth of the rating with dimension ${n}`,
  'bias-weight': ({ n }, who) => `weight of dimension ${n} in the ${who.one}’s bias`,
  unexplained: ({ name }) => `what is left unexplained of the rating of ${name}`,
  'rating-without': ({ without, name }, who) =>
    `rating ${without === 'item' ? 'of' : 'by'} ${name}, without mean and ${whose(without, who.one)} bias`,
  'rater-reliability': () => 'how much this rater counts',
  'rater-scale': () => 'the rater’s own scale',
  damping: ({ ratings }) =>
    ratings === null ? 'damping' : `damping: as if there were ${plural(ratings, 'more rating')} at the mean`,
  ratings: () => 'number of ratings',
  'bias-of': ({ name }) => `bias of ${name}`,
  rating: ({ item, person }) => `rating of ${item} by ${person}`,
  'bias-square': () => 'mean square of the item biases over all ratings',
  'residual-square': () => 'mean square of what is left of all ratings',
  attention: ({ word }) => `attention of “${word}”`,
  logit: ({ word }) => `logit of “${word}”`,
  attending: ({ n }) => `unit ${n} of the attention`,
  'in-context': ({ n, word }) => `“${word}” in context, dimension ${n}`,
  context: ({ n }) => `what the context adds, dimension ${n}`,
  embedding: ({ n, word, known }) =>
    `embedding of “${word}”${known ? '' : ', a word that is not known'}, dimension ${n}`,
  'weight-from': ({ n, word }) => `weight from dimension ${n}${word === null ? '' : ` of “${word}”`}`,
  'dimension-bias': ({ n }) => `bias of dimension ${n}`,
};

/** Said of a number since the same one of the moment on the page has the same words. */
const APART: Record<NonNullable<Apart>, Words> = {
  before: [', just before this interaction', ' All that had happened before counts.'],
  after: [', just after this interaction', ' All that had happened by then counts.'],
  'own-review-left-out': [', own review of the item left out', ''],
};

/** @param who what those who review are called in this data set */
export function numberWords(
  about: About,
  who: Noun = PEOPLE,
): { readonly title: string; readonly sentence: string } {
  const [title, sentence] = (NUMBERS[about.is] as (of: NumberFacts, who: Noun) => Words)(about, who);
  const [which, counting] = about.apart ? APART[about.apart] : ['', ''];
  return { title: title + which, sentence: sentence + counting };
}

export const operandWords = (what: OperandFacts, who: Noun = PEOPLE): string =>
  (OPERANDS[what.is] as (of: OperandFacts, who: Noun) => string)(what, who);
