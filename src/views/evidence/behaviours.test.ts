import { describe, expect, it } from 'vitest';
import { syntheticEvidence } from '../../engine/testing/syntheticEvidence';
import { deniedSentence, heardOf, listensSentence, questionsOf, ruleSentence } from './behaviours';

const evidence = syntheticEvidence({ id: 'beers', modelHash: 'a'.repeat(64) });

/** With blanks that may break. */
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;

describe('whether it listens', () => {
  it('is said beside chance, and where a rating alone is not told apart from it', () => {
    expect(plain(listensSentence(evidence))).toBe(
      'Somebody new loves one thing: 42 % of their list is of its kind; had they hated it, 1.0 %; by chance, 2.5 %.',
    );
    const rated = { ...evidence.behaviours![0], variant: 'loved, 1 review, rating alone' };
    const heard = (low: number) =>
      listensSentence({
        ...evidence,
        behaviours: [...evidence.behaviours!, { ...rated, value: { value: 0.06, low, high: 0.08 } }],
      });
    expect(heard(0.02)).toMatch(/A rating without words cannot be told apart from chance\.$/);
    expect(heard(0.03)).not.toContain('without words');
    expect(listensSentence({ ...evidence, behaviours: [] })).toBeNull();
  });

  it('is a dot a form of the question; where things have no kinds, whether the list moves the right way', () => {
    const { kinds, rows } = heardOf(evidence);
    expect(kinds).toBe(true);
    expect(rows.map(({ label, chance }) => [label, chance])).toEqual([
      ['Loved one', 0.025],
      ['Hated one', 0.025],
    ]);
    const top = evidence.behaviours!.filter(({ behaviour }) => behaviour === 'direction');
    const bottom = top.map((one) => ({ ...one, variant: one.variant.replace('top', 'bottom') }));
    const unsorted = { ...evidence, behaviours: [...top, ...bottom] };
    expect(heardOf(unsorted)).toMatchObject({ kinds: false, rows: [{ of: { value: 0.8 } }, {}] });
    expect(plain(listensSentence(unsorted))).toMatch(
      /do not fall in 80 % of cases, after the lowest .* 80 %\.$/,
    );
    const alone = { ...bottom[0], variant: 'bottom of the scale, first review, rating alone' };
    const wrong = [...top, ...bottom, { ...alone, passed: { value: 0.14, low: 0.1, high: 0.2 } }];
    expect(listensSentence({ ...evidence, behaviours: wrong })).toMatch(
      /Without words the lowest mostly raises them\.$/,
    );
  });

  it('tells of denied words only where the true tastes are known', () => {
    expect(deniedSentence(evidence)).toBeNull();
    const denied = {
      ...evidence.behaviours![0],
      behaviour: 'negation' as const,
      variant: 'negated, all reviews',
    };
    expect(plain(deniedSentence({ ...evidence, behaviours: [denied] }))).toBe(
      '“Not smoky” is understood in 80 % of cases.',
    );
  });

  it('is a table a question, DReX first, with what chance would give', () => {
    const [loved] = questionsOf(evidence);
    expect(loved.rows.map(({ model }) => model)).toEqual(['drex', 'popularity']);
    expect(loved.rows.map(({ label }) => label)).toEqual(['DReX', 'Popularity']);
    expect(loved.rows[0].cells.map((cell) => cell?.value ?? null)).toEqual([0.42, null, null, null]);
    expect(loved.chance).toEqual([0.025, null, null, null]);
  });

  it('shows pass rates where a case is right or wrong, without chance', () => {
    const direction = questionsOf(evidence).find(({ key }) => key === 'direction')!;
    expect(direction.rows[0].cells[0]?.value).toBe(0.8);
    expect(direction.chance).toBeNull();
  });

  it('says why a question has no answer', () => {
    const negation = questionsOf(evidence).find(({ key }) => key === 'negation')!;
    expect(negation.rows).toEqual([]);
    expect(negation.none).toContain('teas');
    expect(direct('loved')).toBeNull();
    expect(direct('loved', [])).toContain('not sorted into kinds');
  });

  it('tells how well the rule of negation reads', () => {
    expect(ruleSentence(evidence)).toContain('200 sentences about books');
    expect(ruleSentence({ ...evidence, behaviours: null })).toBeNull();
  });
});

const direct = (key: string, behaviours = evidence.behaviours) =>
  questionsOf({ ...evidence, behaviours }).find((one) => one.key === key)!.none;
