import { TEXT } from './features';
import { apply, dot, type Equation, type Quantity, sum, type Tree, the, times, total } from './tree';
import { rewrite } from './walk';

/** The words of a review and their attention, docs/ARCHITECTURE.md#words-and-attention. */

type Is = 'embedding' | 'context' | 'in-context';
/** A vector of each word. */
const ofWords = (id: string, is: Is, letter: string): Quantity => ({
  id,
  what: { is },
  letter,
  axes: ['words', 'E'],
});
const [E, C, H] = [
  ofWords('embedded', 'embedding', 'e'),
  ofWords('context', 'context', 'c'),
  ofWords('in-context', 'in-context', 'h'),
];
const TABLE: Quantity = {
  id: 'table',
  what: { is: 'table' },
  letter: 'T',
  axes: ['vocabulary', 'E'],
  weight: { name: 'text/embedding' },
};
const WORDS: Quantity = { id: 'words', what: { is: 'words' }, letter: 'w', axes: ['words'] };

const contextWeight = (from: 'previous' | 'centre' | 'next'): Quantity => ({
  id: `W/context/${from}`,
  what: { is: 'context-weight', from },
  letter: 'W',
  sup: 'c',
  sub: from[0],
  axes: ['E', 'E'],
  weight: { name: `text/context/${from}` },
});
const CONTEXT_BIAS: Quantity = {
  id: 'b/context',
  what: { is: 'dimension-bias' },
  letter: 'b',
  sup: 'c',
  axes: ['E'],
  weight: { name: 'text/context/bias' },
};

const Q: Quantity = { id: 'attending', what: { is: 'attending' }, letter: 'q', axes: ['words', 'A'] };
const LOGIT: Quantity = { id: 'logits', what: { is: 'logit' }, letter: String.raw`\ell`, axes: ['words'] };
const ALPHA: Quantity = {
  id: 'attention',
  what: { is: 'attention' },
  letter: String.raw`\alpha`,
  axes: ['words'],
};
const KERNEL: Quantity = {
  id: 'W/attention',
  what: { is: 'attention-weight' },
  letter: 'W',
  sup: 'q',
  axes: ['E', 'A'],
  weight: { name: 'text/attention/kernel' },
};
const BIAS: Quantity = {
  id: 'b/attention',
  what: { is: 'unit-bias' },
  letter: 'b',
  sup: 'q',
  axes: ['A'],
  weight: { name: 'text/attention/bias' },
};
const VECTOR: Quantity = {
  id: 'v/attention',
  what: { is: 'unit-weight' },
  letter: 'v',
  axes: ['A'],
  weight: { name: 'text/attention/vector' },
};

/** In the order in which they are worked out. */
export const READING = {
  words: { of: E, tree: { is: 'rows', table: TABLE, places: WORDS } },
  context: {
    of: C,
    tree: apply(
      'tanh',
      sum(
        dot({ is: 'neighbour', by: -1, of: E }, contextWeight('previous')),
        dot(the(E), contextWeight('centre')),
        dot({ is: 'neighbour', by: 1, of: E }, contextWeight('next')),
        the(CONTEXT_BIAS),
      ),
    ),
  },
  'in-context': { of: H, tree: sum(the(E), the(C)) },
  attending: { of: Q, tree: apply('tanh', sum(dot(the(H), KERNEL), the(BIAS))) },
  logit: { of: LOGIT, tree: dot(the(Q), VECTOR) },
  attention: { of: ALPHA, tree: { is: 'softmax', axis: 'words', tree: the(LOGIT) } },
  text: { of: TEXT, tree: total('words', times(the(ALPHA), the(H))) },
} as const satisfies Record<string, Equation>;

/** What the context adds to a word that has no neighbour on a side. */
export function atEdge({ of, tree }: Equation, has: { readonly [by in -1 | 1]: boolean }): Equation {
  const there = (part: Tree): boolean =>
    !(part.is === 'dot' && part.row.is === 'neighbour' && !has[part.row.by]);
  return {
    of,
    tree: rewrite(tree, (part) => (part.is === 'sum' ? { ...part, terms: part.terms.filter(there) } : part)),
  };
}
