import { expect, it } from 'vitest';
import type { OnRead } from '../../data/read';
import { readAhead } from './readAhead';

it('tells who joins where the reading stands and how it goes on', async () => {
  let tell: OnRead = () => {};
  let end = (_: string) => {};
  const ahead = readAhead('a/', (url, onRead) => {
    tell = onRead;
    return new Promise<string>((resolve) => {
      end = (said) => resolve(`${url}: ${said}`);
    });
  });
  tell('manifest', 1, 1);
  tell('download', 2, 9);
  const told: unknown[] = [];
  const joined = ahead.join((...now) => told.push(now));
  tell('verify', 3, 9);
  end('read');
  expect(await joined).toBe('a/: read');
  expect(told).toEqual([
    ['download', 2, 9],
    ['verify', 3, 9],
  ]);
});

it('keeps a failure for who joins', async () => {
  const ahead = readAhead('a/', async () => {
    throw new Error('no such set');
  });
  await Promise.resolve();
  await expect(ahead.join(() => {})).rejects.toThrow('no such set');
});
