import { describe, expect, it } from 'vitest';
import { syntheticEvidence } from '../../engine/testing/syntheticEvidence';
import { listensSentence, questionsOf, ruleSentence } from './behaviours';

const evidence = syntheticEvidence({ id: 'beers', modelHash: 'a'.repeat(64) });

describe('whether it listens', () => {
  it('is said in one sentence, beside chance', () => {
    expect(listensSentence(evidence)).toBe(
      'After one review of something loved, 42 % of the list is of its kind, where chance would give 2.5 %; after one of something hated, 1.0 %.',
    );
    expect(listensSentence({ ...evidence, behaviours: [] })).toBeNull();
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
    expect(ruleSentence(evidence)).toContain('200 sentences on books');
    expect(ruleSentence({ ...evidence, behaviours: null })).toBeNull();
  });
});

const direct = (key: string, behaviours = evidence.behaviours) =>
  questionsOf({ ...evidence, behaviours }).find((one) => one.key === key)!.none;
