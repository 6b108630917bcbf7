import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry, SimulatedLog } from '../engine/simulatedLog';
import { saidWords } from '../views/shared/saidWords';
import { keptLogs, repairKept } from './keptLogs';
import { OwnPlace } from './ownPlace';
import { contains, follows, sameLog } from './savedRules';
import { SavedStorage } from './savedStorage';
import { anyLog, memoryStore } from './testing/logs';
import { commit, redo, type Undoable, undo, undoable } from './undoable';

const review = (n: number): LogEntry => ({
  key: `s${n}`,
  person: 'p',
  item: `i${n}`,
  rating: n,
  aspects: [],
  text: '',
});

describe('which log may take the place of another', () => {
  it('one that goes on from it, or undoes one step', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (log, more) => {
        expect(contains([...log, ...more], log)).toBe(true);
        expect(follows(log, [...log, ...more])).toBe(true);
        expect(follows(log, log.slice(0, -1))).toBe(true);
        expect(follows(log, [])).toBe(log.length <= 1);
        expect(sameLog(log, structuredClone(log) as SimulatedLog)).toBe(true);
      }),
    );
  });

  it('fields count in any order', () => {
    expect(sameLog([{ edit: 'delete', key: 's1' }], [{ key: 's1', edit: 'delete' }])).toBe(true);
    expect(sameLog([review(1)], [review(2)])).toBe(false);
  });
});

/** What somebody does in one of two tabs. */
const step = fc.record({
  tab: fc.nat(1),
  act: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('add', 'undo', 'redo') },
    fc.constantFrom('open', 'afresh', 'reload', 'bring-back'),
  ),
  n: fc.nat(5),
});

describe('kept logs', () => {
  it('none is lost, whatever is done in two tabs at once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const storage = new SavedStorage(memoryStore(), 'd');
        const tab = () => ({ own: new OwnPlace(storage, 'm'), history: undoable<SimulatedLog>([]) });
        const tabs = [tab(), tab()];
        let pieces: SimulatedLog[] = [];
        const leftToRedo = new Set<SimulatedLog>();
        const isKept = (log: SimulatedLog) => keptLogs(storage).some((kept) => contains(kept.log, log));
        // A piece that one tab put aside and the other undid entry by entry is where undo leaves things: in redo.
        const inRedo = (log: SimulatedLog) =>
          tabs.some(({ history }) => history.future.some(({ present }) => contains(present, log)));
        for (const { tab: t, act, n } of steps) {
          const one = tabs[t];
          const before = one.history.present;
          const other: Record<string, () => Undoable<SimulatedLog>> = {
            add: () =>
              commit(one.history, [...before, review(1e5 * (t + 1) + 100 * (before.length + 1) + n)]),
            undo: () => undo(one.history),
            redo: () => redo(one.history),
            open: () => commit(one.history, [review(10 + n), review(20 + n), review(30 + n)]),
            afresh: () => commit(one.history, []),
            reload: () => undoable(before),
            'bring-back': () =>
              commit(one.history, keptLogs(storage).filter(({ log }) => log.length > 0)[n]?.log ?? before),
          };
          one.history = other[act]();
          const now = one.history.present;
          if (act === 'reload') one.own = new OwnPlace(storage, 'm');
          else if (!sameLog(before, now)) {
            if (act === 'afresh') one.own.beginAnother(before);
            if (act === 'open' || act === 'bring-back') one.own.pieces.add(now);
            one.own.change(before, now);
          }
          const beside = tabs[1 - t];
          beside.own.ensure(beside.history.present);
          for (const { history } of tabs)
            if (history.present.length > 0) expect(isKept(history.present)).toBe(true);
          // What came in one piece stays, whatever is undone.
          if ((act === 'open' || act === 'bring-back') && now.length > 0 && !sameLog(before, now))
            pieces.push(now);
          // What is left in redo alone goes with the next change or reload, as everywhere.
          pieces = pieces.filter((piece) => isKept(piece) || !leftToRedo.has(piece));
          for (const piece of pieces) {
            if (isKept(piece)) continue;
            expect(inRedo(piece)).toBe(true);
            leftToRedo.add(piece);
          }
          if (act === 'open' || act === 'afresh' || act === 'bring-back')
            expect(before.length === 0 || isKept(before)).toBe(true);
        }
        // Nothing is kept twice.
        const logs = keptLogs(storage).map(({ log }) => JSON.stringify(log));
        expect(logs.length).toBeLessThanOrEqual(new Set(logs).size + tabs.length);
      }),
    );
  });

  it('the newest comes first, even when the clock goes back', () => {
    const storage = new SavedStorage(memoryStore(), 'd');
    storage.put('log', {
      id: 'x',
      raw: `{"schema":1,"created":"2999-01-01T00:00:00.000Z","log":[${JSON.stringify(review(1))}]}`,
    });
    storage.write('y', [review(2)], 'm');
    expect(keptLogs(storage).map(({ id }) => id)).toEqual(['y', 'x']);
  });

  it('of other data sets are left alone', () => {
    const store = memoryStore();
    new SavedStorage(store, 'a').write('x', [review(1)], 'm');
    new SavedStorage(store, 'b').write('y', [review(1), review(2)], 'm');
    expect(keptLogs(new SavedStorage(store, 'a'))).toHaveLength(1);
  });

  it('what is kept stays kept when there is no room for more', () => {
    const storage = new SavedStorage(memoryStore(400), 'd');
    const own = new OwnPlace(storage, 'm');
    own.change([], [review(1)]);
    const long = [review(1), ...Array.from({ length: 9 }, (_, k) => review(k + 2))];
    expect(() => own.change([review(1)], long)).toThrow('full');
    expect(keptLogs(storage)[0].log).toEqual([review(1)]);
    expect(() => new OwnPlace(new SavedStorage(null, 'd'), 'm').change([], [review(1)])).toThrow('blocked');
  });
});

