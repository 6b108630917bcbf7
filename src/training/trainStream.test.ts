import { beforeAll, describe, expect, it } from 'vitest';
import { sparseRows } from '../model/keywordMatch';
import { random } from '../model/random';
import { PLAIN } from './form';
import { startTraining } from './testing/startTraining';
import { tinyConfig as config } from './testing/tinyConfig';
import { memory } from './tf';
import type { TrainingData } from './trainingData';
import { type StreamCheckpoint, type StreamOptions, trainStream } from './trainStream';
import { initialWeights } from './variables';

/** Without a common divisor, so that each pair is met once. */
const [PEOPLE, ITEMS] = [14, 9];

/** Two kinds of people who like two kinds of items; words 2 and 3 say which kind. */
function madeUp(): { data: TrainingData; vectors: Float32Array } {
  const source = random('made up');
  const rows = Array.from({ length: PEOPLE * ITEMS }, (_, k) => ({ user: k % PEOPLE, item: k % ITEMS }));
  const ratings = Float64Array.from(rows, ({ user, item }) => (user % 2 === item % 2 ? 5 : 1));
  return {
    data: {
      config,
      userIds: Array.from({ length: PEOPLE }, String),
      itemIds: Array.from({ length: ITEMS }, String),
      users: Int32Array.from(rows, ({ user }) => user),
      items: Int32Array.from(rows, ({ item }) => item),
      ratings,
      feedback: Array.from(ratings, (rating) => ({ rating, aspects: [] })),
      hasText: rows.map(() => true),
      said: { rows: sparseRows(rows.map(({ item }) => [[2 + (item % 2), 1] as const])) },
      split: Uint8Array.from(rows, () => (source.next() < 0.8 ? 0 : 1)),
    },
    vectors: Float32Array.from({ length: rows.length * config.embedSize }, () => source.normal()),
  };
}

const { data, vectors } = madeUp();
const options: StreamOptions = {
  form: PLAIN,
  seed: 1,
  episodes: 24,
  rate: 0.03,
  support: 0.7,
  order: 'shuffled' as const,
  dropText: 0.1,
  dropRatings: 0.1,
  average: 0.9,
  huber: 0,
  absolute: 0.2,
  choice: {
    ratings: 1,
    dropout: 0.2,
    liked: 4,
    others: 0,
    short: 0.3,
    told: Float64Array.from(data.ratings),
  },
};
const train = (changes: Partial<StreamOptions> = {}, losses: number[] = [], keep?: StreamCheckpoint) =>
  trainStream(
    data,
    vectors,
    initialWeights(config, 1, 1),
    { ...options, ...changes },
    (_, __, loss) => losses.push(loss),
    keep,
  );

describe('the training of the stream', () => {
  beforeAll(startTraining);

  it('lowers the loss, comes out the same from the same seed, and leaves no tensor', async () => {
    const losses: number[] = [];
    // The first run makes what the backend keeps for ever.
    const values = await train({}, losses);
    const before = memory().numTensors;
    expect(await train()).toEqual(values);
    expect(memory().numTensors).toBe(before);
    expect(await train({ seed: 2 })).not.toEqual(values);
    expect(losses).toHaveLength(options.episodes);
    const mean = (some: number[]) => some.reduce((a, b) => a + b) / some.length;
    expect(mean(losses.slice(-5))).toBeLessThan(0.9 * mean(losses.slice(0, 5)));
    for (const array of Object.values(values)) expect(array.every(Number.isFinite)).toBe(true);
  });

  it('goes on from a checkpoint to the result of an uninterrupted run', async () => {
    let kept: { episode: number; arrays: Float32Array[] } | null = null;
    const keep: StreamCheckpoint = {
      load: () => kept,
      save: (episode, arrays) => {
        kept = { episode, arrays };
      },
      every: 10,
    };
    const whole = await train({}, [], keep);
    expect(kept).toMatchObject({ episode: 20 });
    const losses: number[] = [];
    const resumed = await train({}, losses, keep);
    expect(losses).toHaveLength(4);
    for (const [name, values] of Object.entries(whole))
      resumed[name as keyof typeof resumed].forEach((value, k) => {
        expect(value, name).toBeCloseTo(values[k], 4);
      });
  });
});
