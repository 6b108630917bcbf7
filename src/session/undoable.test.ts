import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit, redo, replaceStates, undo, undoable } from './undoable';

describe('history', () => {
  it('undo and redo are inverse over any run of commits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(40), (values, steps) => {
        let history = undoable(-1);
        for (const value of values) history = commit(history, value);
        const end = history;
        const n = Math.min(steps, values.length);
        for (let k = 0; k < n; k++) history = undo(history);
        expect(history.present).toBe([-1, ...values][values.length - n]);
        for (let k = 0; k < n; k++) history = redo(history);
        expect(history).toEqual(end);
      }),
    );
  });

  it('a commit after an undo forgets what was undone', () => {
    const history = commit(undo(commit(undoable('a'), 'b')), 'c');
    expect(redo(history)).toBe(history);
    expect(undo(history).present).toBe('a');
  });

  it('keeps every step but those that change nothing any more when its states are replaced', () => {
    const same = (a: string, b: string) => a === b;
    const letters = (state: string) => state.replaceAll('!', '');
    const any = fc.record({ text: fc.stringMatching(/^[ab!]{0,3}$/), times: fc.constantFrom(1, 2) });
    fc.assert(
      fc.property(fc.array(any), fc.nat(20), (states, steps) => {
        let before = undoable('');
        for (const { text, times } of states) before = commit(before, text, times);
        for (let k = 0; k < steps; k++) before = undo(before);
        const after = replaceStates(before, letters, same);
        const all = ({ past, present, times, future }: typeof after) =>
          [...past, { present, times }, ...future].map((one) => `${letters(one.present)} ${one.times}`);
        const unlike = (list: string[]) => list.filter((state, k) => k === 0 || state !== list[k - 1]);
        expect(all(after)).toEqual(unlike(all(before)));
        expect(after.present).toBe(letters(before.present));
        expect(after.times).toBe(before.times);
      }),
    );
  });

  it('has how many times popularity counts among its steps', () => {
    const dialled = commit(commit(undoable('a'), 'a', 4), 'b');
    expect([dialled.times, undo(dialled).times, undo(undo(dialled)).times]).toEqual([4, 4, 1]);
    expect(redo(undo(undo(dialled)))).toMatchObject({ present: 'a', times: 4 });
  });
});
