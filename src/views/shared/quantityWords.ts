import type { What } from '../../engine/equations';
import type { Side } from '../../vocabulary';

/** Names of gates; those of the diagram, of strips, of operands and of programs are the same. */
export const GATE_WORDS = { reset: 'reset gate', update: 'update gate', candidate: 'candidate' } as const;
/** @param kind what the one is called who reviews */
export const thing = (side: Side, kind = 'person'): string => (side === 'user' ? kind : 'item');
export const whose = (side: Side, kind?: string): string => `${thing(side, kind)}’s`;

type Words = { readonly [K in What['is']]: (of: Extract<What, { is: K }>, kind?: string) => string };

/** What quantities are called. */
const WORDS: Words = {
  state: ({ side }, kind) => `${whose(side, kind)} state`,
  next: ({ side }, kind) => `${whose(side, kind)} new state`,
  unseen: ({ side }, kind) => `${whose(side, kind)} initial state, all that the cell sees`,
  initial: ({ side }, kind) => `${whose(side, kind)} initial state`,
  gate: ({ gate }) => GATE_WORDS[gate],
  'later-update': () => 'later update gates',
  gated: () => 'what the old state says',
  'gate-weight': ({ gate, side, from }, kind) =>
    `weights of the ${whose(side, kind)} ${GATE_WORDS[gate]}, from ${{ feature: 'the interaction', counterpart: 'the counterpart', state: 'the state' }[from]}`,
  'gate-bias': ({ gate, side, from }, kind) =>
    `bias of the ${whose(side, kind)} ${GATE_WORDS[gate]}${from === 'state' ? ', beside the state' : ''}`,
  feature: () => 'features of the interaction',
  left: () => 'what is left of it',
  kept: () => 'what later gates have kept',
  remaining: () => 'what remains of it',
  held: () => 'held',
  operand: () => '',
  text: () => 'the text vector',
  standardised: () => 'standardised ratings',
  presence: () => 'which parts are given, 1 or 0 each',
  given: () => 'ratings as given, 0 where absent',
  'train-mean': () => 'means in the training part',
  'train-deviation': () => 'standard deviations in the training part',
  'feature-weight': () => 'weights of the features: of the text, the ratings, and which of them are given',
  'feature-bias': () => 'bias of the features',
  table: () => 'the embedding',
  words: () => 'the review, each word by its row',
  embedding: () => 'embedding of each word',
  context: () => 'what the context adds',
  'in-context': () => 'each word in its context',
  'context-weight': ({ from }) =>
    `weights from the word ${{ previous: 'before', centre: 'itself', next: 'after' }[from]}`,
  'dimension-bias': () => 'bias of the context',
  attending: () => 'hidden units of the attention',
  logit: () => 'logit of each word',
  attention: () => 'attention of each word',
  'attention-weight': () => 'weights of the attention’s hidden layer',
  'unit-bias': () => 'its bias',
  'unit-weight': () => 'what a hidden unit counts',
};

export const quantityWords = (what: What, kind?: string): string =>
  (WORDS[what.is] as (of: What, kind?: string) => string)(what, kind);
