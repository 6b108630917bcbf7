import { expect, it } from 'vitest';
import { setCache, setOfCache, setOfFile } from './keptNames';

const SCOPE = 'https://school.example/drex lab/';

it('finds data set and version in the name of a cache, and takes no other page’s for its own', () => {
  expect(setOfCache(SCOPE, setCache(SCOPE, 'beers', 'a1'))).toEqual({ id: 'beers', revision: 'a1' });
  expect(setOfCache(SCOPE, setCache('https://school.example/', 'beers', 'a1'))).toBeNull();
  expect(setOfCache(SCOPE, `workbox-precache-v2-${SCOPE}`)).toBeNull();
});

it('knows which data set a file belongs to, below the folder of the page alone', () => {
  expect(setOfFile(SCOPE, `${SCOPE}datasets/beers/weights-0.bin`)).toBe('beers');
  expect(setOfFile(SCOPE, `${SCOPE}datasets/index.json`)).toBeNull();
  expect(setOfFile(SCOPE, 'https://school.example/datasets/beers/manifest.json')).toBeNull();
});
