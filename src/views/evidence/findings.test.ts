import { describe, expect, it } from 'vitest';
import type { Evidence, Interval } from '../../engine/questions/evidence';
import { syntheticEvidence } from '../../engine/testing/syntheticEvidence';
import { findings } from './findings';
import type { Sentence } from './judgement';

const evidence = syntheticEvidence({ id: 'beers', modelHash: '0'.repeat(64) });
const [drex] = evidence.models;

type Verdict = 'better' | 'level' | 'worse';
/** Of DReX − other where more is better. */
const BOUNDS: Record<Verdict, Interval> = {
  better: { value: 0.01, low: 0.005, high: 0.015 },
  level: { value: 0.01, low: -0.005, high: 0.025 },
  worse: { value: -0.01, low: -0.015, high: -0.005 },
};
const turned = ({ value, low, high }: Interval): Interval => ({ value: -value, low: -high, high: -low });
const stat = (mean: number) => ({ mean, deviation: 0, values: [mean] });

/** Evidence in which the list and the guessed ratings of each of these came off so. */
function with_(lists: Record<string, Verdict>, ratings: Record<string, Verdict> = {}): Evidence {
  const ids = [...new Set([...Object.keys(lists), ...Object.keys(ratings)])];
  return {
    ...evidence,
    behaviours: null,
    models: [
      { ...drex, metrics: { 'catalogue/ndcg@10': stat(0.06), rmse: stat(0.55) } },
      ...ids.map((id) => ({
        ...drex,
        id,
        label: id,
        family: 'baseline' as const,
        metrics: {
          ...(id in lists && { 'catalogue/ndcg@10': stat(0.06 - BOUNDS[lists[id]].value) }),
          ...(id in ratings && { rmse: stat(0.55 + BOUNDS[ratings[id]].value) }),
        },
      })),
    ],
    comparisons: [
      ...Object.entries(lists).map(([model, verdict]) => ({
        model,
        metric: 'catalogue/ndcg@10' as const,
        difference: BOUNDS[verdict],
        n: 400,
      })),
      ...Object.entries(ratings).map(([model, verdict]) => ({
        model,
        metric: 'rmse' as const,
        difference: turned(BOUNDS[verdict]),
        n: 1600,
      })),
    ],
  };
}

const textOf = (sentence: Sentence): string =>
  sentence
    .map((one) => (typeof one === 'string' ? one : one.aside ? `(${one.shown})` : one.shown))
    .join('')
    .replaceAll('\u00a0', ' ');
const told = (of: Evidence, past = false) => {
  const { headline, best, not } = findings(of, 'beers', past);
  return { headline, best: best.map(textOf), not: not.map(textOf) };
};

