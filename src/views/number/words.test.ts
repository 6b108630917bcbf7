import { describe, expect, it } from 'vitest';
import { numberWords, operandWords } from './words';

describe('numberWords', () => {
  it('names a gate, and says where it is held and why', () => {
    const gate = {
      is: 'gate',
      gate: 'update',
      side: 'user',
      n: 3,
      at: 'Fog',
      held: null,
      clamped: null,
      apart: null,
    } as const;
    expect(numberWords(gate)).toEqual({
      title: 'Person’s update gate, dimension 3, at Fog',
      sentence: 'How much of the old value is kept: 1 keeps it all, 0 takes the candidate in its place.',
    });
    expect(numberWords({ ...gate, held: 1 }).sentence).toMatch(/^You froze this gate at 1 /);
    expect(numberWords({ ...gate, held: 1, clamped: 0.5 }).sentence).toBe(
      'You hold this dimension at 0.5: to hold it is to keep all of the old value.',
    );
  });

  it('tells a number apart from the same one of the moment', () => {
    const prediction = { is: 'prediction', item: 'Fog', cut: 5 } as const;
    expect(numberWords({ ...prediction, apart: 'before' })).toEqual({
      title: 'Predicted rating of Fog, just before this interaction',
      sentence:
        'What the model expects: the mean of all ratings, what is usual for the person and for the item, and how the two match. It is cut to 5, the end of the scale. All that had happened before counts.',
    });
    expect(numberWords({ ...prediction, apart: 'own-review-left-out' }).title).toMatch(
      /own review of the item left out$/,
    );
  });

  it('says that a scale is never below 0, and the shares that an effect is made of', () => {
    const { sentence } = numberWords({ is: 'scale', not: null, floored: true, apart: null });
    expect(sentence).toContain('never below 0');
    expect(sentence).toContain('Here it would be');
    const effect = numberWords({ is: 'effect', word: 'malty', masked: 0.75, alone: 0.25, apart: null });
    expect(effect.sentence).toMatch(/75\u00a0% of it when the word is masked, 25\u00a0% when all others are/);
  });
});

describe('operandWords', () => {
  it('says what stands in whose place, and what was held by the reader', () => {
    const initial = { is: 'initial', side: 'item', n: 2, held: false } as const;
    expect(operandWords({ ...initial, as: 'counterpart' })).toBe(
      'initial state, in the counterpart’s place, dimension 2, as learned for everybody',
    );
    expect(operandWords({ ...initial, as: 'start', held: true })).toBe(
      'where every item starts, dimension 2, held at it by you',
    );
    expect(operandWords({ is: 'frozen', at: 0 })).toBe('frozen at 0 by you');
  });

  it('calls people people and a bare rating a rating', () => {
    expect(operandWords({ is: 'rating-without', without: 'user', name: 'Taster 2' })).toBe(
      'rating by Taster 2, without mean and person’s bias',
    );
    expect(operandWords({ is: 'standardised', field: null })).toBe('rating, standardised');
    expect(operandWords({ is: 'damping', ratings: 1 })).toBe(
      'damping: as if there were 1 more rating at the mean',
    );
  });
});
