import { beforeAll, describe, expect, it } from 'vitest';
import type { Choice, Prediction } from '../engine/answers';
import type { Change, ItemChange } from '../engine/change';
import type { EngineApi } from '../engine/contract';
import type { ItemView, View } from '../engine/questions/view';
import type { LogEntry } from '../engine/simulatedLog';
import { liveEngine } from '../engine/testing/liveEngine';
import { review } from '../engine/testing/review';
import { rating } from '../ui/format';
import { ownCounted } from '../ui/predicted';
import { changesAtTop } from './change/slopes';
import { expectedSentence } from './profile/sentences';
import { differenceTitle } from './review/sentences';

/** After a person has reviewed an item: every quantity that stands in more than one place. */
const PERSON = 'u0';
const KEY = 's1';
const K = 4;
const PLACE = { at: null, person: PERSON };
const nothing = () => {};

let engine: EngineApi;
let item: string;
let log: readonly LogEntry[];
let before: View;
let after: View;
let difference: Change;

const view = (of: readonly LogEntry[], chosen: string) =>
  engine.view({ log: of, person: PERSON, item: chosen, k: 99, words: 99 });
const chosen = ({ item: one }: View) => one as ItemView;
/** As exact as states can be that are replayed once more. */
const same = (a: Prediction, b: Prediction) => {
  expect(rating(a.rating)).toBe(rating(b.rating));
  expect(a.raw).toBeCloseTo(b.raw, 4);
};

beforeAll(async () => {
  ({ engine } = await liveEngine());
  const { recommendations } = await engine.view({ log: [], person: PERSON, item: null, k: 99, words: 1 });
  // Well within the scale, so that the prediction has room to move.
  item = recommendations.find(({ prediction: { raw } }) => raw > 0.5 && raw < 4.5)?.item.id ?? '';
  log = [
    review(KEY, {
      person: PERSON,
      item,
      rating: 0.5,
      aspects: [1, null],
      text: 'Not good: bitter hops, dark.',
    }),
  ];
  before = await view([], item);
  after = await view(log, item);
  const { change } = await engine.view({ ...PLACE, log, item, k: K, words: 1, shown: KEY });
  difference = change as Change;
});

describe('what is expected without the own review is one number', () => {
  it('in the list of before, beside the profiles, in the difference, without the interaction, and opened', async () => {
    const expected = chosen(after).prediction;
    expect(expected.ownReview).toBe('left-out');
    same(before.recommendations.find((one) => one.item.id === item)?.prediction as Prediction, expected);
    same(chosen(before).prediction, expected);
    same(difference.item?.prediction.before as Prediction, expected);
    const effect = await engine.effect({ ...PLACE, log, key: KEY, item, k: K });
    same(effect.item?.prediction.before as Prediction, expected);
    const { entries } = await engine.leaveOneOut(
      { ...PLACE, log, side: 'user', id: PERSON, item, k: K },
      nothing,
    );
    expect(rating(entries.find(({ key }) => key === KEY)?.rating as number)).toBe(rating(expected.rating));
    const { prediction } = await engine.trace({ log, at: null, key: KEY });
    same(prediction.before, expected);
    const opened = await engine.open({ log, at: null, ref: { of: 'prediction', person: PERSON, item } });
    expect(opened.value).toBeCloseTo(expected.raw, 4);
    expect(opened.about.apart).toBe('own-review-left-out');
  });

  it('and is named for what it is', () => {
    const { before: words, after: end } = expectedSentence(chosen(after));
    expect(`${words} 0.00${end}`).toMatch(
      /^Without this person’s own review of it, the model would expect 0\.00/,
    );
    expect(end).not.toMatch(/number|reviewed already/);
    expect(expectedSentence(chosen(before)).before).toBe('Predicted rating');
  });
});

