import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { choice, file, flag, folder, helpOf, names, number, readOptions, text, whole } from './options.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'drex-options-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const data = join(scratch, 'data.jsonl');
writeFileSync(data, '');

const COMMAND = {
  run: 'npm run make --',
  about: 'Makes things.',
  options: {
    data: file('FILE', 'what to read', { required: true }),
    from: folder('DIR', 'where to read'),
    also: file('FILE', 'more to read', { several: true }),
    'text-epochs': whole('N', 'how often', { min: 1, max: 1000, default: 4 }),
    'state-size': whole('N', 'how large', { min: 2, max: 512 }),
    rate: number('X', 'how fast', { above: 0, max: 1 }),
    shift: number('X', 'how far'),
    name: text('NAME', 'what to call it', { default: 'mine' }),
    kinds: names('LIST', 'which', { of: ['one', 'two'], none: true, default: ['one', 'two'] }),
    only: choice('NAME', 'what alone', { of: ['one', 'two'] }),
    fresh: flag('anew'),
  },
};
const read = (...args: string[]) => readOptions(COMMAND, ['--data', data, ...args]);
const problem = (...args: string[]): string => {
  try {
    readOptions(COMMAND, args);
  } catch (error) {
    expect((error as Error).name).toBe('UsageError');
    return (error as Error).message;
  }
  return '';
};

describe('options', () => {
  it('are read into values of their kind, with defaults', () => {
    expect(read()).toMatchObject({
      also: [],
      'text-epochs': 4,
      kinds: ['one', 'two'],
      fresh: false,
      name: 'mine',
    });
    expect(
      read('--state-size', '8', '--rate=1e-3', '--shift', '-2.5', '--kinds', 'two', '--fresh'),
    ).toMatchObject({
      'state-size': 8,
      rate: 0.001,
      shift: -2.5,
      kinds: ['two'],
      fresh: true,
    });
    expect(read('--kinds', '-', '--also', data, '--also', data)).toMatchObject({
      kinds: [],
      also: [data, data],
    });
  });

  it.each([
    [['--text-epochs', '3.5'], '--text-epochs must be a whole number from 1 to 1000, not "3.5".'],
    [['--state-size', '7.5'], '--state-size must be a whole number from 2 to 512, not "7.5".'],
    [['--state-size', '0'], '--state-size must be a whole number from 2 to 512, not "0".'],
    [['--state-size=1e9'], '--state-size must be a whole number from 2 to 512, not "1e9".'],
    [['--state-size', '0x10'], '--state-size must be a whole number from 2 to 512, not "0x10".'],
    [['--state-size', 'x'], '--state-size must be a whole number from 2 to 512, not "x".'],
    [['--state-size='], '--state-size must be a whole number from 2 to 512, not nothing.'],
    [['--rate', '0'], '--rate must be a number above 0, at most 1, not "0".'],
    [['--rate', '-1'], '--rate must be a number above 0, at most 1, not "-1".'],
    [['--shift', 'NaN'], '--shift must be a number, not "NaN".'],
    [['--name', ''], '--name must not be empty.'],
    [['--epochs', '3'], '--epochs is no option of this command; did you mean --text-epochs?'],
    [['--rat', '3'], '--rat is no option of this command; did you mean --rate'],
    [['--nonsense'], '--nonsense is no option of this command.'],
    [['-x'], '-x is no option of this command.'],
    [['--name'], '--name needs a value: --name NAME.'],
    [['--name', '--fresh'], '--name needs a value: --name NAME.'],
    [['--rate', '0.1', '--rate', '0.2'], '--rate is given twice.'],
    [['--fresh', '--fresh'], '--fresh is given twice.'],
    [['--fresh=yes'], '--fresh takes no value.'],
    [['stray'], '"stray" belongs to no option.'],
    [['--kinds', 'one,three'], '--kinds must be of one, two, apart by commas, not "three".'],
    [['--kinds', 'one,one'], '--kinds names one twice.'],
    [['--only', 'three'], '--only must be one of one, two, not "three".'],
    [['--from', data], '--from must be a folder, not '],
    [['--from', join(data, 'x')], '--from must be a folder that exists, there is none at '],
    [['--also', join(scratch, 'none')], '--also must be a file that exists, there is none at '],
    [['--also', scratch], '--also must be a file, not '],
  ])('%j is refused in one plain line', (args, says) => {
    const said = problem('--data', data, ...args);
    expect(said.slice(0, says.length)).toBe(says);
    expect(said).toMatch(/See: npm run make -- --help$/);
    expect(said).not.toContain('\n');
  });

  it('that are needed are asked for', () => {
    expect(problem()).toBe('--data FILE is missing. See: npm run make -- --help');
  });

  it('never end in anything but values or one plain line, whatever is typed', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '--',
        '-',
        '--data',
        data,
        '--rate',
        '--fresh',
        '--kinds',
        '--__proto__',
        '--state-size=',
        '1',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (args) => {
        try {
          readOptions(COMMAND, args, () => {});
        } catch (error) {
          expect((error as Error).name).toBe('UsageError');
        }
      }),
    );
  });

  it('stand in the help with all that they may be', () => {
    const printed: string[] = [];
    expect(readOptions(COMMAND, ['--help', '--nonsense'], (line) => printed.push(line))).toBeNull();
    expect(readOptions(COMMAND, ['-h'], (line) => printed.push(line))).toBeNull();
    expect(printed).toEqual([helpOf(COMMAND), helpOf(COMMAND)]);
    expect(printed[0]).toContain('npm run make -- --data FILE [options]');
    expect(printed[0]).toContain('--text-epochs N  how often (a whole number from 1 to 1000; default 4)');
    for (const line of printed[0].split('\n')) expect(line.length).toBeLessThan(120);
  });
});

const ROOT = join(import.meta.dirname, '..');
const COMMANDS: [string, string][] = [
  ['npm run pretrain --', 'pretrain/pretrain.ts'],
  ['npm run evaluate --', 'pretrain/evaluate.ts'],
  ['npm run evidence --', 'pretrain/evidence.ts'],
  ['npm run planted --', 'pretrain/planted/planted.ts'],
  ['npm run bench --', 'bench/bench.ts'],
  ['npm start --', 'scripts/start.mjs'],
  ['npm test --', 'scripts/test.mjs'],
  ['npm run test:browsers --', 'scripts/browsers.mjs'],
  ['npm run datasets --', 'scripts/datasets-index.mjs'],
  ['npm run screenshots --', 'scripts/screenshots.mjs'],
  ['npm run licences --', 'scripts/licences.mjs'],
  ['npm run size --', 'scripts/size.mjs'],
];

describe('a command', () => {
  it.each(COMMANDS)(
    '%s says what is wrong in one line, without a stack, and ends with an error',
    (run, path) => {
      const loader = path.endsWith('.ts') ? ['--import', 'tsx'] : [];
      const said = spawnSync(process.execPath, [...loader, path, '--epochz', '3'], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      expect(said.status).toBe(1);
      expect(said.stdout).toBe('');
      expect(said.stderr.trim()).toMatch(/^--epochz is no option of this command.* See: .* --help$/);
      expect(said.stderr.trim()).toContain(run);
    },
  );

  it('has its help', () => {
    const help = execFileSync(process.execPath, ['--import', 'tsx', 'pretrain/pretrain.ts', '--help'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(help).toContain('--state-size N');
    expect(help).toContain('from 2 to 512');
  });
});
