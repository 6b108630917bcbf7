import { isEdit } from '../engine/edits';
import { REVIEW_FIELDS, type SimulatedLog } from '../engine/simulatedLog';
import { readEntries } from './entries';
import { checksum, deflate, fromBase64Url, inflate, toBase64Url } from './linkBytes';

export interface DecodedLog {
  readonly log: SimulatedLog;
  /** Reviews and edits that the link said it held; null when even that is lost. */
  readonly expected: number | null;
  readonly whole: boolean;
}

/** One line for the count and one for each review or edit, each with a checksum, so that a damaged link keeps its sound part. */
export async function encodeLog(log: SimulatedLog): Promise<string> {
  if (log.length === 0) return '';
  const rows = log.map((entry) => (isEdit(entry) ? entry : REVIEW_FIELDS.map((field) => entry[field])));
  const lines = [log.length, ...rows].map((row) => {
    const json = JSON.stringify(row);
    return `${checksum(json)} ${json}`;
  });
  return toBase64Url(await deflate(lines.join('\n')));
}

export async function decodeLog(code: string): Promise<DecodedLog> {
  if (code === '') return { log: [], expected: 0, whole: true };
  const packed = fromBase64Url(code);
  const { text, whole } = await inflate(packed.bytes);
  const [head, ...rows] = text.split('\n').map(readLine);
  const expected = typeof head === 'number' && Number.isInteger(head) ? head : null;
  const { log } = readEntries(rows.map(named));
  return { log, expected, whole: whole && packed.whole && expected === log.length };
}

/** A review with the names of its fields, which a link leaves out. */
const named = (row: unknown): unknown =>
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
