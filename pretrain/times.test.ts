import { describe, expect, it } from 'vitest';
import { parseReviews } from './reviews';

const read = (times: readonly (number | null)[]) => {
  const told: string[] = [];
  const lines = times.map((time, k) => JSON.stringify({ user: `u${k}`, item: 'x', time }));
  const reviews = parseReviews('r.jsonl', lines.join('\n'), { rating: null, aspects: null }, (n) =>
    told.push(n),
  );
  return { times: reviews.map(({ time }) => time), told };
};
const at = (date: string) => Date.parse(date) / 1000;

describe('times', () => {
  it('before 1970 are negative, and a file may reach from 1905 to 2020', () => {
    const times = [at('1904-02-01'), at('1907-12-01'), at('1969-12-31'), 0, null, at('2020-06-01')];
    const made = read(times);
    expect(made.times).toEqual(times);
    expect(made.told).toHaveLength(1);
  });

  it('in milliseconds throughout are taken for that, and it is said', () => {
    const times = [at('1905-05-05'), at('1971-03-01'), 0, null, at('2023-11-14T22:13:20')];
    const made = read(times.map((time) => time && time * 1000));
    expect(made.times).toEqual(times);
    expect(made.told[0]).toBe(
      `r.jsonl: times are taken for milliseconds (line 1: ${times[0]! * 1000} is 1905-05-05)`,
    );
  });

  it('in microseconds too', () => {
    expect(read([at('2001-01-01') * 1e6, at('2020-01-01') * 1e6]).times).toEqual([
      at('2001-01-01'),
      at('2020-01-01'),
    ]);
  });

  it('of mixed units are refused, with lines that show it', () => {
    const seconds = at('2019-07-01');
    expect(() => read([seconds, seconds + 1, 1700000000000, null, seconds + 2])).toThrow(
      'r.jsonl, field "time": units are mixed: 1 line looks like milliseconds (line 3: 1700000000000 would be 2023-11-14); ' +
        '3 lines look like seconds (line 1: 1561939200 would be 2019-07-01, line 2: 1561939201 would be 2019-07-01, ' +
        'line 5: 1561939202 would be 2019-07-01). Write every time in Unix seconds.',
    );
    expect(() => read([at('1906-01-01'), at('2020-01-01') * 1000])).toThrow('units are mixed');
    expect(() => read([at('2020-01-01') * 1000, at('2020-01-01') * 1e6])).toThrow(
      '1 line looks like milliseconds (line 1: 1577836800000 would be 2020-01-01); 1 line looks like microseconds',
    );
  });
});
