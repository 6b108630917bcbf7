import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimulatedLog } from '../engine/simulatedLog';
import { wrongWords } from '../views/shared/problemWords';
import { saidWords } from '../views/shared/saidWords';
import { leftOut } from './entries';
import { writeLogFile } from './logFile';
import { type ReadLog, readLogFile } from './readLogFile';
import { anyLog } from './testing/logs';

const origin = { dataset: 'beers', modelHash: 'abc', created: '2026-01-02T03:04:05.000Z' };

function read(text: string): ReadLog {
  const made = readLogFile(text);
  if ('refusal' in made) throw new Error(saidWords([made.refusal]));
  return made;
}

const log: SimulatedLog = [1, 2, 3, 4].map((k) => ({
  key: `s${k}`,
  person: 'p',
  item: `i${k}`,
  rating: k,
  aspects: [k, null],
  text: `words of {review} "${k}" \\`,
}));

const withEntry = (index: number, change: object) =>
  JSON.stringify({
    ...origin,
    schema: 1,
    log: log.map((one, k) => (k === index ? { ...one, ...change } : one)),
  });

describe('log files', () => {
  it('restore exactly what they were made from', () => {
    fc.assert(
      fc.property(anyLog, (any) => {
        expect(read(writeLogFile(any, origin))).toEqual({
          ...origin,
          log: any,
          places: any.map((_, k) => k),
          problems: [],
          broken: null,
        });
      }),
    );
  });

  it('name entry and field that are wrong, and keep the others', () => {
    const made = read(withEntry(1, { rating: 'much' }));
    expect(made.log).toEqual([log[0], log[2], log[3]]);
    expect(made.places).toEqual([0, 2, 3]);
    expect(saidWords(leftOut(made.problems, 4))).toBe(
      '1 of 4 entries was left out (entry 2, rating: is not a number or null).',
    );
    const wrong = (index: number, change: object) =>
      read(withEntry(index, change)).problems.map((one) => ({ ...one, what: wrongWords(one.what) }));
    expect(wrong(0, { item: undefined })).toEqual([{ entry: 0, field: 'item', what: 'is missing' }]);
    expect(wrong(0, { person: '' })).toEqual([{ entry: 0, field: 'person', what: 'is empty' }]);
    expect(wrong(0, { aspects: [1, 'x'] })).toEqual([
      { entry: 0, field: 'aspects[1]', what: 'is not a number or null' },
    ]);
    expect(wrong(3, { key: 's1' })).toEqual([{ entry: 3, field: 'key', what: '“s1” occurs twice' }]);
    expect(wrong(2, { edit: 'burn' })).toEqual([
      { entry: 2, field: 'edit', what: 'is not an edit this page knows' },
    ]);
    expect(wrong(2, { edit: 'move', by: 2, side: 'user' })).toEqual([
      { entry: 2, field: 'by', what: 'is not -1 or 1' },
    ]);
  });

  it('keep the sound entries whatever takes the place of the others', () => {
    fc.assert(
      fc.property(anyLog, fc.array(fc.tuple(fc.nat(), fc.json()), { maxLength: 4 }), (any, damages) => {
        const rows: unknown[] = [...any];
        const hit = new Set<number>();
        for (const [at, json] of damages) {
          if (rows.length === 0) continue;
          // Strings and lists are never entries.
          rows[at % rows.length] = [json];
          hit.add(at % rows.length);
        }
        const made = read(JSON.stringify({ ...origin, schema: 1, log: rows }));
        expect(made.log).toEqual(any.filter((_, k) => !hit.has(k)));
        expect(made.problems.map(({ entry }) => entry)).toEqual([...hit].sort((a, b) => a - b));
      }),
    );
  });

  it('keep the entries before a place where the text was cut off, and after one that was broken', () => {
    const whole = writeLogFile(log, origin);
    const cut = read(whole.slice(0, whole.indexOf('"key":"s4"') + 20));
    expect(cut).toMatchObject({ log: log.slice(0, 3), dataset: 'beers', modelHash: 'abc' });
    expect(cut.broken).not.toBeNull();
    const broken = read(whole.replace('"item":"i2"', '"item":i2"'));
    expect(broken.log).toEqual([log[0], log[2], log[3]]);
  });

  it('never throw, and never make up an entry, whatever becomes of the text', () => {
    const whole = writeLogFile(log, origin);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(8), fc.string(), (at, length, text) => {
        const made = readLogFile(whole.slice(0, at) + text + whole.slice(at + length));
        if ('refusal' in made) return;
        // At most the entry in which the damage began and ended, or the two that it ran together.
        expect(made.log.length).toBeGreaterThanOrEqual(made.broken ? 0 : log.length - 2);
      }),
    );
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readLogFile(text)));
  });

  it('refuse what is no log, and what is newer', () => {
    expect(readLogFile('[]')).toEqual({ refusal: { is: 'no-log' } });
    expect(readLogFile('{"schema":2,"log":[]}')).toEqual({ refusal: { is: 'newer-log', schema: 2 } });
    expect(readLogFile('{"schema":1}')).toEqual({ refusal: { is: 'no-list' } });
    expect(readLogFile('{"log":[]}')).toEqual({ refusal: { is: 'no-schema' } });
  });

  it('name a file that an editor saved as UTF-16', async () => {
    const text = writeLogFile(log, origin);
    for (const wide of [text, `\ufeff${text}`]) {
      const little = Buffer.from(wide, 'utf16le');
      for (const bytes of [little, Buffer.from(little).swap16()])
        expect(readLogFile(await new Blob([bytes]).text())).toEqual({ refusal: { is: 'utf-16' } });
    }
    expect(read(await new Blob([`\ufeff${text}`]).text()).log).toEqual(log);
  });
});
