import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  checkFile,
  checkFolder,
  checkPlace,
  type EarlierFolder,
  putBack,
  replaceFile,
  replaceFolder,
} from './replace.mjs';

/** A result is known by its list. */
const EARLIER: EarlierFolder = {
  what: 'an earlier result',
  names: (folder) =>
    existsSync(join(folder, 'list')) ? new Set(readFileSync(join(folder, 'list'), 'utf8').split(' ')) : null,
};
const result = (text: string) =>
  new Map<string, string>([
    ['list', 'list a b'],
    ['a', `${text} a`],
    ['b', `${text} b`],
  ]);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'drex-replace-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (...path: string[]): string => join(root, ...path);

/** Every file and link below a folder with its content, empty folders too. */
function all(folder = root): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const stats = lstatSync(join(folder, name));
    found[name] = stats.isFile()
      ? readFileSync(join(folder, name), 'utf8')
      : stats.isDirectory()
        ? '/'
        : '->';
  }
  return found;
}

function put(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(at(path, '..'), { recursive: true });
    writeFileSync(at(path), content);
  }
}

/** Asserts a refusal of one line that leaves everything as it was. */
function refused(work: () => void, message: RegExp): void {
  const before = all();
  let said = '';
  try {
    work();
  } catch (error) {
    said = (error as Error).message;
    expect((error as Error).name).toBe('RefusedError');
  }
  expect(said).toMatch(message);
  expect(said).not.toContain('\n');
  expect(all()).toEqual(before);
}

