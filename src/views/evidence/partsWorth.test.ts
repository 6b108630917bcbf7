import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../engine/questions/evidence';
import { syntheticEvidence } from '../../engine/testing/syntheticEvidence';
import { toneOf, worthSentence, worthsOf } from './partsWorth';

const evidence = syntheticEvidence({ id: 'synthetic', modelHash: '0'.repeat(64) });

describe('what each part is worth', () => {
  it('is what is lost without it, of the list and of guessed ratings, with the intervals turned alike', () => {
    const { rows, lacks } = worthsOf(evidence, true);
    expect(rows.map(({ part }) => part)).toEqual(['the text of reviews', 'aspect ratings']);
    const [{ list, rating }] = rows;
    expect(list?.value).toBeCloseTo(0.001, 6);
    expect([list?.low, list?.high].map((x) => x!.toFixed(3))).toEqual(['-0.003', '0.005']);
    expect([rating?.value, rating?.low, rating?.high].map((x) => x!.toFixed(4))).toEqual([
      '0.0102',
      '0.0081',
      '0.0123',
    ]);
    expect([toneOf(list!), toneOf(rating!)]).toEqual(['open', 'better']);
    expect(lacks).toEqual([
      'overall ratings',
      'the match of words',
      'the match of states',
      'the memory (GRU)',
    ]);
  });

  it('asks nothing of aspects where there are none', () => {
    const { rows, lacks } = worthsOf(evidence, false);
    expect([...rows.map(({ part }) => part), ...lacks]).not.toContain('aspect ratings');
  });

  it('is drawn without an interval where none was measured, and not at all over other seeds', () => {
    const bare: Evidence = { ...evidence, comparisons: [] };
    const { rows } = worthsOf(bare, true);
    expect(rows[0].rating).toMatchObject({ measured: false });
    expect(rows[0].rating?.value).toBeCloseTo(0.0102, 6);
    expect(toneOf(rows[0].rating!)).toBe('open');
    const models = bare.models.map((row) => (row.family === 'ablation' ? { ...row, seeds: [1] } : row));
    expect(worthsOf({ ...bare, models }, true).rows).toEqual([]);
  });

  it('is said only where an interval carries it', () => {
    expect(worthSentence(worthsOf(evidence, true))).toBe(
      'Guessed ratings clearly need the text of reviews and aspect ratings.',
    );
    const comparisons = evidence.comparisons.map((one) => ({
      ...one,
      difference:
        one.metric === 'rmse' ? { value: 0.01, low: 0.005, high: 0.02 } : { value: 0, low: -1, high: 1 },
    }));
    expect(worthSentence(worthsOf({ ...evidence, comparisons }, true))).toBe(
      'Guessed ratings are better without the text of reviews and aspect ratings.',
    );
    const open = comparisons.map((one) => ({ ...one, difference: { value: 0, low: -1, high: 1 } }));
    expect(worthSentence(worthsOf({ ...evidence, comparisons: open }, true))).toBe(
      'By these intervals nobody can tell what these parts are worth.',
    );
    expect(worthSentence(worthsOf({ ...evidence, models: evidence.models.slice(0, 1) }, true))).toBeNull();
  });

  it('is that of all worlds where they were measured, clearly by the intervals over worlds alone', () => {
    const worldComparisons = evidence.comparisons.map((one) => ({ ...one, worlds: 31 }));
    const over = { ...evidence, comparisons: [], worlds: evidence.models, worldComparisons };
    const { rows, worlds } = worthsOf(over, true);
    expect([worlds, rows[0].rating?.measured]).toEqual([true, true]);
    expect(worthSentence(worthsOf(over, true))).toBe(
      'Over all made-up worlds, guessed ratings clearly need the text of reviews and aspect ratings.',
    );
    // A part whose people were not kept is drawn without an interval, and nothing is said of it.
    const some = worldComparisons.filter(({ model }) => model !== 'no-text');
    const mixed = worthsOf({ ...over, worldComparisons: some }, true);
    expect(mixed.rows[0]).toMatchObject({ id: 'no-text', rating: { measured: false } });
    expect(worthSentence(mixed)).toBe(
      'Over all made-up worlds, guessed ratings clearly need aspect ratings.',
    );
    const open = some.map((one) => ({ ...one, difference: { value: 0, low: -1, high: 1 } }));
    expect(worthSentence(worthsOf({ ...over, worldComparisons: open }, true))).toBe(
      'Over all made-up worlds, by these intervals nobody can tell the worth of aspect ratings.',
    );
  });

  it('is that of all worlds in older evidence by the means, and says so', () => {
    const { rows, worlds } = worthsOf({ ...evidence, worlds: evidence.models }, true);
    expect([worlds, rows[0].rating?.measured]).toEqual([true, false]);
    expect(worthSentence({ rows, worlds, lacks: [] })).toBe(
      'Over all made-up worlds, where there are no intervals, both the list and guessed ratings lose most without the text of reviews.',
    );
  });
});
