import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readReviews } from './reviews';
import { readText } from './text-file';

const folder = mkdtempSync(join(tmpdir(), 'drex-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const JSONL = '{"user":"Zoë","item":"x"}\n{"user":"Zoé","item":"x"}\n';
const read = (content: string | Buffer, name = 'r.jsonl') => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return readReviews(file).map(({ user }) => user);
};
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const packed = gzipSync(JSONL);

describe('review files as they come', () => {
  it.each<[string, string | Buffer, string]>([
    ['with a byte order mark', `\ufeff${JSONL}`, 'r.jsonl'],
    ['with Windows line ends and blank lines', JSONL.replaceAll('\n', '\r\n \t \r\n'), 'r.jsonl'],
    ['gzip without the name', packed, 'r.jsonl'],
    ['plain with the name of gzip', JSONL, 'r.jsonl.gz'],
    ['compressed twice', gzipSync(packed), 'r.jsonl.gz'],
    ['gzip with a byte order mark inside', gzipSync(`\ufeff${JSONL}`), 'r.jsonl.gz'],
    ['without an end of line at the end', JSONL.trimEnd(), 'r.jsonl'],
    [
      'put behind one another, each with its mark',
      Buffer.concat(
        JSONL.trimEnd()
          .split('\n')
          .map((line) => Buffer.from(`\ufeff${line}\n`)),
      ),
      'r.jsonl',
    ],
  ])('are read %s', (_, content, name) => {
    expect(read(content, name)).toEqual(['Zoë', 'Zoé']);
  });

  it.each<[string, string | Buffer, string, string]>([
    ['an empty file', '', 'r.jsonl: the file is empty', 'Check'],
    ['gzip of nothing', gzipSync(''), 'nothing is compressed in it', 'Check'],
    ['gzip that is cut off', packed.subarray(0, packed.length - 12), 'the gzip data is cut off', 'Fetch'],
    [
      'gzip that is damaged',
      Buffer.concat([packed.subarray(0, 14), Buffer.alloc(9, 7), packed.subarray(23)]),
      'the gzip data is damaged',
      'Fetch',
    ],
    ['a zip archive', Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1'), 'it is a zip archive', 'unzip'],
    [
      'a Parquet table',
      Buffer.from('PAR1\x15\x04\x15', 'latin1'),
      'it is a Parquet table',
      'pandas.read_parquet',
    ],
    ['bzip2', Buffer.from('BZh91AY', 'latin1'), 'it is compressed by bzip2', 'bunzip2'],
    [
      'UTF-16 with a mark',
      Buffer.from(`\ufeff${JSONL}`, 'utf16le'),
      'it is saved as UTF-16, not as UTF-8',
      'iconv -f UTF-16 ',
    ],
    [
      'UTF-16 with a mark, the other way round',
      utf16be(`\ufeff${JSONL}`),
      'it is saved as UTF-16,',
      'iconv -f UTF-16 ',
    ],
    ['UTF-16 without a mark', Buffer.from(JSONL, 'utf16le'), 'it is saved as UTF-16LE', 'iconv -f UTF-16LE'],
    [
      'UTF-16 without a mark, the other way round',
      utf16be(JSONL),
      'it is saved as UTF-16BE',
      'iconv -f UTF-16BE',
    ],
    [
      'Windows-1252',
      Buffer.from(`{"user":"Jo","item":"x"}\n${JSONL}`, 'latin1'),
      'line 2: there are letters that are not saved as UTF-8',
      'iconv -f WINDOWS-1252',
    ],
    [
      'line ends of old Macs',
      JSONL.replaceAll('\n', '\r'),
      'its lines end in a carriage return alone',
      "tr '\\r' '\\n'",
    ],
    [
      'one JSON list',
      JSON.stringify([{ user: 'a', item: 'x' }]),
      'it is one JSON list, not one object a line',
      "jq -c '.[]'",
    ],
    [
      'one JSON list over lines',
      JSON.stringify([{ user: 'a', item: 'x' }], null, 1),
      'it is one JSON list, not one object a line',
      "jq -c '.[]'",
    ],
    [
      'objects over several lines',
      `${JSON.stringify({ user: 'a', item: 'x' }, null, 2)}\n`,
      'an object is spread over several lines',
      "jq -c '.'",
    ],
    [
      'one object of columns',
      '{"user":{"0":"a","1":"b"},"item":{"0":"x","1":"x"}}',
      'it is one JSON object for all rows',
      'lines=True',
    ],
    [
      'one object around a list',
      '{"reviews":[{"user":"a","item":"x"}]}',
      'it is one JSON object for all rows',
      'line of its own',
    ],
    [
      'a table without a head',
      '1::1193::5\n1::661::3\n',
      'it is a table that is not separated',
      'pandas.read_csv',
    ],
    [
      'a table of other names',
      'who,item,rating\na,x,3\n',
      'the table has no column "user"; found: who, item, rating',
      'The first row names the columns',
    ],
    ['a table without rows', 'user,item\n', 'it holds no interactions', 'The first row'],
    [
      'a single row of other names, for what it lacks',
      '{"reviewerID":"a","asin":"x","helpful":[0,1]}',
      'field "user" and field "item" are missing',
      'Rename',
    ],
    ['a table that names a column twice', 'user,item,User\n', 'the column "user" stands twice', 'Rename'],
    ['a web page', '<!doctype html>\n<title>404</title>', 'it is a web page', 'Fetch the file itself'],
  ])('named for what it is: %s', (_, content, what, remedy) => {
    const run = () => read(content);
    expect(run).toThrow(what);
    expect(run).toThrow(remedy);
    expect(run).toThrow(folder);
  });

  it('a path that leads nowhere, and a folder', () => {
    mkdirSync(join(folder, 'inside'));
    expect(() => readReviews(join(folder, 'nowhere.jsonl'))).toThrow('there is no such file');
    expect(() => readReviews(join(folder, 'inside'))).toThrow('it is a folder');
  });

  it('a text is read whole, without its mark', () => {
    writeFileSync(join(folder, 't.json'), gzipSync('\ufeff{}\n'));
    expect(readText(join(folder, 't.json'))).toBe('{}\n');
  });
});