describe('damaged logs', () => {
  const damagedPlace = (damage: (raw: string) => string) => {
    const store = memoryStore();
    const storage = new SavedStorage(store, 'd');
    storage.write('x', [review(1), review(2), review(3)], 'm');
    const raw = damage(storage.places('log')[0].raw);
    storage.put('log', { id: 'x', raw });
    return { storage, raw };
  };

  it('give their sound part, and stay as they were beside it', () => {
    const { storage, raw } = damagedPlace((text) => text.replace('"rating":2', '"rating":"2"'));
    expect(saidWords(repairKept(storage, 'd'))).toBe(
      'Saved reviews were damaged: 1 of 3 entries was left out (entry 2, rating: is not a number or null).',
    );
    expect(keptLogs(storage)[0].log).toEqual([review(1), review(3)]);
    expect(storage.places('damaged').map((place) => place.raw)).toEqual([raw]);
    // Said once.
    expect(repairKept(storage, 'd')).toEqual([]);
  });

  it('without any sound part are put away', () => {
    const { storage, raw } = damagedPlace(() => 'nonsense');
    expect(repairKept(storage, 'd')).toEqual([{ is: 'unreadable-kept' }]);
    expect(storage.places('log')).toEqual([]);
    expect(storage.places('damaged').map((place) => place.raw)).toEqual([raw]);
  });

  it('of a newer version are not touched', () => {
    const { storage, raw } = damagedPlace((text) => text.replace('"schema":1', '"schema":7'));
    expect(repairKept(storage, 'd')).toEqual([]);
    expect(storage.places('log')).toEqual([{ id: 'x', raw }]);
  });

  it('are never lost, wherever the damage is', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), (at, text) => {
        const { storage, raw } = damagedPlace((whole) => {
          const k = at % whole.length;
          return whole.slice(0, k) + text + whole.slice(k + text.length + 1);
        });
        const said = repairKept(storage, 'd');
        const left = [...storage.places('log'), ...storage.places('damaged')].map((place) => place.raw);
        expect(left).toContain(raw);
        if (said.length === 0 && raw.includes('"schema":1')) expect(storage.places('damaged')).toEqual([]);
      }),
    );
  });
});
