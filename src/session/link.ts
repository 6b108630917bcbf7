import type { SimulatedInteraction, SimulatedLog } from '../engine/api';

/** What a link carries: where one looks, and what one wrote. */
export interface LinkState {
  readonly person: string | null;
  readonly item: string | null;
  readonly log: SimulatedLog;
  /** First digits of the model hash that the link was made with; null when it does not say. */
  readonly model: string | null;
}

export interface ReadLink extends LinkState {
  /** What could not be kept, in plain words; null when all is well. */
  readonly problem: string | null;
}

const EMPTY: LinkState = { person: null, item: null, log: [], model: null };

/** The part of a link after `#`; the log is deflated JSON in base64url. */
export async function encodeLink(state: LinkState): Promise<string> {
  const params = new URLSearchParams();
  if (state.person) params.set('person', state.person);
  if (state.item) params.set('item', state.item);
  if (state.model) params.set('model', state.model.slice(0, 12));
  if (state.log.length > 0) {
    const rows = state.log.map((s) => [s.key, s.person, s.item, s.rating, s.aspects, s.text]);
    params.set('log', toBase64Url(await deflate(JSON.stringify(rows))));
  }
  return params.toString();
}

/** Reads what {@link encodeLink} wrote. Never throws: what is damaged is left out and said. */
export async function decodeLink(hash: string): Promise<ReadLink> {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const state = {
    ...EMPTY,
    person: params.get('person'),
    item: params.get('item'),
    model: params.get('model'),
    problem: null,
  };
  const packed = params.get('log');
  if (!packed) return state;
  let rows: unknown;
  try {
    rows = JSON.parse(await inflate(fromBase64Url(packed)));
  } catch {
    return {
      ...state,
      problem: 'The reviews in this link are damaged and were left out. The person and the item were kept.',
    };
  }
  if (!Array.isArray(rows)) return { ...state, problem: 'The reviews in this link cannot be read.' };
  const log: SimulatedInteraction[] = [];
  const keys = new Set<string>();
  for (const row of rows) {
    const read = readRow(row);
    if (!read || keys.has(read.key)) continue;
    keys.add(read.key);
    log.push(read);
  }
  const lost = rows.length - log.length;
  return {
    ...state,
    log,
    problem: lost > 0 ? `${lost} of ${rows.length} reviews in this link were damaged and left out.` : null,
  };
}

const isNumberOrNull = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isFinite(value));

function readRow(row: unknown): SimulatedInteraction | null {
  if (!Array.isArray(row)) return null;
  const [key, person, item, rating, aspects, text] = row as unknown[];
  if (typeof key !== 'string' || typeof person !== 'string' || typeof item !== 'string') return null;
  if (!isNumberOrNull(rating) || !Array.isArray(aspects) || !aspects.every(isNumberOrNull)) return null;
  if (typeof text !== 'string') return null;
  return { key, person, item, rating, aspects, text };
}

async function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  through: ReadableWritablePair,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(through);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const deflate = (text: string) =>
  pipe(new TextEncoder().encode(text), new CompressionStream('deflate-raw') as ReadableWritablePair);

const inflate = async (bytes: Uint8Array<ArrayBuffer>) =>
  new TextDecoder().decode(await pipe(bytes, new DecompressionStream('deflate-raw') as ReadableWritablePair));

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
