import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planted } from './testing/planted-set';

const ROOT = join(import.meta.dirname, '..');
const DESCRIPTOR = join(ROOT, 'pretrain/datasets/beers.json');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'drex-commands-'));
  writeFileSync(join(root, 'reviews.jsonl'), planted());
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Every file with its content. */
const all = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(root, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(root, name), 'latin1')]),
  );

/** Runs a command in the scratch folder and asserts that it refuses in one line and changes nothing. */
function refuses(script: string, args: readonly string[], says: RegExp): void {
  const before = all();
  const said = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(ROOT, 'pretrain', script), ...args],
    { cwd: root, encoding: 'utf8' },
  );
  expect(said.status).toBe(1);
  expect(said.stderr.trim()).toMatch(says);
  expect(said.stderr.trim()).not.toContain('\n');
  expect(all()).toEqual(before);
}

const pretrain = (out: string, says: RegExp, data = 'reviews.jsonl') =>
  refuses('pretrain.ts', ['--data', data, '--descriptor', DESCRIPTOR, '--out', out], says);

describe('pretrain', () => {
  it('refuses the folder that it runs in, with the data in it', () => {
    pretrain('.', /^--out \.: it is the folder that the command runs in; .* Nothing was changed\.$/);
  });

  it('refuses a folder with foreign files, an earlier bundle beside them or not', () => {
    mkdirSync(join(root, 'thesis'));
    writeFileSync(join(root, 'thesis/chapter.tex'), 'years of work');
    pretrain('thesis', /^--out thesis: it holds chapter\.tex, which is not an earlier bundle/);
    cpSync(join(ROOT, 'public/datasets/teas'), join(root, 'teas'), { recursive: true });
    writeFileSync(join(root, 'teas/notes.txt'), 'mine');
    pretrain('teas', /^--out teas: beside an earlier bundle it holds notes\.txt/);
    rmSync(join(root, 'teas/notes.txt'));
    // Evidence is known by what it holds, not by its name.
    writeFileSync(join(root, 'teas/evidence.json'), '{"of": "a crime"}');
    pretrain('teas', /^--out teas: beside an earlier bundle it holds evidence\.json/);
  });

  it('refuses a folder that holds its input, and a file', () => {
    mkdirSync(join(root, 'in'));
    writeFileSync(join(root, 'in/reviews.jsonl'), planted());
    pretrain(
      'in',
      /^--out in: --data in\/reviews\.jsonl lies inside it and would be lost/,
      'in/reviews.jsonl',
    );
    pretrain('reviews.jsonl', /^--out reviews\.jsonl: it is a file/);
  });
});

describe('evaluate', () => {
  it('does not write over what it reads, nor over anything but an earlier table', () => {
    const bundle = join(ROOT, 'public/datasets/teas');
    writeFileSync(join(root, 'notes.json'), '["mine"]');
    const evaluate = (json: string, says: RegExp) =>
      refuses('evaluate.ts', ['--bundle', bundle, '--test', 'reviews.jsonl', '--json', json], says);
    evaluate('reviews.jsonl', /^--json reviews\.jsonl: it is what --test reads/);
    evaluate('notes.json', /^--json notes\.json: it is there already and is not an earlier table/);
    evaluate(join(bundle, 'rows.json'), /it lies in what --bundle reads/);
  });
});

describe('planted', () => {
  it('does not write beside foreign files', () => {
    refuses('planted/planted.ts', ['--out', '.'], /it is the folder that the command runs in/);
    mkdirSync(join(root, 'mine'));
    writeFileSync(join(root, 'mine/teas.jsonl.gz'), 'my own teas');
    refuses(
      'planted/planted.ts',
      ['--out', 'mine'],
      /it holds teas\.jsonl\.gz, which is not an earlier result/,
    );
  });
});

describe('evidence', () => {
  it('does not begin hours of work for a folder that it may not write to', () => {
    mkdirSync(join(root, 'out/teas'), { recursive: true });
    writeFileSync(join(root, 'out/teas/chapter.tex'), 'x');
    const before = readFileSync(join(root, 'out/teas/chapter.tex'));
    const cache = mkdtempSync(join(tmpdir(), 'drex-cache-'));
    const said = spawnSync(
      process.execPath,
      [
        ...['--import', 'tsx', 'pretrain/evidence.ts', '--datasets', 'teas', '--seeds', '1'],
        ...['--out', join(root, 'out'), '--cache', cache],
      ],
      { cwd: ROOT, encoding: 'utf8' },
    );
    rmSync(cache, { recursive: true });
    expect(said.status).toBe(1);
    expect(said.stderr.trim()).toMatch(
      /^--out .*teas: it holds chapter\.tex, which is not an earlier bundle/,
    );
    expect(readFileSync(join(root, 'out/teas/chapter.tex'))).toEqual(before);
  });
});