describe('a folder is replaced', () => {
  it('where it is missing, empty or an earlier result, and nothing beside it is touched', () => {
    const beside = {
      'data.jsonl': 'reviews',
      'out.old/mine': 'kept',
      'out.new/mine': 'kept',
      '.out.drex-/x': 'kept',
    };
    put(beside);
    for (const text of ['first', 'second', 'third']) {
      checkFolder('--out', at('out'), EARLIER, { '--data': at('data.jsonl') });
      replaceFolder(at('out'), result(text), EARLIER);
      expect(all(at('out'))).toEqual(Object.fromEntries(result(text)));
      expect(Object.keys(all()).filter((name) => name.includes('.'))).toHaveLength(7);
      for (const [path, content] of Object.entries(beside))
        expect(readFileSync(at(path), 'utf8')).toBe(content);
    }
    mkdirSync(at('empty'));
    checkFolder('--out', at('empty'), EARLIER);
    replaceFolder(at('empty'), result('new'), EARLIER);
    checkFolder('--out', at('deep', 'er'), EARLIER);
    replaceFolder(at('deep', 'er'), result('new'), EARLIER);
    expect(all(at('deep/er'))).toEqual(all(at('empty')));
  });

  it('not where anything else stands: it is refused by name, before any work', () => {
    put({
      'thesis/chapter.tex': 'x',
      'out/list': 'list a b',
      'out/a': '1',
      'out/notes.txt': 'mine',
      file: 'x',
    });
    mkdirSync(at('sub/list'), { recursive: true });
    put({ 'nested/list': 'list a', 'nested/a/deep': 'a folder by that name' });
    symlinkSync(at('out'), at('link'));
    symlinkSync(at('nowhere'), at('dangling'));
    put({ 'linked/list': 'list a' });
    symlinkSync(at('file'), at('linked/a'));
    const check = (name: string) => () => checkFolder('--out', at(name), EARLIER);
    refused(check('thesis'), /--out .*thesis: it holds chapter\.tex, which is not an earlier result/);
    refused(check('out'), /beside an earlier result it holds notes\.txt/);
    refused(check('nested'), /beside an earlier result it holds a;/);
    refused(check('linked'), /beside an earlier result it holds a;/);
    refused(check('file'), /it is a file/);
    refused(check('file/under'), /file is a file, so no folder can be made in it/);
    refused(check('link'), /it is a link/);
    refused(check('dangling'), /it is a link/);
    refused(check('.'), /it holds dangling, file, link and \d more/);
  });

  it('not the root, the home, the project, the folder one is in, nor what these lie in', () => {
    for (const [folder, says] of [
      ['/', 'root of the disk'],
      [homedir(), 'home folder'],
      ['.', 'the folder that the command runs in'],
      ['..', 'lies inside it'],
    ])
      refused(() => checkFolder('--out', folder, EARLIER), new RegExp(says));
    const said = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { checkFolder } from ${JSON.stringify(join(import.meta.dirname, 'replace.mjs'))};
         try { checkFolder('--out', '.', { what: 'x', names: () => null }) } catch (error) { console.log(error.message) }`,
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(said.stdout).toContain('it is the folder that the command runs in');
  });

  it('not where what is read lies inside, through links too', () => {
    put({ 'out/list': 'list a', 'out/a': '1' });
    symlinkSync(at('out'), at('link'));
    refused(
      () => checkFolder('--out', at('out'), EARLIER, { '--data': at('out/a') }),
      /--data .*a lies inside it/,
    );
    refused(
      () => checkFolder('--out', at('out'), EARLIER, { '--also': ['/x', at('link/a')] }),
      /--also .* lies inside/,
    );
  });

  it('a writer that fails leaves the old result and no trace', () => {
    replaceFolder(at('out'), result('old'), EARLIER);
    put({ 'beside.txt': 'x' });
    const before = all();
    for (const failing of ['write list', 'write b']) {
      const full = (step: string) => {
        if (step === failing) throw new Error('the disk is full');
      };
      expect(() => replaceFolder(at('out'), result('new'), EARLIER, full)).toThrow('the disk is full');
      expect(all()).toEqual(before);
    }
  });

  it('what came into it meanwhile is kept, and so is the new result', () => {
    replaceFolder(at('out'), result('old'), EARLIER);
    const before = all(at('out'));
    const meanwhile = (step: string) => {
      if (step === 'write b') writeFileSync(at('out/notes.txt'), 'mine');
    };
    expect(() => replaceFolder(at('out'), result('new'), EARLIER, meanwhile)).toThrow(
      /notes\.txt came into it meanwhile\. It was left as it is; the new result is in .*new/,
    );
    expect(all(at('out'))).toEqual({ ...before, 'notes.txt': 'mine' });
    // Even in the very moment of the change.
    rmSync(at('out/notes.txt'));
    const last = (step: string) => {
      if (step === 'set aside') writeFileSync(at('out/late.txt'), 'mine');
    };
    expect(() => replaceFolder(at('out'), result('new'), EARLIER, last)).toThrow(/is kept in/);
    expect(Object.values(all())).toContain('mine');
    expect(all(at('out'))).toEqual(Object.fromEntries(result('new')));
  });

  it('killed at any step, the old or the new result is there', () => {
    const steps = ['write list', 'write a', 'write b', 'set aside', 'put in place', 'clear up'];
    for (const step of steps) {
      const out = at(step.replace(' ', '-'), 'out');
      replaceFolder(out, result('old'), EARLIER);
      writeFileSync(join(out, '../beside.txt'), 'x');
      const script = `
        import { existsSync, readFileSync } from 'node:fs';
        import { replaceFolder } from ${JSON.stringify(join(import.meta.dirname, 'replace.mjs'))};
        const earlier = { what: 'a result', names: () => new Set(['list', 'a', 'b']) };
        const files = new Map(${JSON.stringify([...result('new')])});
        replaceFolder(${JSON.stringify(out)}, files, earlier, (step) => {
          if (step === ${JSON.stringify(step)}) process.kill(process.pid, 'SIGKILL');
        });`;
      const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
      expect(signal).toBe('SIGKILL');
      expect(putBack(out, EARLIER)).toBe(step === 'put in place');
      expect(all(out)).toEqual(Object.fromEntries(result(step === 'clear up' ? 'new' : 'old')));
      expect(readFileSync(join(out, '../beside.txt'), 'utf8')).toBe('x');
      // The next run goes on as if nothing had been.
      checkFolder('--out', out, EARLIER);
      replaceFolder(out, result('next'), EARLIER);
      expect(all(out)).toEqual(Object.fromEntries(result('next')));
    }
  });

  it('what is set aside comes back only where it is known and alone', () => {
    put({ '.out.drex-abcdef/old/list': 'list', '.out.drex-abcdef/old/foreign': 'x' });
    expect(putBack(at('out'), EARLIER)).toBe(false);
    rmSync(at('.out.drex-abcdef/old/foreign'));
    put({ '.out.drex-ghijkl/old/list': 'list' });
    expect(putBack(at('out'), EARLIER)).toBe(false);
    rmSync(at('.out.drex-ghijkl'), { recursive: true });
    expect(putBack(at('out'), EARLIER)).toBe(true);
    expect(putBack(at('out'), EARLIER)).toBe(false);
  });
});

describe('a file is replaced', () => {
  const earlier = {
    what: 'a table of before',
    is: (content: Buffer) => content.toString().startsWith('table'),
  };

  it('where it is missing or an earlier result, in one go', () => {
    put({ 'beside.txt': 'x' });
    for (const text of ['table 1', 'table 2']) {
      checkFile('--json', at('rows.json'), earlier);
      replaceFile(at('rows.json'), text);
      expect(all()).toEqual({ 'beside.txt': 'x', 'rows.json': text });
    }
    const fails = (step: string) => {
      if (step === 'put in place') throw new Error('killed');
    };
    expect(() => replaceFile(at('rows.json'), 'table 3', fails)).toThrow('killed');
    expect(all()).toEqual({ 'beside.txt': 'x', 'rows.json': 'table 2' });
  });

  it('not where anything else stands', () => {
    put({ 'reviews.jsonl': 'table-like reviews', 'thesis.tex': 'x', 'bundle/manifest.json': '{}' });
    symlinkSync(at('nowhere'), at('link'));
    const check = (name: string, inputs = {}) => checkFile('--json', at(name), earlier, inputs);
    refused(() => check('thesis.tex'), /is there already and is not a table of before/);
    refused(() => check('reviews.jsonl', { '--test': at('reviews.jsonl') }), /it is what --test reads/);
    refused(() => check('bundle/rows.json', { '--bundle': at('bundle') }), /it lies in what --bundle reads/);
    refused(() => check('bundle'), /it is a folder/);
    refused(() => check('link'), /it is a link/);
    refused(() => check('none/rows.json'), /there is no folder/);
    refused(() => checkPlace('--cache', at('thesis.tex')), /it is a file/);
    refused(() => checkPlace('--cache', at('thesis.tex/x')), /thesis\.tex is a file/);
    checkPlace('--cache', at('a/new/one'));
  });
});
