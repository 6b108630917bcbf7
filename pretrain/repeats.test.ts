import { describe, expect, it } from 'vitest';
import { parseReviews } from './reviews';

const rows = (...given: object[]) => given.map((one) => JSON.stringify(one)).join('\n');
const latest = (content: string, told: string[] = []) =>
  parseReviews('r.jsonl', content, { rating: null, aspects: null, repeats: 'latest' }, (note) =>
    told.push(note),
  ).map(({ line }) => line);

describe('the same user and item on several lines', () => {
  const many = rows(...Array.from({ length: 36 }, (_, k) => ({ user: `u${k % 12}`, item: 'x' })), {
    user: 'once',
    item: 'x',
  });

  it('are refused, all counted and the first named with their lines', () => {
    const refused = () => parseReviews('r.jsonl', many, { rating: null, aspects: null });
    expect(refused).toThrow('r.jsonl: 12 pairs of user and item stand more than once, 24 lines too many:');
    expect(refused).toThrow('\n  lines 1, 13 and 25: user u0, item x\n');
    expect(refused).toThrow(
      '\n  and 2 more. Keep one line for each pair, or let the latest count with --repeats latest.',
    );
  });

  it('count once where the latest is asked for, and it is said', () => {
    const told: string[] = [];
    expect(latest(many, told)).toEqual([...Array.from({ length: 12 }, (_, k) => 25 + k), 37]);
    expect(told).toEqual([
      'r.jsonl: 12 pairs of user and item stand more than once; the latest counts, 24 earlier lines left out',
      'r.jsonl: 13 interactions, 13 people, 1 item',
    ]);
  });

  it('the latest is that by time, else by seq, else the last line', () => {
    const pair = { user: 'a', item: 'x' };
    expect(latest(rows({ ...pair, time: 9, seq: 1 }, { ...pair, time: -8, seq: 2 }))).toEqual([1]);
    expect(latest(rows({ ...pair, time: 9, seq: 2 }, { ...pair, time: null, seq: 1 }))).toEqual([1]);
    expect(latest(rows({ ...pair, time: 9 }, { ...pair, seq: 1 }))).toEqual([2]);
    expect(latest(rows({ ...pair, time: 5 }, { ...pair, time: 5 }))).toEqual([2]);
  });
});
