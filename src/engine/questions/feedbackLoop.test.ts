import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import { memory } from '../../model/tf';
import type { EngineApi } from '../contract';
import type { SimulatedInteraction, SimulatedLog } from '../simulatedLog';
import { inCommon } from '../testing/inCommon';
import { liveEngine } from '../testing/liveEngine';
import type { FeedbackProgress, FeedbackRequest, FeedbackRun } from './feedbackLoop';

const TOP = 2;
const nothing = () => {};
let bundle: Bundle;
let engine: EngineApi;

beforeAll(async () => {
  ({ bundle, engine } = await liveEngine());
});

const view = (log: SimulatedLog, person: string) => engine.view({ log, person, item: null, k: 9, words: 99 });
const keys = (rounds: number) => Array.from({ length: rounds }, (_, k) => `s${k + 1}`);
const request = (person: string, rounds: number, change: Partial<FeedbackRequest> = {}): FeedbackRequest => ({
  log: [],
  person,
  newKeys: keys(rounds),
  top: TOP,
  gives: 'predicted',
  seeds: [1, 2],
  ...change,
});

/** For everybody, and for somebody new: as many rounds as there are items for. */
async function requests(): Promise<FeedbackRequest[]> {
  const all: FeedbackRequest[] = [];
  for (const person of [...bundle.users.id, 'new-1']) {
    const rounds = (await view([], person)).recommendations.length - 1;
    if (rounds < 1) continue;
    all.push(request(person, rounds), request(person, rounds, { gives: 'top' }));
  }
  return all;
}

/** The reviews that a run stands for. */
const reviewsOf = (run: FeedbackRun, { person, newKeys }: FeedbackRequest): SimulatedInteraction[] =>
  run.picks.map(({ item, given }, round) => ({
    key: newKeys[round],
    person,
    item,
    rating: given,
    aspects: bundle.manifest.model.aspects.map(() => null),
    text: '',
  }));

