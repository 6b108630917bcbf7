import { CHOICE } from '../../../model/equations/choice';
import type { OperandFacts } from '../../numberFacts';
import type { NumberRef } from '../../openedNumber';
import { matchOf, splitStates } from '../choiceTerms';
import { type Pair, partsOf, spokenIn, total } from './choiceParts';
import { byId, type Lens } from './lens';
import { knownOf } from './pair';
import { computed, type Formula, type Found, type Ref } from './parts';
import { leftBy } from './share';

/**
 * The choice score and its parts, opened: what the equations of `model/equations/choice.ts` stand on. They are log odds:
 * only differences count.
 */

/** The parts are named alike as numbers and as operands. */
type Part = Extract<OperandFacts, { is: NumberRef['of'] }>['is'] & `choice-${string}`;
type OfPair = Extract<NumberRef, { person: string; item: string }>['of'];
type PartRef = Ref<'choice' | 'choice-popularity' | 'choice-states' | 'choice-initial' | 'choice-match'>;

/** s(u, i), and those of its parts that are sums of others. */
export async function openChoice(lens: Lens, ref: PartRef): Promise<Formula> {
  const { choice, states, words, rows, thing, name } = await partsOf(lens, ref);
  const part = (is: Part & OfPair, value: number) => () => partOf(ref, is, value);
  const { initial } = lens.moment.parts('user', rows);
  const find = byId({
    ...knownOf(lens, { user: lens.entity('user', ref.person), item: thing }),
    'w/popularity': (n) => ({ is: 'input-weight', n, side: null }),
    'choice-popularity': part('choice-popularity', choice.popularity),
    'choice-initial': part('choice-initial', states.initial),
    'choice-reviews': part('choice-reviews', total(states.reviews)),
    'choice-words': part('choice-words', spokenIn(words.terms)),
    'choice-silent': part('choice-silent', words.notSpokenOf),
    'initial-left': (n) => computed(initial[n], { is: 'initial-left', n }),
    'choice-slope': slopeOf(lens, ref.item),
  });
  const value = {
    choice: choice.score,
    'choice-popularity': choice.popularity,
    'choice-states': choice.states,
    'choice-initial': states.initial,
    'choice-match': choice.words,
  }[ref.of];
  return { about: { is: ref.of, item: name }, value, ...lens.formula(CHOICE[ref.of], {}, find) };
}

const partOf = ({ person, item }: Pair, is: Part & OfPair, value: number): Found =>
  computed(value, { is } as OperandFacts, { of: is, person, item } as NumberRef);

/** What all of a person's reviews left, together. */
export async function openReviews(lens: Lens, ref: Ref<'choice-reviews'>): Promise<Formula> {
  const { states, rows, name } = await partsOf(lens, ref);
  const find = byId({
    'choice-share': (k) => {
      const of = lens.name('item', lens.moment.world.columns.item[rows[k]]);
      const open = { of: 'choice-share', item: ref.item, key: lens.key(rows[k]) } as const;
      return computed(states.reviews[k], { is: 'choice-share', of }, open);
    },
  });
  return {
    about: { is: 'choice-reviews', item: name },
    value: total(states.reviews),
    ...lens.formula(CHOICE['choice-reviews'], {}, find, { reviews: rows.length }),
  };
}

/** What one interaction of a person brings to the match of the states. */
export function openChoiceShare(lens: Lens, { item: id, key }: Ref<'choice-share'>): Formula {
  const { moment, catalogue } = lens;
  const item = lens.entity('item', id);
  const row = lens.row(key);
  const rows = moment.rowsOf('user', moment.world.columns.user[row]);
  const of = lens.name('item', moment.world.columns.item[row]);
  return {
    about: { is: 'choice-share', item: lens.name('item', item), of },
    value: splitStates(catalogue, moment, rows, item).reviews[rows.indexOf(row)],
    ...lens.formula(
      CHOICE['choice-share'],
      {},
      byId({ left: leftBy(lens, row), 'choice-slope': slopeOf(lens, id) }),
    ),
  };
}

/** q of an item. */
function slopeOf(lens: Lens, id: string) {
  const { slope } = matchOf(lens.catalogue, lens.moment.state('item', lens.entity('item', id)));
  return (n: number): Found =>
    computed(slope[n], { is: 'choice-slope', n }, { of: 'choice-slope', item: id, d: n });
}

/** How much the match of the states grows with one dimension of the person's state, and a dimension of i K. */
export function openOfItem(lens: Lens, { of, item: id, d }: Ref<'choice-slope' | 'choice-side'>): Formula {
  lens.within('d', d, lens.D);
  const item = lens.entity('item', id);
  const { side, slope } = matchOf(lens.catalogue, lens.moment.state('item', item));
  const between = (n: number, to: number): OperandFacts => ({ is: 'weight-between', n, to });
  const find = byId({
    ...knownOf(lens, { user: 0, item }),
    query: between,
    key: between,
    'choice-side': (n) => computed(side[n], { is: 'choice-side', n }, { of: 'choice-side', item: id, d: n }),
  });
  return {
    about: { is: of, item: lens.name('item', item), n: d },
    value: (of === 'choice-slope' ? slope : side)[d],
    ...lens.formula(CHOICE[of], { D: d }, find),
  };
}