describe('what DReX does best, and what it does not', () => {
  it('calls better what an interval calls better, and worse what it calls worse, by how much', () => {
    const found = told(
      with_(
        { 'popularity-liked': 'better', content: 'better', ease: 'worse', ials: 'worse' },
        { bias: 'better' },
      ),
    );
    expect(found.headline).toBe(
      'DReX finds the beers that people like more often than a list of everyone’s favourites; EASE and implicit ALS find them more often still',
    );
    expect(found.best).toEqual([
      'What somebody really liked is near the top more often (NDCG@10 0.060) than with everyone’s favourites (0.050) or similar words (0.050).',
      'Guessed ratings are closer to the true ones (RMSE 0.550 stars) than those by the averages alone (0.560).',
    ]);
    expect(found.not).toEqual([
      'EASE (0.070) and implicit ALS (0.070) have what somebody really liked near the top more often than DReX (NDCG@10 0.060), without reading a word.',
    ]);
  });

  it('says of what no interval decides that it cannot be told apart', () => {
    const found = told(with_({ 'popularity-liked': 'level', ease: 'worse' }, { bias: 'level' }));
    expect(found.headline).toBe(
      'EASE finds the beers that people like more often than DReX, which cannot be told apart from a list of everyone’s favourites',
    );
    expect(found.best).toEqual(['Nothing it was compared with is clearly worse in what was measured.']);
    expect(found.not.slice(1)).toEqual([
      'By NDCG@10 its list cannot be told apart from everyone’s favourites (0.050).',
      'Guessed ratings (RMSE 0.550 stars) cannot be told apart from those by the averages alone (0.560).',
    ]);
    expect(told(with_({ 'popularity-liked': 'level' })).not[0]).toBe(
      'How often what somebody really liked is near the top (NDCG@10 0.060) cannot be told apart from everyone’s favourites (0.050).',
    );
  });

  it('says what it is better in, where that is neither of the two that count most', () => {
    const level = with_({ 'popularity-liked': 'level', 'global-mean': 'better' }, { bias: 'level' });
    const mae = { model: 'bias', metric: 'mae' as const, difference: turned(BOUNDS.better), n: 1600 };
    const models = level.models.map((row, k) => ({
      ...row,
      metrics: { ...row.metrics, mae: stat(k === 0 ? 0.4 : 0.41) },
    }));
    expect(told({ ...level, models, comparisons: [...level.comparisons, mae] }).best).toEqual([
      'What somebody really liked is near the top more often (NDCG@10 0.060) than with global-mean (0.050).',
      'Guessed ratings are closer to the true ones on average (MAE 0.400 stars) than those by the averages alone (0.410).',
    ]);
  });

  it('never hides a method that is better, whatever its name, and counts no more than a few', () => {
    const names = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, 'worse' as const]));
    const found = told(with_({ ...names, 'popularity-liked': 'worse' }, { 'review-attention': 'worse' }));
    expect(found.headline).toBe('7 other methods find the beers that people like more often than DReX');
    expect(found.not[0]).toMatch(/ and three more have what somebody really liked/);
    // What is not known to read nothing is not said to.
    expect(found.not[0]).not.toContain('without reading');
    expect(found.not[1]).toBe(
      'Guessed ratings are further off (RMSE 0.550 stars) than those by review attention (0.540).',
    );
  });

  it('says what was not compared, and claims nothing of it', () => {
    const found = told({ ...evidence, behaviours: null, comparisons: [], models: [drex] });
    expect(found).toEqual({
      headline: 'The list has not been compared with a list of everyone’s favourites',
      best: [],
      not: [
        'Its list has not been compared with other ways to make one.',
        'Its guesses of ratings have not been compared with others.',
      ],
    });
  });

  it('says so where nothing is better', () => {
    const found = told(with_({ 'popularity-liked': 'better' }, { bias: 'better' }));
    expect(found.headline).toMatch(/; no other method here is clearly better$/);
    expect(found.not).toEqual(['Nothing it was compared with is clearly better in what was measured.']);
  });

  it('tells how much of everything is shown, as numbers without a verdict', () => {
    const { best } = told(evidence);
    expect(best.at(-1)).toBe(
      'Two people’s lists share 5.7 of ten picks, and 15 % of all beers are on a list (everyone’s favourites 5.8 and 14 %, EASE 5.5 and 17 %).',
    );
  });

  it('says how often a sentence about nothing changes the list, where that is more than now and then', () => {
    expect(told(evidence).not.at(-1)).toBe(
      'In 20 % of cases a sentence about nothing changes three picks or more.',
    );
    const steady = evidence.behaviours!.map((one) => ({
      ...one,
      passed: { value: 0.9, low: 0.85, high: 0.95 },
    }));
    expect(told({ ...evidence, behaviours: steady }).not.join(' ')).not.toContain('about nothing');
  });

  it('has all made-up worlds in the headline where they were compared, since the one on the page is small', () => {
    const own = with_({ 'popularity-liked': 'level' });
    const headline = (lists: Record<string, Verdict>, past = false) => {
      const { models: worlds, comparisons } = with_(lists);
      return told({ ...own, worlds, worldComparisons: comparisons }, past).headline;
    };
    expect(headline({ 'popularity-liked': 'better', ease: 'level' })).toBe(
      'Over all made-up worlds, DReX finds the beers that people like more often than a list of everyone’s favourites; no other method here is clearly better',
    );
    expect(headline({ 'popularity-liked': 'worse' }, true)).toBe(
      'Over all made-up worlds, a list of everyone’s favourites found the beers that people like more often than DReX',
    );
    // Of worlds without that comparison nothing can be said in its place.
    expect(headline({ ease: 'better' })).toBe(told(own).headline);
  });

  it('tells of all made-up worlds what an interval over worlds carries', () => {
    const over = (list: Verdict, rating: Verdict, past = false) => {
      const { models: worlds, comparisons } = with_({ ease: list }, { bias: rating });
      const worldComparisons = comparisons.map((one) => ({ ...one, worlds: 31 }));
      return told({ ...evidence, worlds, worldComparisons }, past);
    };
    const { best, not } = over('worse', 'better');
    expect([best.at(-1), not.at(-1)]).toEqual([
      'Over all made-up worlds, guessed ratings are clearly closer to the true ones (RMSE 0.550 stars) than those by the averages alone, the best other (0.560).',
      'Over all made-up worlds, what somebody really liked is clearly less often near the top (NDCG@10 0.060) than with EASE, the best other (0.070).',
    ]);
    // The means are apart, and no interval says so.
    expect(over('level', 'level').not.slice(-2)).toEqual([
      'Over all made-up worlds, its list (NDCG@10 0.060) cannot be told apart from that by EASE, the best other (0.050).',
      'Over all made-up worlds, guessed ratings (RMSE 0.550 stars) cannot be told apart from those by the averages alone, the best other (0.560).',
    ]);
    for (const verdict of ['better', 'level', 'worse'] as const) {
      const then = over(verdict, verdict, true);
      expect([...then.best, ...then.not].filter((one) => one.startsWith('Over all')).join(' ')).not.toMatch(
        /\b(is|are|cannot)\b/,
      );
    }
    // The number opens the interval and what was drawn.
    const { models: worlds, comparisons } = with_({ ease: 'worse' });
    const worldComparisons = comparisons.map((one) => ({ ...one, worlds: 31 }));
    const sentence = findings({ ...evidence, worlds, worldComparisons }, 'beers').not.at(-1)!;
    const [number] = sentence.filter((one) => typeof one !== 'string');
    expect(number.lines).toContain(
      'Difference DReX − other −0.0100, 95\u00a0% interval [−0.0150,\u00a0−0.0050] over 31 worlds: EASE is better.',
    );
  });

  it('says why there is no interval of what is counted over all lists, and how far apart the seeds are', () => {
    const sentence = findings(evidence, 'beers').best.at(-1)!;
    const [overlap, coverage] = sentence.filter((one) => typeof one !== 'string');
    expect(overlap.lines[1]).toMatch(
      /^It rests on pairs drawn from everybody’s lists, .* so there is no interval\.$/,
    );
    expect(coverage.lines.slice(1)).toEqual([
      'It is counted over everybody’s lists, not over a sample of people, so there is no interval.',
      'From the lowest to the highest of 3 seeds: DReX 0.141 to 0.161.',
    ]);
    const once = evidence.models.map((row) => {
      const coverage = stat(row.metrics['coverage@10']?.mean ?? 0);
      return { ...row, seeds: [1], metrics: { ...row.metrics, 'coverage@10': coverage } };
    });
    const [, alone] = findings({ ...evidence, models: once }, 'beers')
      .best.at(-1)!
      .filter((one) => typeof one !== 'string');
    expect(alone.lines).toHaveLength(2);
  });

  it('tells of all made-up worlds, which have no interval in older evidence', () => {
    const { models: worlds } = with_({ ease: 'worse' }, { bias: 'better' });
    const { best, not } = told({ ...evidence, worlds });
    expect([best.at(-1), not.at(-1)]).toEqual([
      'Over all made-up worlds, without an interval: RMSE 0.550 stars, the best of the others 0.560 (the averages alone).',
      'Over all made-up worlds, without an interval: NDCG@10 0.060, the best of the others 0.070 (EASE).',
    ]);
  });

  it('has definition, interval and numbers behind what it says', () => {
    const [list] = findings(with_({ 'popularity-liked': 'better' }), 'beers').best;
    const behind = list.flatMap((one) => (typeof one === 'string' ? [] : [one]))[1];
    expect(behind.lines.join(' ')).toContain(
      'Difference DReX − other +0.0100, 95\u00a0% interval [0.0050,\u00a00.0150] over 400 people: DReX is better.',
    );
    expect(behind.definition).toContain(evidence.protocol.catalogue);
  });

  it('tells a finding of an earlier state in the past', () => {
    const then = told(
      with_({ 'popularity-liked': 'better', ease: 'worse', ials: 'level' }, { bias: 'level' }),
      true,
    );
    expect(Object.values(then).flat().join(' ')).not.toMatch(
      /\b(finds?|is|are|has|have|share|cannot|reach)\b/,
    );
  });
});
