import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { setBackend } from '../../model/tf';
import '@tensorflow/tfjs-backend-cpu';
import { type Catalogue, makeCatalogue } from '../core/catalogue';
import { RequestError } from '../core/requestError';
import { Scenario } from '../core/scenario';
import { fitting } from '../fitting';
import { type LogEntry, readEntry, type SimulatedLog } from '../simulatedLog';
import { review } from '../testing/review';
import { syntheticBundle } from '../testing/syntheticBundle';
import { checkLogs } from './check';

let catalogue: Catalogue;
beforeAll(async () => {
  await setBackend('cpu');
  catalogue = makeCatalogue(await syntheticBundle());
});

const NOBODY = { person: null, item: null, at: null };
const check = (log: SimulatedLog, chosen: Partial<typeof NOBODY> | Record<string, string> = {}) =>
  checkLogs(catalogue, { logs: [log], ...NOBODY, ...chosen });

describe('the check of a log', () => {
  it('names every problem at once, and what rests on an entry that is left out', () => {
    const log: SimulatedLog = [
      review('s1'),
      review('s2', { item: 'i99' }),
      { edit: 'mute', key: 's2', modality: 'text', muted: true },
      review('s3', { rating: 7 }),
      review('s1', { item: 'i2' }),
      review('b1'),
      { edit: 'delete', key: 'b1' },
      { edit: 'delete', key: 'b1' },
      { edit: 'clamp', side: 'user', d: 99, to: 0 },
      { edit: 'burn', key: 'b2' } as never,
      { edit: 'melt' } as never,
      { edit: 'move', key: 'b2', by: 2, side: 'user' } as never,
      review('s4', { person: 'nobody' }),
    ];
    const { problems } = check(log);
    expect(problems[0].map(({ entry, field }) => [entry, field])).toEqual([
      [1, 'item'],
      [2, 'key'],
      [3, 'rating'],
      [4, 'key'],
      [5, 'key'],
      [7, 'key'],
      [8, 'd'],
      [9, 'edit'],
      [10, 'edit'],
      [11, 'by'],
      [12, 'person'],
    ]);
    expect(problems[0][0].what).toEqual({ is: 'no-item', name: 'i99' });
    expect(problems[0][1].what).toEqual({ is: 'left-out', name: 's2' });
    expect(fitting(log, problems[0])).toEqual([log[0], log[6]]);
  });

  it('names what is no entry at all as a file does, and takes one that has more fields than it knows', () => {
    const unsound = [
      { edit: 'move', key: 'b2', by: 1, side: 'both' },
      { edit: 'mute', key: null, modality: 'text', muted: 'yes' },
      { edit: 'freeze', side: 'user', gate: 'output', to: 1 },
      { edit: 'clamp', side: 'user', d: 1, to: 'up' },
      { edit: 'counterpart' },
      { ...review('s1'), text: null },
      { ...review('s2'), aspects: [1, 'x'] },
    ] as unknown as SimulatedLog;
    expect(check(unsound).problems[0]).toEqual(
      unsound.map((row, entry) => {
        const read = readEntry(row);
        return { entry, ...('wrong' in read && read.wrong) };
      }),
    );
    const later = { ...review('s1'), mood: 'fine' };
    expect(check([later, { edit: 'delete', key: 's1', why: 'a slip' } as LogEntry]).problems).toEqual([[]]);
  });

  it('says whether person, item and moment are there, in what is left of the log', () => {
    expect(check([], { person: 'u0', item: 'i0', at: 'b0' })).toMatchObject({
      person: true,
      item: true,
      at: true,
    });
    expect(check([], { person: 'nobody', item: 'i99', at: 'b9999' })).toMatchObject({
      person: false,
      item: false,
      at: false,
    });
    expect(check([review('s1', { item: 'i99' })], { at: 's1' }).at).toBe(false);
    expect(check([{ edit: 'delete', key: 'b0' }], { at: 'b0' }).at).toBe(false);
    expect(check([], { person: 'new-7' }).person).toBe(true);
  });

  it('leaves what can be, and never more out than the first that cannot be at each place', () => {
    const key = fc.constantFrom('b0', 'b1', 'b9999', 's0', 's1', 's2', 's3');
    const entry: fc.Arbitrary<LogEntry> = fc.oneof(
      fc.record({
        key,
        person: fc.constantFrom('u0', 'new-1', 'nobody'),
        item: fc.constantFrom('i1', 'i2', 'i99'),
        rating: fc.constantFrom(3, null, 9),
        aspects: fc.constantFrom([null, 2], [1]),
        text: fc.constant(''),
      }),
      fc.record({ edit: fc.constant('delete' as const), key }),
      fc.record({
        edit: fc.constant('move' as const),
        key,
        by: fc.constantFrom(-1 as const, 1 as const),
        side: fc.constantFrom('user' as const, 'item' as const),
      }),
      fc.record({ edit: fc.constant('shuffle' as const), seed: fc.constantFrom(1, null, 0.5) }),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 10 }), (log) => {
        const unfit = new Set(check(log).problems[0].map((one) => one.entry));
        const kept: LogEntry[] = [];
        log.forEach((one, k) => {
          const takes = () => new Scenario(catalogue, [...kept, one]);
          if (unfit.has(k)) expect(takes).toThrow(RequestError);
          else {
            takes();
            kept.push(one);
          }
        });
        expect(check(kept).problems).toEqual([[]]);
      }),
    );
  });
});
