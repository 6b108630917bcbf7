import { splitPairs } from '../core/choiceTerms';
import { rowOf } from '../core/ground';
import { writingOf } from '../core/history';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface PairsRequest extends Place {
  readonly person: string;
  readonly item: string;
  /** Key of a review of the person; empty for what is left of the person’s beginning. */
  readonly mine: string;
}

/** What one part of a person’s state brings to the match with an item, over what the item’s state is the sum of: exact. */
export interface Pairs {
  /** With what is left of the item’s beginning. */
  readonly initial: number;
  /** With each review of the item, oldest first. */
  readonly reviews: readonly PairTerm[];
}

export interface PairTerm {
  readonly key: string;
  /** Of who wrote it. */
  readonly name: string;
  readonly value: number;
  /** Whether what it says is known here. */
  readonly told: boolean;
}

export const pairs = question<PairsRequest, Pairs>({
  replayed: true,
  async answer(ground, { person, item, mine, ...asked }) {
    const { moment } = await ground.without(asked, person, item);
    const thing = ground.item(item);
    const own = moment.rowsOf('user', ground.person(moment, person));
    const { initial, steps } = moment.parts('user', own);
    const part = mine === '' ? initial : steps[own.indexOf(rowOf(moment.world, mine, 'mine'))];
    const rows = moment.rowsOf('item', thing);
    const split = splitPairs(ground.catalogue, part, moment.parts('item', rows));
    const { scenario } = moment.world;
    return {
      initial: split.initial,
      reviews: split.reviews.map((value, k) => {
        const interaction = scenario.interaction(rows[k]);
        const told = writingOf(ground.catalogue, rows[k], interaction).text !== null;
        return { key: interaction.key, name: moment.nameOf('user', interaction.user), value, told };
      }),
    };
  },
});
