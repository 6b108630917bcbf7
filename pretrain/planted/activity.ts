import { type Random, random, shuffle } from '../random';
import { sampleWeighted } from './sampling';

/** One person meets one tea. */
export interface Visit {
  /** Row numbers among the people and the teas. */
  readonly person: number;
  readonly tea: number;
  /** Unix seconds. */
  readonly time: number;
  /** Order within the person, from 0. */
  readonly seq: number;
}

const DAY = 86_400;
/** 1 January 2023, and two years from there. */
const START = 1_672_531_200;
const DAYS = 730;

/** A person who reviews fewer than this many teas is not the one who finds a rare tea. */
const ACTIVE = 8;

/**
 * Who reviews which tea, and when. Activity and popularity have long tails, with some people and teas that are
 * almost unknown. People do not choose by taste: what they review says nothing about what they like, so that the
 * planted shares of variance hold on the reviews as they do on all pairs.
 */
export function makeVisits(seed: number, people: number, teas: number, reviews: number): Visit[] {
  const source = random(seed, 'planted', 'activity');
  const activity = longTail(source, people, reviews, { rare: 10, max: Math.floor(0.75 * teas) });
  const popularity = longTail(source, teas, reviews, { rare: 7, max: Math.floor(0.8 * people) });
  const chosen = chooseTeas(source, activity, popularity);
  return chosen.flatMap((list, person) => {
    const times = makeTimes(random(seed, 'planted', 'times', person), list.length);
    return list.map((tea, seq) => ({ person, tea, time: times[seq], seq }));
  });
}

/** `n` whole numbers that sum to `total`: `rare` of them 1 to 3, the others log-normal from 4 to `max`, shuffled. */
function longTail(
  source: Random,
  n: number,
  total: number,
  { rare, max }: { rare: number; max: number },
): number[] {
  const counts = Array.from({ length: n }, (_, k) => (k < rare ? 1 + (k % 3) : 0));
  const weights = counts.map((count) => (count ? 0 : Math.exp(0.7 * source.normal())));
  const left = total - counts.reduce((a, b) => a + b, 0);
  const sum = weights.reduce((a, b) => a + b, 0);
  for (let k = rare; k < n; k++)
    counts[k] = Math.min(max, Math.max(4, Math.round((left * weights[k]) / sum)));
  // Rounding and the limits leave a difference, which goes round one by one.
  let difference = total - counts.reduce((a, b) => a + b, 0);
  for (let k = rare; difference !== 0; k = k + 1 < n ? k + 1 : rare) {
    const step = Math.sign(difference);
    if (counts[k] + step < 4 || counts[k] + step > max) continue;
    counts[k] += step;
    difference -= step;
  }
  return shuffle(counts, source);
}

/** The teas of each person, all different, so that teas get about as many reviews as they are popular. */
function chooseTeas(source: Random, activity: readonly number[], popularity: readonly number[]): number[][] {
  const left = [...popularity];
  const chosen: number[][] = activity.map(() => []);
  const rows = [...popularity.keys()];
  const people = [...activity.keys()];
  const give = (person: number, tea: number) => {
    chosen[person].push(tea);
    left[tea]--;
  };
  // Rare teas first: later they would lose against the popular ones and stay without a review.
  for (const tea of rows.filter((row) => popularity[row] <= 3)) {
    const finders = sampleWeighted(source, people, popularity[tea], (p) =>
      activity[p] >= ACTIVE ? activity[p] - chosen[p].length : 0,
    );
    for (const person of finders) give(person, tea);
  }
  for (const person of people.sort((a, b) => activity[b] - activity[a] || a - b)) {
    const open = (tea: number) => !chosen[person].includes(tea);
    const need = () => activity[person] - chosen[person].length;
    const wanted = sampleWeighted(source, rows, need(), (tea) => (open(tea) ? Math.max(0, left[tea]) : 0));
    for (const tea of wanted) give(person, tea);
    // The last people may find too few teas with room; a popular tea then gets one review more.
    const spare = sampleWeighted(source, rows, need(), (tea) => (open(tea) && popularity[tea] > 3 ? 1 : 0));
    for (const tea of spare) give(person, tea);
    shuffle(chosen[person], source);
  }
  return chosen;
}

/** Strictly increasing times of one person: a window of the two years, between seven in the morning and ten at night. */
function makeTimes(source: Random, count: number): number[] {
  const from = DAYS * 0.5 * source.next();
  const to = from + (DAYS - from) * (0.4 + 0.6 * source.next());
  const times = Array.from({ length: count }, () => {
    const day = Math.floor(from + (to - from) * source.next());
    return START + day * DAY + 7 * 3600 + Math.floor(15 * 3600 * source.next());
  }).sort((a, b) => a - b);
  times.forEach((time, k) => {
    if (k > 0 && time <= times[k - 1]) times[k] = times[k - 1] + 60;
  });
  return times;
}
