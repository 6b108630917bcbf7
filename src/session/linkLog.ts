import type { SimulatedInteraction, SimulatedLog } from '../engine/api';
import { checksum, deflate, fromBase64Url, inflate, toBase64Url } from './linkBytes';

export interface DecodedLog {
  readonly log: SimulatedLog;
  /** Reviews that the link said it held; null when even that is lost. */
  readonly expected: number | null;
  readonly whole: boolean;
}

/** One line for the count and one for each review, each with a checksum, so that a damaged link keeps its sound part. */
export async function encodeLog(log: SimulatedLog): Promise<string> {
  if (log.length === 0) return '';
  const rows = log.map(({ key, person, item, rating, aspects, text }) => [
    key,
    person,
    item,
    rating,
    aspects,
    text,
  ]);
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
  const log: SimulatedInteraction[] = [];
  for (const row of rows) {
    const event = readEvent(row);
    if (event && !log.some(({ key }) => key === event.key)) log.push(event);
  }
  return { log, expected, whole: whole && packed.whole && expected === log.length };
}

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

const isRating = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isFinite(value));

function readEvent(row: unknown): SimulatedInteraction | null {
  if (!Array.isArray(row) || row.length !== 6) return null;
  const [key, person, item, rating, aspects, text]: unknown[] = row;
  if (typeof key !== 'string' || typeof person !== 'string' || typeof item !== 'string') return null;
  if (!key || !isRating(rating) || !Array.isArray(aspects) || !aspects.every(isRating)) return null;
  return typeof text === 'string' ? { key, person, item, rating, aspects, text } : null;
}