describe('the choice score is one number', () => {
  it('in the list, beside the profiles, in the difference, without the interaction, and left out', async () => {
    const { choice, rank } = chosen(before);
    expect(before.recommendations.find((one) => one.item.id === item)).toMatchObject({ choice, rank });
    const scores = before.recommendations.map((one) => one.choice.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const near = (one: Choice, other: Choice) => {
      for (const part of ['score', 'popularity', 'states', 'words'] as const)
        expect(one[part], part).toBeCloseTo(other[part], 4);
    };
    const moved = difference.item as ItemChange;
    near(moved.choice.before, choice);
    near(moved.choice.after, chosen(after).choice);
    expect(moved.rank).toEqual({ before: rank, after: null });
    const effect = await engine.effect({ ...PLACE, log, key: KEY, item, k: K });
    near(effect.item?.choice.before as Choice, choice);
    const { entries } = await engine.leaveOneOut(
      { ...PLACE, log, side: 'user', id: PERSON, item, k: K },
      nothing,
    );
    expect(entries.find(({ key }) => key === KEY)?.choice).toBeCloseTo(choice.score, 4);
    const fall = await engine.reasons({ ...PLACE, log, item, times: 1 });
    near(fall.choice, choice);
    expect(fall.reviewed).toBe(true);
    for (const { item: one, choiceBefore, before: place } of difference.ranks) {
      const row = before.recommendations.find(({ item: of }) => of.id === one.id);
      expect(place).toBe(row?.rank);
      expect(choiceBefore).toBeCloseTo(row?.choice.score as number, 4);
    }
  });
});

describe('what the model holds with the own review counted is one number', () => {
  it('in the difference, the comparison, the effect and the trace', async () => {
    const counted = difference.item?.prediction.after as Prediction;
    expect(counted.ownReview).toBe('counted');
    expect(rating(counted.rating)).not.toBe(rating(chosen(after).prediction.rating));
    const { item: compared } = await engine.compare({
      before: { log: [], at: null },
      after: { log, at: null },
      person: PERSON,
      item,
      k: K,
    });
    same(compared?.prediction.before as Prediction, chosen(after).prediction);
    same(compared?.prediction.after as Prediction, counted);
    const effect = await engine.effect({ ...PLACE, log, key: KEY, item, k: K });
    same(effect.item?.prediction.after as Prediction, counted);
    same((await engine.trace({ log, at: null, key: KEY })).prediction.after, counted);
  });

  it('and wherever it stands alone, it is said that the review counts', async () => {
    const { before: left, after: counted } = (difference.item as ItemChange).prediction;
    expect(ownCounted('person', left, counted)).toContain('own review of it counts in the second');
    expect(ownCounted('person', counted)).toContain('own review of it counts here');
    expect(ownCounted('person', after.recommendations[0].prediction)).toBe('');
  });
});

describe('the list', () => {
  it('has one place and one rating for each item, in itself, beside the profiles and in the difference', async () => {
    expect(after.candidates).toBe(after.recommendations.length);
    for (const { item: one, rank, prediction } of after.recommendations) {
      const { ranks } = difference;
      const change = ranks.find((r) => r.item.id === one.id);
      if (change) {
        expect([change.after, change.placeAfter]).toEqual([rank, rank]);
        expect(rating(change.ratingAfter)).toBe(rating(prediction.rating));
      }
      const alone = chosen(await view(log, one.id));
      expect(alone.rank).toBe(rank);
      same(alone.prediction, prediction);
      expect(alone.reasons).toEqual(after.recommendations[rank - 1].reasons);
    }
  });

  it('is said to have as many others at the top by the difference, the effect and the history left out', async () => {
    const effect = await engine.effect({ ...PLACE, log, key: KEY, item, k: K });
    const { fresh } = changesAtTop(difference.ranks, K);
    expect(changesAtTop(effect.ranks, K).fresh).toBe(fresh);
    const { entries } = await engine.leaveOneOut(
      { ...PLACE, log, side: 'user', id: PERSON, item, k: K },
      nothing,
    );
    expect(entries.find(({ key }) => key === KEY)?.replaced).toBe(fresh);
    const { prediction } = difference.item as ItemChange;
    const title = differenceTitle({ prediction, ranks: difference.ranks }, K);
    const { before: was, after: is } = prediction;
    expect(title).toContain(`from ${rating(was.rating)} to ${rating(is.rating)}`);
  });
});

describe('words, shares, distances and counts', () => {
  it('weigh the same in the profile, the difference and the comparison', async () => {
    const { person } = await engine.compare({
      before: { log: [], at: null },
      after: { log, at: null },
      person: PERSON,
      item,
      k: K,
    });
    const weights = new Map(after.person.profile.words.map(({ word, weight }) => [word, weight]));
    for (const { word, after: weight } of [...difference.person.words, ...person.heaviest])
      expect(weight).toBeCloseTo(weights.get(word) ?? 0, 5);
    for (const { word, person: weight } of chosen(after).shared) expect(weight).toBe(weights.get(word));
  });

  it('are the same in the history, the timeline, the map and the difference', async () => {
    const timeline = await engine.timeline({ log, side: 'user', id: PERSON, at: null });
    const map = await engine.map({ axes: 'items', log, person: PERSON, item, at: null });
    after.person.history.forEach(({ key, share }, k) => {
      const [entry, step] = [timeline.entries[k], map.person.path[k]];
      expect([entry.key, step.key]).toEqual([key, key]);
      expect(entry.share).toBeCloseTo(share, 6);
      expect(step.share).toBeCloseTo(share, 6);
      expect(step.moved).toBeCloseTo(entry.change.distance, 5);
    });
    const last = timeline.entries.find(({ key }) => key === KEY);
    expect(last?.change.distance).toBeCloseTo(difference.person.distance, 5);
    const { entries } = await engine.leaveOneOut(
      { ...PLACE, log, side: 'user', id: PERSON, item, k: K },
      nothing,
    );
    // Nothing came after it: what it moved is what is missing without it.
    expect(entries.find(({ key }) => key === KEY)?.moved).toBeCloseTo(difference.person.distance, 4);
  });

  it('count the reviews of a person and of an item alike in search, view, map and history', async () => {
    const { summary, history } = after.person;
    expect(summary.interactions).toBe(history.length);
    const people = await engine.searchPeople({ query: PERSON, offset: 0, limit: 99, log });
    expect(people.rows.find(({ id }) => id === PERSON)).toEqual(summary);
    const map = await engine.map({ axes: 'items', log, person: PERSON, item, at: null });
    expect(map.person.summary).toEqual(summary);
    expect(map.item?.summary).toEqual(chosen(after).summary);
    expect(chosen(after).summary.interactions).toBe(chosen(after).history.length);
  });
});
