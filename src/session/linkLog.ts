import { isEdit } from '../engine/edits';
import type { Edit, LogEntry, SimulatedInteraction, SimulatedLog } from '../engine/simulatedLog';
import { readAlteration } from './linkAlteration';
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
  const rows = log.map((entry) => {
    if (isEdit(entry)) return entry;
    const { key, person, item, rating, aspects, text } = entry;
    return [key, person, item, rating, aspects, text];
  });
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
  const log: LogEntry[] = [];
  const keys = new Set<string>();
  for (const row of rows) {
    const entry = readEdit(row) ?? readReview(row);
    if (!entry) continue;
    if (!isEdit(entry)) {
      if (keys.has(entry.key)) continue;
      keys.add(entry.key);
    }
    log.push(entry);
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

const MODALITIES = ['text', 'rating', 'aspects'] as const;

function readEdit(row: unknown): Edit | null {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return null;
  const { edit, key, by, side, rating, aspects, text, modality, muted } = row as Record<string, unknown>;
  const alteration = readAlteration(row as Record<string, unknown>);
  if (alteration) return alteration;
  const known = MODALITIES.find((one) => one === modality);
  if (edit === 'mute' && known && typeof muted === 'boolean' && (key === null || typeof key === 'string'))
    return { edit, key, modality: known, muted };
  if (typeof key !== 'string' || !key) return null;
  switch (edit) {
    case 'delete':
      return { edit, key };
    case 'move':
      return (by === 1 || by === -1) && (side === 'user' || side === 'item') ? { edit, key, by, side } : null;
    case 'change':
      if (!isRating(rating) || !Array.isArray(aspects) || !aspects.every(isRating)) return null;
      return text === null || typeof text === 'string' ? { edit, key, rating, aspects, text } : null;
    default:
      return null;
  }
}

function readReview(row: unknown): SimulatedInteraction | null {
  if (!Array.isArray(row) || row.length !== 6) return null;
  const [key, person, item, rating, aspects, text]: unknown[] = row;
  if (typeof key !== 'string' || typeof person !== 'string' || typeof item !== 'string') return null;
  if (!key || !isRating(rating) || !Array.isArray(aspects) || !aspects.every(isRating)) return null;
  return typeof text === 'string' ? { key, person, item, rating, aspects, text } : null;
}
