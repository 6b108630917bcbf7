import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDescriptor } from './descriptor';

const folder = mkdtempSync(join(tmpdir(), 'drex-descriptor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const teas = readFileSync('pretrain/datasets/teas.json', 'utf8');
const file = join(folder, 'mine.json');
const read = (content: string | Buffer) => {
  writeFileSync(file, content);
  return readDescriptor(file);
};

describe('a descriptor', () => {
  it('is read with a byte order mark, as editors write it', () => {
    expect(read(`\ufeff${teas}`)).toEqual(readDescriptor('pretrain/datasets/teas.json'));
  });

  it('is named for what it is where it cannot be read', () => {
    expect(() => read(Buffer.from(`\ufeff${teas}`, 'utf16le'))).toThrow(
      'it is saved as UTF-16, not as UTF-8',
    );
    expect(() => read('')).toThrow('the file is empty');
    expect(() => readDescriptor(join(folder, 'none.json'))).toThrow('there is no such file');
    expect(() => read('{')).toThrow('it cannot be read as JSON');
  });
});
