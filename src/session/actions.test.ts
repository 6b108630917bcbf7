import { describe, expect, it } from 'vitest';
import { type Action, actions } from './actions';

const all = Object.values(actions) as Action[];

describe('keys', () => {
  it('no two actions share a key', () => {
    const keys = all.flatMap(({ keys, also }) => [keys, also].filter((one) => one != null));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('every action has an id of its own and says what it does', () => {
    const all = Object.values(actions);
    expect(new Set(all.map((a) => a.id)).size).toBe(all.length);
    for (const action of all) expect(action.label).toMatch(/^[A-Z].+/);
  });
});
