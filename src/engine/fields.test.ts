import { describe, expect, it } from 'vitest';
import { index, listOf, name, numberOrNull, oneOf, orNull, readFields, since, text } from './fields';

const FIELDS = {
  who: name,
  marks: listOf(numberOrNull),
  how: oneOf('well', 'badly', null),
  note: orNull(text),
};
const row = { who: 'p', marks: [1, null], how: null, note: null };
const wrong = (change: object) => readFields(FIELDS, { ...row, ...change });

describe('fields', () => {
  it('are read, and no others', () => {
    expect(readFields(FIELDS, { extra: 1, ...row })).toEqual({ value: row });
  });

  it('say where something is wrong, and what', () => {
    expect(wrong({ who: undefined })).toEqual({ wrong: { field: 'who', what: { is: 'missing' } } });
    expect(wrong({ who: '' })).toEqual({ wrong: { field: 'who', what: { is: 'empty' } } });
    expect(wrong({ marks: 3 })).toEqual({ wrong: { field: 'marks', what: { is: 'not', a: 'list' } } });
    expect(wrong({ marks: [1, 'x'] })).toEqual({
      wrong: { field: 'marks[1]', what: { is: 'not', a: 'number-or-null' } },
    });
    expect(wrong({ how: 'so' })).toEqual({
      wrong: { field: 'how', what: { is: 'not-among', allowed: ['well', 'badly', null] } },
    });
    expect(wrong({ note: 3 })).toEqual({ wrong: { field: 'note', what: { is: 'not', a: 'text' } } });
    expect(readFields({ d: index }, { d: -1 })).toMatchObject({ wrong: { field: 'd' } });
  });

  it('that came later are what they were before, where something is older', () => {
    const later = { ...FIELDS, mood: since(orNull(text), null), weight: since(index, 1) };
    expect(readFields(later, row)).toEqual({ value: { ...row, mood: null, weight: 1 } });
    expect(readFields(later, { ...row, mood: 'fine', weight: 0 })).toEqual({
      value: { ...row, mood: 'fine', weight: 0 },
    });
    expect(readFields(later, { ...row, mood: 3 })).toEqual({
      wrong: { field: 'mood', what: { is: 'not', a: 'text' } },
    });
  });
});
