import { apply, type Equation, minus, operand, over, sum, the, times, total } from './tree';

/** What the words of a review do, docs/ARCHITECTURE.md#word-effects. Parts are given, so that they stand in one place. */

/** A part as it is written: 0.75. */
const part = (id: string, value: number) => operand(id, `${Math.round(1000 * value) / 1000}`);
const WITHOUT = operand('without', String.raw`\Delta`, [], { sub: String.raw`\setminus l` });
const ALONE = operand('alone', String.raw`\Delta`, [], { sub: 'l' });
const rated = (id: string, below: string) => operand(id, String.raw`\hat r`, [], { sub: below });

export const effect = (masked: number, alone: number): Equation => ({
  of: operand('effect', 'a', ['words']),
  tree: sum(
    times(the(part('masked-part', masked)), apply('magnitude', the(WITHOUT))),
    times(the(part('alone-part', alone)), apply('magnitude', the(ALONE))),
  ),
});

export const EFFECT_SHARE: Equation = {
  of: operand('effect-share', 'e', ['words']),
  tree: over(the(operand('effect', 'a', ['words'])), total('words', the(operand('effect', 'a', ['words'])))),
};

/** What the predicted rating after a review loses without a word, or gains from it alone. */
export const MASKING = {
  without: {
    of: WITHOUT,
    tree: sum(the(rated('as-written', '')), minus(the(rated('without-word', String.raw`\setminus l`)))),
  },
  alone: {
    of: ALONE,
    tree: sum(the(rated('word-alone', 'l')), minus(the(rated('all-masked', String.raw`\varnothing`)))),
  },
} satisfies Record<'without' | 'alone', Equation>;
