import { describe, expect, it } from 'vitest';
import { readDescriptor } from '../descriptor';
import { parseReviews } from '../reviews';
import { itemFacts, reviewLines, truth } from './files';
import { generate } from './generate';
import { keywordsOf, TRAIT_OF_WORD } from './lexicon';
import { CARES } from './people';
import { varianceShares } from './summary';
import { TRAITS } from './traits';
import { MEAN_RATING } from './utility';

const SEEDS = [1, 2, 3];
const descriptor = readDescriptor('pretrain/datasets/teas.json');
const rules = { rating: descriptor.rating, aspects: descriptor.aspects };

it('gives the same world again from the same seed, and another from another', () => {
  const [first, again, other] = [1, 1, 2].map(generate);
  expect(reviewLines(again)).toBe(reviewLines(first));
  expect(truth(again)).toBe(truth(first));
  expect(reviewLines(other)).not.toBe(reviewLines(first));
});

describe.each(SEEDS)('the world of seed %i', (seed) => {
  const planted = generate(seed);
  const { reviews, people, teas } = planted;
  const share = (test: (r: (typeof reviews)[number]) => boolean) =>
    reviews.filter(test).length / reviews.length;
  const counts = (id: (r: (typeof reviews)[number]) => string) => {
    const found = new Map<string, number>();
    for (const review of reviews) found.set(id(review), (found.get(id(review)) ?? 0) + 1);
    return [...found.values()].sort((a, b) => a - b);
  };

  it('is read by the reader of review files: known aspects, values inside the scales, no pair twice', () => {
    const read = parseReviews('teas', reviewLines(planted), rules);
    expect(read).toHaveLength(reviews.length);
    for (const { rating, aspects } of read) {
      if (rating !== null) expect(Number.isInteger(rating / descriptor.rating.step)).toBe(true);
      for (const value of Object.values(aspects)) expect(Number.isInteger(value)).toBe(true);
    }
  });

  it('has the size that it should, with long tails on both sides', () => {
    expect(reviews).toHaveLength(900);
    expect(new Set(people.map((p) => p.id)).size).toBe(80);
    expect(new Set(teas.map((t) => t.facts.name)).size).toBe(60);
    for (const [list, n] of [
      [counts((r) => r.person.id), people.length],
      [counts((r) => r.tea.id), teas.length],
    ] as const) {
      expect(list).toHaveLength(n);
      expect(list[0]).toBe(1);
      expect(list.filter((count) => count <= 3).length).toBeGreaterThanOrEqual(5);
      expect(list.at(-1)).toBeGreaterThan((2 * reviews.length) / n);
    }
  });

  it('lacks parts in the shares that it should, and never all of them', () => {
    const noText = (r: (typeof reviews)[number]) => r.review.text === '';
    const noRating = (r: (typeof reviews)[number]) => r.review.rating === null;
    const noAspects = (r: (typeof reviews)[number]) => Object.keys(r.review.aspects).length === 0;
    for (const [test, wanted] of [
      [noText, 0.12],
      [noRating, 0.08],
      [noAspects, 0.15],
    ] as const)
      expect(Math.abs(share(test) - wanted)).toBeLessThan(0.04);
    expect(share((r) => noRating(r) && noAspects(r))).toBeGreaterThan(0.005);
    expect(share((r) => noRating(r) && noAspects(r) && noText(r))).toBe(0);
  });

  it('keeps the order of each person and the two years', () => {
    for (const { id } of people) {
      const own = reviews.filter((r) => r.person.id === id).map((r) => r.review);
      expect(own.map((r) => r.seq)).toEqual([...own.keys()]);
      expect(new Set(own.map((r) => r.time)).size).toBe(own.length);
    }
    const times = reviews.map((r) => r.review.time!);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)! - times[0]).toBeLessThan(731 * 86_400);
    expect(times.at(-1)! - times[0]).toBeGreaterThan(600 * 86_400);
  });

  it('plants a match that matters more than anything else', () => {
    const shares = varianceShares(planted);
    expect(shares.matchBeyondMeans).toBeGreaterThan(0.35);
    expect(shares.noise).toBeLessThan(0.25);
    expect(shares.match).toBeGreaterThan(2 * Math.max(shares.generosity, shares.quality));
  });

  it('rates as the formula in the truth file says', () => {
    for (const { person, tea, utility, noise, review } of reviews) {
      const parts = TRAITS.map((t) => person.tastes[t] * (tea.traits[t] - planted.usual[t]));
      const sum = MEAN_RATING + person.generosity + tea.quality + parts.reduce((a, b) => a + b, 0);
      expect(Math.abs(utility.noiseless - sum)).toBeLessThan(0.01);
      if (review.rating === null) continue;
      const inside = Math.min(5, Math.max(1, utility.noiseless + noise));
      expect(Math.abs(review.rating - inside)).toBeLessThanOrEqual(0.25 + 1e-9);
    }
  });

  it('denies a trait only where the tea lacks it and the person cares', () => {
    const denied = reviews.flatMap((r) => r.mentions.filter((m) => m.negated).map((m) => ({ ...r, ...m })));
    expect(denied.length).toBeGreaterThan(300);
    for (const { person, tea, trait } of denied) {
      expect(tea.levels[trait]).toBe('absent');
      expect(Math.abs(person.tastes[trait])).toBeGreaterThanOrEqual(CARES);
    }
    // The same words praise for one person and blame for another.
    const bare = denied.filter((m) => m.verdict === 'none');
    expect(bare.filter((m) => m.person.tastes[m.trait] > 0).length).toBeGreaterThan(20);
    expect(bare.filter((m) => m.person.tastes[m.trait] < 0).length).toBeGreaterThan(20);
  });

  it('says what is there only of a tea that has it, and judges it as the person would', () => {
    for (const { person, tea, mentions } of reviews)
      for (const { trait, negated, verdict } of mentions) {
        if (!negated) expect(tea.levels[trait]).not.toBe('absent');
        if (verdict === 'none') continue;
        expect(Math.abs(person.tastes[trait])).toBeGreaterThanOrEqual(CARES);
        expect(verdict).toBe(person.tastes[trait] > 0 === !negated ? 'praise' : 'complaint');
      }
  });

  it('negates in the text what the truth says is negated', () => {
    const CUE = /\b(not|no|never|without|less|isn't|nor)\b/i;
    for (const { review, mentions } of reviews) {
      let from = 0;
      for (const { word, written, negated } of mentions) {
        const at = review.text.toLowerCase().indexOf(written ?? word, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + 1;
        const sentence = review.text
          .slice(0, at)
          .split(/[.!?] /)
          .at(-1)!;
        if (negated) expect(sentence).toMatch(CUE);
      }
    }
  });

  it('knows every trait word of every text', () => {
    for (const { review, mentions } of reviews) {
      const known = mentions.map((m) => m.written ?? m.word).sort();
      const unmarked = mentions.filter((m) => m.written).map((m) => m.written);
      const found = review.text
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .filter((w) => TRAIT_OF_WORD.has(w) || unmarked.includes(w))
        .sort();
      expect(found).toEqual(known);
      for (const { trait, word } of mentions) expect(keywordsOf(trait)).toContain(word);
    }
  });

  it('lets people write about what they care about', () => {
    const words = reviews.flatMap((r) => r.mentions.map((m) => Math.abs(r.person.tastes[m.trait])));
    expect(words.filter((taste) => taste >= CARES).length / words.length).toBeGreaterThan(0.75);
  });

  it('names facts for every tea, and no tea after a trait', () => {
    const facts = JSON.parse(itemFacts(planted)) as Record<string, Record<string, string>>;
    for (const { item } of reviews.map((r) => r.review))
      for (const field of [descriptor.itemName!, ...descriptor.itemFacts.map((f) => f.field)])
        expect(facts[item][field]).toMatch(/\S/);
    for (const { facts: known } of teas)
      for (const word of known.name.toLowerCase().split(' ')) expect(TRAIT_OF_WORD.has(word)).toBe(false);
  });

  it('varies its sentences', () => {
    const texts = reviews.map((r) => r.review.text).filter(Boolean);
    expect(new Set(texts).size / texts.length).toBeGreaterThan(0.97);
    const lengths = texts.map((text) => text.split(/[.!?](?: |$)/).filter(Boolean).length);
    expect(Math.min(...lengths)).toBe(1);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(5);
  });
});
