import { describe, expect, it } from 'vitest';
import { migrate, writeVersion } from './linkVersion';
import { decodeLink } from './testing/screens';

/** Two versions that might come: one calls the person somebody else, the next names all places alike. */
const STEPS = [
  (params: URLSearchParams) => {
    params.set('who', params.get('person') ?? '');
    params.delete('person');
  },
  (params: URLSearchParams) => params.set('who', `person:${params.get('who')}`),
];

const migrated = (link: string) => {
  const params = new URLSearchParams(link);
  const problem = migrate(params, STEPS);
  return { who: params.get('who'), problem };
};

describe('versions of links', () => {
  it('are brought to the present one step by step, from wherever they begin', () => {
    expect(migrated('person=p')).toEqual({ who: 'person:p', problem: null });
    expect(migrated('v=1&person=p')).toEqual({ who: 'person:p', problem: null });
    expect(migrated('v=2&who=p')).toEqual({ who: 'person:p', problem: null });
    expect(migrated('v=3&who=person:p')).toEqual({ who: 'person:p', problem: null });
  });

  it('are named from the second on', () => {
    const params = new URLSearchParams();
    writeVersion(params, []);
    expect(params.toString()).toBe('');
    writeVersion(params, STEPS);
    expect(params.toString()).toBe('v=3');
  });

  it('that are yet to come are shown as far as they are known, and said', async () => {
    const read = await decodeLink('#v=99&person=p&place=somewhere');
    expect(read.person).toBe('p');
    expect(read.problems).toEqual([{ is: 'newer-link' }]);
  });

  it('that are none are read as the first, and said', async () => {
    for (const v of ['', '0', '-1', '1.5', 'x', '12345']) {
      const read = await decodeLink(`#v=${v}&person=p`);
      expect(read.person).toBe('p');
      expect(read.problems).toEqual([{ is: 'no-version', version: v }]);
    }
    expect(migrated('v=x&person=p').who).toBe('person:p');
  });
});
