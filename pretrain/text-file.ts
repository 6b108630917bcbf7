import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DataError } from '../src/data/errors';

/** What a file is, by its first bytes, where it is not what is read here; and the command that makes it so. */
const KINDS: readonly (readonly [bytes: string, what: string, remedy: (file: string) => string])[] = [
  [
    'PK\x03\x04',
    'it is a zip archive (an Excel workbook is one, too)',
    (f) => `Unzip it and name the file inside: unzip ${quoted(f)}`,
  ],
  ['BZh', 'it is compressed by bzip2', (f) => `Unpack it first: bunzip2 ${quoted(f)}`],
  ['\xfd7zXZ', 'it is compressed by xz', (f) => `Unpack it first: unxz ${quoted(f)}`],
  ['\x28\xb5\x2f\xfd', 'it is compressed by Zstandard', (f) => `Unpack it first: unzstd ${quoted(f)}`],
  ['7z\xbc\xaf', 'it is a 7-Zip archive', (f) => `Unpack it and name the file inside: 7z x ${quoted(f)}`],
  [
    'PAR1',
    'it is a Parquet table',
    (f) => `Write it as JSON lines, for instance: ${pandas(f, 'read_parquet')}`,
  ],
];

/** A path as a shell takes it. */
export const quoted = (file: string): string =>
  /^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;

/** A table as JSON lines, in one line. */
export const pandas = (file: string, read: string, options = ''): string =>
  `python3 -c "import pandas; pandas.${read}(${JSON.stringify(file).replaceAll('"', "'")}${options}).to_json('reviews.jsonl', orient='records', lines=True)"`;

/** The text of a file, gzip or plain as its first bytes tell. @throws DataError naming what it is instead. */
export function readText(file: string): string {
  const bytes = unpack(file, readBytes(file));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw noUtf8(file, '');
  }
}

/**
 * The lines of a text file, gzip or plain as its first bytes tell, without their ends. One by one, since the whole of a
 * large file is longer than a string may be. A byte order mark is skipped, also where files were put behind one another.
 * @throws DataError naming what it is instead, or the line that is no UTF-8.
 */
export function readLines(file: string): string[] {
  const bytes = unpack(file, readBytes(file));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const next = bytes.indexOf(0x0a, at);
    const end = next < 0 ? bytes.length : next;
    try {
      lines.push(decoder.decode(bytes.subarray(at, end)));
    } catch {
      throw noUtf8(file, `line ${lines.length + 1}`);
    }
    at = end + 1;
  }
  return lines;
}

function readBytes(file: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new DataError(file, '', 'there is no such file', 'Check the path.');
    if (code === 'EISDIR') throw new DataError(file, '', 'it is a folder', 'Name the file inside.');
    throw new DataError(file, '', `the file cannot be read (${message})`, 'Check the path.');
  }
  if (bytes.length === 0) throw new DataError(file, '', 'the file is empty', 'Check how it was written.');
  return bytes;
}

/** What the bytes hold when gzip is taken off, checked to be neither an archive nor another encoding. */
function unpack(file: string, bytes: Buffer): Buffer {
  const head = bytes.toString('latin1', 0, 8);
  if (head.startsWith('\x1f\x8b')) {
    const content = gunzip(file, bytes);
    if (content.toString('latin1', 257, 262) === 'ustar')
      throw new DataError(
        file,
        '',
        'it is a tar archive',
        `Unpack it and name the file inside: tar xf ${quoted(file)}`,
      );
    if (content.length === 0)
      throw new DataError(file, '', 'nothing is compressed in it', 'Check how it was written.');
    return unpack(file, content);
  }
  for (const [start, what, remedy] of KINDS)
    if (head.startsWith(start)) throw new DataError(file, '', what, remedy(file));
  const wide = utf16(bytes);
  if (wide)
    throw new DataError(
      file,
      '',
      `it is saved as ${wide}, not as UTF-8`,
      `Save it as UTF-8, for instance: iconv -f ${wide} -t UTF-8 ${quoted(file)} > utf8.jsonl`,
    );
  return bytes;
}

function gunzip(file: string, bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new DataError(file, '', 'what is compressed in it is too large', 'Use a smaller file.');
    const what = code === 'Z_BUF_ERROR' ? 'the gzip data is cut off' : 'the gzip data is damaged';
    throw new DataError(file, '', what, 'Fetch or compress the file again.');
  }
}

/** JSON and tables begin with a letter that takes one byte in UTF-8: a zero beside it tells the wider encodings. */
function utf16(bytes: Buffer): string | null {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    return 'UTF-32';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  if (a !== 0 && b === 0) return c === 0 ? 'UTF-32LE' : 'UTF-16LE';
  if (a === 0) return b === 0 ? 'UTF-32BE' : 'UTF-16BE';
  return null;
}

const noUtf8 = (file: string, place: string): DataError =>
  new DataError(
    file,
    place,
    'there are letters that are not saved as UTF-8, perhaps as Windows-1252',
    `Save it as UTF-8, for instance: iconv -f WINDOWS-1252 -t UTF-8 ${quoted(file)} > utf8.jsonl`,
  );
