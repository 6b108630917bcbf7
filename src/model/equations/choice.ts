import type { Side } from '../../vocabulary';
import { BIAS_SPREAD, LEFT, LOG_COUNT, ROOT, stateOf } from './score';
import { treeTex } from './tex';
import {
  type Axis,
  dot,
  dotTransposed,
  type Equation,
  join,
  minus,
  operand,
  over,
  sum,
  type Tree,
  the,
  times,
  total,
} from './tree';

/** The choice score and its terms, docs/ARCHITECTURE.md#choice-score. */

const POPULARITY = operand('choice-popularity', 'p(i)');
const POPULARITY_WEIGHT = operand('w/popularity', 'w', ['inputs'], {
  sup: 'p',
  weight: { name: 'choice/popularity' },
});

const QUERY = operand('query', 'Q', ['D', 'D'], { weight: { name: 'choice/user/kernel' } });
const KEY = operand('key', 'K', ['D', 'D'], { weight: { name: 'choice/item/kernel' } });
/** An item's side of the match of the states, and how much the match grows with the person's state. */
const SIDE = operand('choice-side', '(iK)', ['D']);
const SLOPE = operand('choice-slope', 'q', ['D']);
/** What is left of the initial state. */
const INITIAL_LEFT = operand('initial-left', 'c', ['D'], { sub: '0' });

const INITIAL = operand('choice-initial', 'm', [], { sub: '0' });
const SHARE = operand('choice-share', 'm', [], { sub: String.raw`\tau` });
const SHARES: Tree = total('reviews', the(operand('choice-share', 'm', ['reviews'])));
const REVIEWS = operand('choice-reviews', treeTex(SHARES));
const STATES: Tree = over(
  total('D', times(dot(the(stateOf('user')), QUERY), dot(the(stateOf('item')), KEY))),
  the(ROOT),
);

/** What a state is the sum of: what each interaction left, and what is left of the initial state. */
export type StatePart = 'review' | 'initial';
const PART: Readonly<Record<Side, Readonly<Record<StatePart, string>>>> = {
  user: { review: String.raw`\tau`, initial: '0' },
  item: { review: String.raw`\sigma`, initial: '0' },
};

/** One part of a person's state against one part of an item's; over all pairs of parts they add up to the match of the states. */
export function choicePair(own: StatePart, its: StatePart) {
  const [mine, theirs] = [
    own === 'initial' ? INITIAL_LEFT : LEFT,
    operand('its-part', 'c', ['D'], { sub: PART.item[its] }),
  ];
  const side = operand('choice-side', `(c_{${PART.item[its]}}K)`, ['D']);
  const toward = operand('choice-toward', 'q', ['D'], { sup: PART.item[its] });
  return {
    'choice-pair': {
      of: operand('choice-pair', 'm', [], { sub: PART.user[own] + PART.item[its] }),
      whole: over(total('D', times(dot(the(mine), QUERY), dot(the(theirs), KEY))), the(ROOT)),
      tree: total('D', times(the(mine), the(toward))),
    },
    'choice-toward': { of: toward, tree: over(dotTransposed(the(side), QUERY), the(ROOT)) },
  } satisfies Record<string, Equation>;
}

const KAPPA = operand('kappa', String.raw`\kappa`, [], { weight: { name: 'choice/words' } });
/** k of a person and of an item: what a word counts in their profiles. */
const liked = (...axes: Axis[]) => operand('liked', 'k', axes, { sup: 'u' });
const centred = (...axes: Axis[]) => operand('centred', 'k', axes, { sup: 'i' });
const along = (axis: Axis): Tree => total(axis, times(the(KAPPA), the(liked(axis)), the(centred(axis))));
/** What the words of a person bring of which an item's reviews speak, or of which they do not. */
const wordsAlong = (id: string, axis: Axis) =>
  operand(id, treeTex(total(axis, the(operand('choice-word', 'v', [axis])))));
const WORDS = wordsAlong('choice-words', 'spoken');
const SILENT = wordsAlong('choice-silent', 'silent');
const MATCH: Tree = times(the(KAPPA), total('word', times(the(liked('word')), the(centred('word')))));

export const CHOICE = {
  choice: {
    of: operand('choice', 's'),
    whole: sum(the(POPULARITY), STATES, MATCH),
    tree: sum(the(POPULARITY), the(INITIAL), the(REVIEWS), the(WORDS), the(SILENT)),
  },
  'choice-popularity': {
    of: POPULARITY,
    tree: dot(join(LOG_COUNT('item'), BIAS_SPREAD('item'), the(stateOf('item'))), POPULARITY_WEIGHT),
  },
  'choice-states': {
    of: operand('choice-states', 'm'),
    whole: STATES,
    tree: sum(the(INITIAL), the(REVIEWS)),
  },
  'choice-initial': { of: INITIAL, tree: total('D', times(the(INITIAL_LEFT), the(SLOPE))) },
  'choice-reviews': { of: REVIEWS, tree: SHARES },
  'choice-share': { of: SHARE, tree: total('D', times(the(LEFT), the(SLOPE))) },
  'choice-slope': { of: SLOPE, tree: over(dotTransposed(the(SIDE), QUERY), the(ROOT)) },
  'choice-side': { of: SIDE, tree: dot(the(stateOf('item')), KEY) },
  'choice-match': { of: operand('choice-match', 'v'), whole: MATCH, tree: sum(the(WORDS), the(SILENT)) },
  'choice-words': { of: WORDS, tree: along('spoken') },
  'choice-silent': { of: SILENT, tree: along('silent') },
  'choice-word': {
    of: operand('choice-word', 'v', ['word']),
    tree: times(the(KAPPA), the(liked('word')), the(centred('word'))),
  },
  centred: {
    of: centred('word'),
    tree: over(
      sum(
        the(operand('spoken', String.raw`\hat k`, ['word'], { sup: 'i' })),
        minus(the(operand('spoken-everywhere', String.raw`\bar k`, ['word']))),
      ),
      the(operand('centred-norm', String.raw`\lVert \hat k^i - \bar k \rVert`)),
    ),
  },
} satisfies Record<string, Equation>;
