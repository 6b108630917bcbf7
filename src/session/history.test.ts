import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit, historyOf, redo, undo } from './history';

describe('history', () => {
  it('undo and redo are inverse over any run of commits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(40), (values, steps) => {
        let history = historyOf(-1);
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
    const history = commit(undo(commit(historyOf('a'), 'b')), 'c');
    expect(redo(history)).toBe(history);
    expect(undo(history).present).toBe('a');
  });
});