describe('feedback loop', () => {
  it('reports what the view shows when the reviews are added one by one', async () => {
    for (const asked of await requests()) {
      const report = await engine.feedbackLoop(asked, nothing);
      expect(report.entries).toEqual(reviewsOf(report.first, asked));
      for (const run of [report.first, ...report.draws]) {
        expect(run.points).toHaveLength(asked.newKeys.length + 1);
        const reviews = reviewsOf(run, asked);
        const seen = new Set<string>();
        const start = await view([], asked.person);
        const shares = new Map(start.person.profile.words.map(({ word, weight }) => [word, weight]));
        for (const [round, point] of run.points.entries()) {
          const then = await view(reviews.slice(0, round), asked.person);
          const list = then.recommendations.slice(0, TOP);
          for (const { item } of list) seen.add(item.id);
          expect(point.coverage).toBe(seen.size / bundle.items.id.length);
          expect(point.rating).toBeCloseTo(
            list.reduce((sum, one) => sum + one.prediction.rating, 0) / list.length,
            12,
          );
          const taken = new Set(reviews.slice(0, round).map(({ item }) => item));
          const before = start.recommendations.filter(({ item }) => !taken.has(item.id)).slice(0, TOP);
          const kept = before.filter(({ item }) => list.some((one) => one.item.id === item.id));
          expect(point.top).toBe(kept.length / before.length);
          const common = inCommon(shares, then.person.profile.words);
          if (shares.size === 0) expect(point.words).toBeNull();
          else expect(point.words).toBeCloseTo(common, 9);
          const pick = run.picks[round];
          if (!pick) continue;
          const row = then.recommendations[pick.rank - 1];
          expect(pick).toMatchObject({ item: row.item.id, predicted: row.prediction.rating });
        }
      }
      const end = await view(report.entries, asked.person);
      expect(report.list).toEqual(
        end.recommendations
          .slice(0, TOP)
          .map(({ item, prediction }) => ({ item: item.id, rating: prediction.rating })),
      );
    }
  });

  it('takes the first, or what each seed draws, never twice, and rates as asked', async () => {
    const { rating } = bundle.manifest.model;
    let drawn = 0;
    for (const asked of await requests()) {
      const { first, draws } = await engine.feedbackLoop(asked, nothing);
      expect(first.picks.every(({ rank }) => rank === 1)).toBe(true);
      expect(draws).toHaveLength(asked.seeds.length);
      drawn += draws.flatMap((one) => one.picks).filter(({ rank }) => rank > 1).length;
      for (const { picks } of [first, ...draws]) {
        expect(new Set(picks.map(({ item }) => item)).size).toBe(asked.newKeys.length);
        for (const { predicted, given } of picks)
          if (asked.gives === 'top') expect(given).toBe(rating.max);
          else {
            expect(given % rating.step).toBe(0);
            expect(Math.abs(given - predicted)).toBeLessThanOrEqual(rating.step / 2 + 1e-9);
          }
      }
    }
    expect(drawn).toBeGreaterThan(0);
  });

  it('begins at the start; coverage never falls; the still list is walked down', async () => {
    for (const asked of await requests()) {
      const { first, draws, still } = await engine.feedbackLoop(asked, nothing);
      const { recommendations } = await view([], asked.person);
      for (const { points } of [first, ...draws]) {
        expect(points[0]).toMatchObject({ drift: 0, top: 1, ...still[0] });
        expect(points[1].drift).toBeGreaterThan(0);
        for (let round = 1; round < points.length; round++)
          expect(points[round].coverage).toBeGreaterThanOrEqual(points[round - 1].coverage);
      }
      for (const [round, { coverage, rating }] of still.entries()) {
        const list = recommendations.slice(round, round + TOP);
        const shown = Math.min(TOP + round, recommendations.length);
        expect(coverage).toBe(shown / bundle.items.id.length);
        expect(rating).toBeCloseTo(
          list.reduce((sum, one) => sum + one.prediction.rating, 0) / list.length,
          12,
        );
      }
    }
  });

  it('gives the same again from the same seeds, tells of each round, and holds no tensors', async () => {
    const asked = request('new-1', 3);
    const told: FeedbackProgress[] = [];
    const { first, draws } = await engine.feedbackLoop(asked, (one) => told.push(one));
    expect(told.map(({ done }) => done)).toEqual([0, 3, 6, 9]);
    expect(told.map((one) => one.first.picks.length)).toEqual([0, 1, 2, 3]);
    const { tensors } = await engine.memory();
    expect(await engine.feedbackLoop(asked, nothing)).toMatchObject({ first, draws });
    expect(memory().numTensors).toBe(tensors);
  });

  it('is ended by another, and by a stop', async () => {
    const asked = request('new-1', 3);
    const first = engine.feedbackLoop(asked, nothing);
    const second = engine.feedbackLoop(asked, nothing);
    await expect(first).rejects.toMatchObject({ why: { kind: 'superseded' } });
    await second;
    const third = engine.feedbackLoop(asked, nothing);
    await engine.stopExperiment();
    await expect(third).rejects.toMatchObject({ why: { kind: 'superseded' } });
  });

  it('says which field is wrong', async () => {
    const refused = (asked: FeedbackRequest) => expect(engine.feedbackLoop(asked, nothing)).rejects;
    await refused(request('new-1', 0)).toThrow(/^newKeys: no-rounds/);
    await refused(request('new-1', 9)).toThrow(/^newKeys: too-many-rounds rounds 9 left 9/);
    await refused(request('new-1', 2, { newKeys: ['s1', 's1'] })).toThrow(/^entry 2, key: twice name "s1"/);
    await refused(request('nobody', 2)).toThrow(/^person: no-person/);
    await refused(request('new-1', 2, { top: 0 })).toThrow(/^top: not a "places" value 0/);
    await refused(request('new-1', 2, { gives: 'five' as 'top' })).toThrow(/^gives: not-among .*"five"/);
  });
});
