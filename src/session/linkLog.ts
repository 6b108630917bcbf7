import { isEdit } from '../engine/edits';
import { REVIEW_FIELDS, type SimulatedLog } from '../engine/simulatedLog';
import { readEntries } from './entries';
import { checksum, deflate, fromBase64Url, inflate, toBase64Url } from './linkBytes';
import type { Read } from './linkField';

/**
 * Deflated lines of JSON in base64url: one line for the count and one for each review or edit, each with a checksum, so that
 * a damaged link keeps its sound part.
 */
export async function encodeLog(log: SimulatedLog): Promise<string> {
  const rows = log.map((entry) => (isEdit(entry) ? entry : REVIEW_FIELDS.map((field) => entry[field])));
  const lines = [log.length, ...rows].map((row) => {
    const json = JSON.stringify(row);
    return `${checksum(json)} ${json}`;
  });
  return toBase64Url(await deflate(lines.join('\n')));
}

/** Reads what {@link encodeLog} wrote, as far as it is sound. */
export async function decodeLog(code: string): Promise<Read<SimulatedLog>> {
  if (code === '') return { value: [] };
  const packed = fromBase64Url(code);
  const { text, whole } = await inflate(packed.bytes);
  const [head, ...rows] = text.split('\n').map(readLine);
  const expected = typeof head === 'number' && Number.isInteger(head) ? head : null;
  const { log } = readEntries(rows.map(withNames));
  const sound = whole && packed.whole && expected === log.length;
  return { value: log, problem: sound ? null : { is: 'damaged-log', kept: log.length, expected } };
}

/** A review with the names of its fields, which a link leaves out. */
const withNames = (row: unknown): unknown =>
  Array.isArray(row) ? Object.fromEntries(REVIEW_FIELDS.map((field, k) => [field, row[k]])) : row;

function readLine(line: string): unknown {
  const space = line.indexOf(' ');
  const json = line.slice(space + 1);
  if (space < 0 || line.slice(0, space) !== checksum(json)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
