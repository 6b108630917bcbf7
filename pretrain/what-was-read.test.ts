import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'drex-read-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'mine.jsonl');
const SMALL = ['--text-epochs', '1', '--episodes', '1', '--state-size', '4', '--embed-size', '4'];
const pretrain = (...options: string[]) => {
  const place = ['--data', file, '--dry-run', '--cache', join(folder, 'cache')];
  const run = spawnSync('npx', ['tsx', 'pretrain/pretrain.ts', ...place, ...SMALL, ...options], {
    encoding: 'utf8',
  });
  return { code: run.status, said: run.stderr };
};

it('pretrain tells how many interactions, people and items it read, long ids and all, and what it left out', () => {
  const lines = Array.from({ length: 240 }, (_, k) => {
    const [user, item] = [BigInt(k % 40), BigInt(Math.floor(k / 40) * 2 + (k % 2))].map(
      (id) => 9007199254740992n + id,
    );
    return `{"user":${user},"item":${item},"rating":${1 + (k % 5)},"helpful_votes":${k}}`;
  });
  writeFileSync(file, [...lines, ...lines.slice(0, 3)].join('\n'));
  writeFileSync(join(folder, 'mine.items.json'), '{"9007199254740993":{"style":["S"],"brewer":{"a":1}}}');
  const { code, said } = pretrain('--repeats', 'latest');
  expect(said).toContain(`${file}: 240 interactions, 40 people, 12 items\n`);
  expect(said).toContain(`${file}: ignored 243 × helpful_votes\n`);
  expect(said).toContain('mine.items.json: left out, being objects: 1 × brewer\n');
  expect(said).toContain('mine.items.json: facts of 1 of 12 items\n');
  expect(said).toContain('the latest counts, 3 earlier lines left out\n');
  expect(code).toBe(0);

  const refused = pretrain();
  expect(refused.code).toBe(1);
  expect(refused.said).toContain(
    '3 pairs of user and item stand more than once, 3 lines too many:\n  lines 1 and 241:',
  );
}, 60_000);
