import type { ChoiceKinds, ChoiceOperandKinds } from '../../engine/numberFacts';
import type { Noun } from '../shared/useKind';

/*
 * What the number drawer says of the choice score, its parts and their operands: a title, and what it is in plain words; as in
 * words.ts, of which this is a part.
 */

type Words = readonly [string, string];

export const CHOICE_NUMBERS: { readonly [K in keyof ChoiceKinds]: (of: ChoiceKinds[K], who: Noun) => Words } =
  {
    choice: ({ item }, who) => [
      `Choice score of ${item}`,
      `What to show first: how many like it, how well its state matches the ${who.one}’s, and how well its words do. Only differences between items count: of two, the one that is 1 higher is about 2.7 times as likely to be chosen, by the model’s own account.`,
    ],
    'choice-popularity': ({ item }) => [
      `Popularity of ${item}`,
      'How many like it, the same for everybody: how often it is reviewed, how it is rated, and what its state says, each weighted.',
    ],
    'choice-states': ({ item }, who) => [
      `Match of the states with ${item}`,
      `The ${who.one}’s state and the item’s, each turned by a learned matrix and multiplied. The ${who.one}’s state is a sum over what has happened, so the match is one, too.`,
    ],
    'choice-initial': ({ item }) => [
      `What the starting state adds for ${item}`,
      'What is left of the state that everybody starts with, matched with the item’s state.',
    ],
    'choice-reviews': ({ item }, who) => [
      `What the ${who.one}’s reviews add for ${item}`,
      `What each review has left in the ${who.one}’s state, matched with the item’s state.`,
    ],
    'choice-match': ({ item }, who) => [
      `Match of the words with ${item}`,
      `The ${who.one}’s keyword profile times the item’s, word by word: the very profiles that the page shows.`,
    ],
    'choice-words': ({ item }, who) => [
      `Words that the reviews of ${item} speak of`,
      `For each word: how far the ${who.one} likes it, times how far these reviews speak of it, more than those of all items do on average.`,
    ],
    'choice-silent': ({ item }, who) => [
      `Words that the reviews of ${item} do not speak of`,
      `Reviews of other items speak of these words, and this item’s do not: that counts against it where the ${who.one} likes the word, and for it where not.`,
    ],
    'choice-word': ({ word, item }, who) => [
      `What “${word}” adds for ${item}`,
      `How far the ${who.one} likes the word, times how far the item’s reviews speak of it, more than those of all items do on average; times how much words count beside states.`,
    ],
    'choice-share': ({ item, of }, who) => [
      `What the review of ${of} adds to the match with ${item}`,
      `What it left in the ${who.one}’s state, each dimension times how much the match grows with it.`,
    ],
    'choice-pair': ({ item, of, by }, who) => [
      `${of === null ? 'What the starting state' : `What the review of ${of}`} adds for ${item} with ${by === null ? 'the starting state of that' : `the review by ${by}`}`,
      `Both states are sums over what has happened, and the match is linear in both: so it is a sum over pairs. This is one: what the one left in the ${who.one}’s state, matched with what the other left in the item’s.`,
    ],
    'choice-toward': ({ item, n, by }, who) => [
      `Growth of that part of the match with ${item} with dimension ${n}`,
      `What ${by === null ? 'is left of the item’s starting state' : `the review by ${by} left in the item’s state`}, turned by the item’s matrix and back by the ${who.one}’s.`,
    ],
    'choice-slope': ({ item, n }, who) => [
      `Growth of the match with ${item} with dimension ${n}`,
      `The item’s side of the match, turned back by the ${who.one}’s matrix. The match is linear in the ${who.one}’s state, so this is exact.`,
    ],
    'choice-side': ({ item, n }, who) => [
      `${item}’s side of the match, dimension ${n}`,
      `The item’s state, turned by a learned matrix so that it can be compared with ${who.many}.`,
    ],
    centred: ({ word, item }) => [
      `“${word}” in ${item}, against all items`,
      'How far its reviews speak of the word, less how far those of all items do on average; at a common length, so that items with few and with many words can be compared.',
    ],
  };

export const CHOICE_OPERANDS: {
  readonly [K in keyof ChoiceOperandKinds]: (of: ChoiceOperandKinds[K], who: Noun) => string;
} = {
  'choice-popularity': () => 'popularity: how many like it',
  'choice-states': () => 'match of the states',
  'choice-initial': () => 'match of the states: what is left of the starting state',
  'choice-reviews': (_, who) => `match of the states: what the ${who.one}’s reviews left`,
  'choice-match': () => 'match of the words',
  'choice-words': () => 'match of the words: those that its reviews speak of',
  'choice-silent': () => 'match of the words: those that its reviews do not speak of',
  'choice-share': ({ of }) => `the review of ${of}`,
  'choice-toward': ({ n }) => `growth of this part of the match with dimension ${n}`,
  'choice-slope': ({ n }) => `growth of the match with dimension ${n}`,
  'choice-side': ({ n }) => `the item’s side, dimension ${n}`,
  'initial-left': ({ n }) => `what is left of the initial state, dimension ${n}`,
  kappa: () => 'how much words count beside states',
  liked: ({ word }, who) => `how far the ${who.one} likes “${word}”`,
  centred: ({ word }) => `how far its reviews speak of “${word}”, against those of all items`,
  spoken: ({ word, there }) =>
    there ? `“${word}” in the item’s profile` : `“${word}”, which its reviews do not speak of`,
  'spoken-everywhere': ({ word }) => `mean of “${word}” over the profiles of all items`,
  'centred-norm': () => 'length of the item’s profile less that mean',
};
