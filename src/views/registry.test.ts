import { expect, it } from 'vitest';
import { BEHIND } from '../session/play';
import { SCREENS } from '../session/testing/screens';
import { allActions, VIEWS } from './registry';

it('views that links have named are there, with what they keep in one; a link that names none opens the same as ever', () => {
  const links = VIEWS.map(({ name, settings }) => ({ name, settings }));
  expect(links).toEqual(expect.arrayContaining([...SCREENS]));
  expect(links[0]).toEqual(SCREENS[0]);
});

it('what is closed where a part of the page is hidden is an action', () => {
  const ids = allActions.map(({ id }) => id);
  expect(Object.values(BEHIND).flatMap((closed) => closed.filter((id) => !ids.includes(id)))).toEqual([]);
});

it('no two actions share a key', () => {
  const keys = allActions.flatMap(({ keys, also }) => [keys, also].filter((one) => one != null));
  expect(new Set(keys).size).toBe(keys.length);
});

it('every action has an id of its own and says what it does', () => {
  expect(new Set(allActions.map(({ id }) => id)).size).toBe(allActions.length);
  for (const { label } of allActions) expect(label).toMatch(/^[A-Z].+/);
});
