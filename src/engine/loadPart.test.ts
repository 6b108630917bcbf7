import { expect, it, vi } from 'vitest';
import { loadPart, PartMissing } from './loadPart';

it('gives what is loaded, and asks no second time', async () => {
  const load = vi.fn(async () => ({ part: 1 }));
  expect(await loadPart(load)).toEqual({ part: 1 });
  expect(load).toHaveBeenCalledTimes(1);
});

it('a file that did not come is asked for once more under another address, as some browsers never ask again', async () => {
  let asked = 0;
  // Written as the build writes it: the file stands in the loader.
  const load = Object.assign(
    async (): Promise<object> => {
      asked++;
      throw new TypeError('error loading dynamically imported module');
    },
    { toString: () => '() => import("./largestDifference.ts")' },
  );
  expect(Object.keys(await loadPart<object>(load))).toContain('largestDifference');
  expect(asked).toBe(1);
});

it('what comes neither way is told, with the cause', async () => {
  const cause = new TypeError('Failed to fetch dynamically imported module');
  const error = await loadPart(async () => {
    throw cause;
  }).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(PartMissing);
  expect((error as Error).cause).toBe(cause);
});

it('what else is missing is waited for before each try', async () => {
  const ready = vi.fn().mockRejectedValueOnce(new Error('no style')).mockResolvedValue(undefined);
  expect(await loadPart(async () => 'part', ready)).toBe('part');
  expect(ready).toHaveBeenCalledTimes(2);
});
