import { describe, expect, it } from 'vitest';
import { datasetOf, isBare } from './address';
import {
  type AskedLesson,
  lessonAddress,
  lessonIn,
  otherLessonAddress,
  placeInHour,
  stepAddress,
  teaches,
} from './lessonAddress';

const at = (url: string) => new URL(url, 'https://a.example/lab/');

describe('an address of a lesson', () => {
  it('says which lesson, step and name', () => {
    expect(lessonIn(at('?lesson=one-review&step=predict&name=Ana%20B'))).toEqual({
      id: 'one-review',
      step: 'predict',
      name: 'Ana B',
      hour: [],
    });
    expect(lessonIn(at('?dataset=teas'))).toBeNull();
    expect(lessonIn(at(`?lesson=a&name=${'x'.repeat(99)}`))?.name).toHaveLength(40);
  });

  it('opens neither the start nor what somebody left: the teas where it names no data set', () => {
    for (const url of ['?lesson=one-review', '?teach']) {
      expect(isBare(at(url))).toBe(false);
      expect(datasetOf(at(url))).toBe('teas');
    }
    expect(datasetOf(at('?lesson=x&dataset=books'))).toBe('books');
    expect(teaches(at('?teach'))).toBe(true);
  });

  it('of another step keeps what else it says, and forgets where somebody was in the one before', () => {
    const next = stepAddress('https://a.example/lab/?lesson=x&name=Ana&backend=wasm#view=map', {
      step: 'two',
    });
    expect(next).toBe('https://a.example/lab/?lesson=x&name=Ana&backend=wasm&step=two');
  });

  it('of an hour says what comes before and after, and each lesson of it is another address', () => {
    const hour = ['a', 'b', 'c'];
    const first = lessonAddress('https://a.example/lab/', { id: 'a', dataset: 'teas', hour });
    expect(first).toBe('https://a.example/lab/?lesson=a&dataset=teas&hour=a,b,c');
    const second = otherLessonAddress(`${first}&step=x&name=Ana#view=map`, 'b');
    expect(second).toBe('https://a.example/lab/?lesson=b&hour=a,b,c&name=Ana');
    const placed = (url: string) => placeInHour(lessonIn(at(url)) as AskedLesson);
    expect(placed(first)).toEqual({ before: [], next: 'b' });
    expect(placed(second)).toEqual({ before: ['a'], next: 'c' });
    expect(placed('?lesson=c&hour=a,b,c')).toEqual({ before: ['a', 'b'], next: null });
    expect(placed('?lesson=z&hour=a,b,c')).toEqual({ before: [], next: null });
    expect(lessonAddress(first, { id: 'a', dataset: 'teas', hour: ['a'] })).not.toContain('hour');
  });

  it('is handed out without what the teacher’s own address has', () => {
    const base = 'https://a.example/lab/?teach&backend=cpu#view=teach';
    expect(lessonAddress(base, { id: 'x', dataset: 'teas' })).toBe(
      'https://a.example/lab/?lesson=x&dataset=teas',
    );
    expect(lessonAddress(base, { id: 'x', dataset: 'teas', present: true })).toMatch(/dataset=teas&present$/);
  });
});
