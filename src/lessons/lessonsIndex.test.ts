import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lessonsIndex } from '../../scripts/lessons-index.mjs';
import { LEVELS } from './lesson';
import { loadIndex, readIndex } from './loadIndex';
import { shippedLessons } from './testing/lessonFiles';

describe('the list of lessons', () => {
  const committed = readFileSync('public/lessons/index.json', 'utf8');

  it('says what the lessons say; else run `npm run lessons`', () => {
    expect(committed).toBe(lessonsIndex());
  });

  it('can be read, has every lesson, and goes from school on', () => {
    const cards = readIndex(committed) ?? [];
    expect(cards.map(({ id }) => id).sort()).toEqual(
      shippedLessons()
        .map(({ id }) => id)
        .sort(),
    );
    const levels = cards.map(({ level }) => LEVELS.indexOf(level));
    expect(levels).toEqual([...levels].sort());
    expect(new Set(levels).size).toBe(LEVELS.length);
  });

  it('is none where the text is something else', () => {
    for (const text of ['', 'null', '[]', '{"lessons":[{"id":1}]}', '<!doctype html>'])
      expect(readIndex(text)).toBeNull();
  });
});

describe('fetching it', () => {
  afterEach(() => vi.unstubAllGlobals());
  const fetched = (answer: () => Promise<Response>) => {
    vi.stubGlobal('fetch', vi.fn(answer));
    return loadIndex('http://school.example/lab/');
  };

  it('asks beside the page', async () => {
    const cards = await fetched(async () => new Response('{"lessons":[]}'));
    expect(cards).toEqual([]);
    expect(fetch).toHaveBeenCalledWith(new URL('http://school.example/lab/lessons/index.json'));
  });

  it('tells a dead network from a list that is not there', async () => {
    expect(await fetched(() => Promise.reject(new TypeError('Failed to fetch')))).toEqual({
      is: 'no-network',
    });
    expect(await fetched(async () => new Response('', { status: 404 }))).toEqual({ is: 'no-list' });
    expect(await fetched(async () => new Response('<!doctype html>'))).toEqual({ is: 'no-list' });
  });
});
