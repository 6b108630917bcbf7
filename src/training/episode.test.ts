import { describe, expect, it } from 'vitest';
import { sparseRows } from '../model/keywordMatch';
import { random } from '../model/random';
import { drawEpisode } from './episode';
import { tinyConfig as config } from './testing/tinyConfig';
import type { TrainingData } from './trainingData';

const N = 60;
const source = random('episode test');
const data: TrainingData = {
  config,
  userIds: ['a', 'b', 'c'],
  itemIds: ['x', 'y', 'z', 'w'],
  // So many that most pairs are met more than once.
  users: Int32Array.from({ length: N }, () => Math.floor(source.next() * 3)),
  items: Int32Array.from({ length: N }, () => Math.floor(source.next() * 4)),
  ratings: new Float64Array(N).fill(5),
  feedback: Array.from({ length: N }, () => ({ rating: 5, aspects: [] })),
  hasText: new Array(N).fill(true),
  said: { rows: sparseRows(Array.from({ length: N }, (_, row) => [[2 + (row % 3), 1] as const])) },
  split: Uint8Array.from({ length: N }, (_, row) => (row % 5 === 0 ? 1 : 0)),
};
const draw = (short: number, of: TrainingData = data) =>
  drawEpisode(
    of,
    new Float32Array(N * config.embedSize),
    {
      support: 0.8,
      order: 'shuffled',
      dropText: 0,
      dropRatings: 0,
      choice: {
        ratings: 1,
        dropout: 0,
        liked: 4,
        others: 0,
        short,
        told: new Float64Array(N).fill(4),
      },
    },
    random('draw', short),
  );

describe('an episode', () => {
  it('streams some of the rows that are trained on and asks for the others', () => {
    const { rows, users, support } = draw(0);
    expect(rows).toHaveLength(Math.round(0.8 * 48));
    expect(users).toHaveLength(48 - rows.length);
    expect(rows.every((row) => row % 5 !== 0)).toBe(true);
    expect([...support.items]).toEqual(Array.from(rows, (row) => data.items[row]));
  });

  it('masks what the person has been shown, but never what is asked for', () => {
    const { rows, choice } = draw(0);
    const shown = new Set(Array.from(rows, (row) => `${data.users[row]}:${data.items[row]}`));
    choice?.users.forEach((user, k) => {
      for (let item = 0; item < 4; item++) {
        const masked = item !== choice.items[k] && shown.has(`${user}:${item}`);
        expect(choice.seen[k * 4 + item]).toBe(masked ? -1e9 : 0);
      }
    });
    expect(choice?.words).toHaveLength(choice!.seen.length);
  });

  it('shows people of one world nothing of another', () => {
    const worlds = { users: [0, 1, 0], items: [0, 0, 1, 1] };
    const rows = [...data.users.keys()].filter(
      (row) => worlds.users[data.users[row]] === worlds.items[data.items[row]],
    );
    const split = data.split as Uint8Array;
    const own = { ...data, worlds, split: split.map((part, row) => (rows.includes(row) ? part : 1)) };
    const { choice } = draw(0, own);
    expect(choice!.users.length).toBeGreaterThan(0);
    choice!.users.forEach((user, k) => {
      for (let item = 0; item < 4; item++)
        if (worlds.items[item] !== worlds.users[user]) expect(choice!.seen[k * 4 + item]).toBe(-1e9);
      expect(choice!.seen[k * 4 + choice!.items[k]]).toBe(0);
    });
  });

  it('cuts the history of some to their first interactions', () => {
    const { rows } = draw(1);
    for (let user = 0; user < 3; user++) {
      const own = rows.filter((row) => data.users[row] === user).length;
      expect(own).toBeGreaterThan(0);
      expect(own).toBeLessThanOrEqual(5);
    }
  });
});
