import type { SimulatedLog } from '../engine/simulatedLog';
import { type LogOrigin, writeLogFile } from './logFile';
import { contains } from './savedRules';

/**
 * Logs kept in localStorage: it answers at once, so that a review is safe before the next thing happens, even a crash;
 * 2,000 reviews are half a megabyte of the five it holds. IndexedDB would hold more, but only some time later.
 *
 * Every page that is open writes a place of its own, `drex-lab/log/<data set>/<place>`, and no other: two tabs can
 * never write over each other. A place goes only when its log is the beginning of one that has just been written, so
 * that all of it is still there. What two tabs made differently stays in two places; the next start brings back the
 * newest and lists the others.
 */
const ROOT = 'drex-lab';

/** `damaged`: a text that could not be read in full, as it was found. */
export type Kind = 'log' | 'damaged';

export interface KeptText {
  readonly id: string;
  readonly raw: string;
}

/** What storage has to do for us; tests put another in its place. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Null where the browser does not even let the page look. */
export function browserStore(): Store | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** True for the keys that this file writes; null stands for all keys. */
export const isOurs = (key: string | null): boolean =>
  key === null || key.startsWith(`${ROOT}/log/`) || key.startsWith(`${ROOT}/damaged/`);

export class SavedStorage {
  constructor(
    private readonly store: Store | null,
    private readonly dataset: string,
  ) {}

  /** Places of this data set, in no order; none where storage is blocked. */
  places(kind: Kind): KeptText[] {
    const { store } = this;
    const prefix = this.keyOf(kind, '');
    const found: KeptText[] = [];
    try {
      for (let k = 0; store && k < store.length; k++) {
        const key = store.key(k);
        const raw = key?.startsWith(prefix) ? store.getItem(key) : null;
        if (key && raw !== null) found.push({ id: key.slice(prefix.length), raw });
      }
    } catch {
      // Blocked storage holds nothing; writing says so.
    }
    return found;
  }

  /**
   * Writes a log to a place, and clears the places whose logs it begins with.
   * @throws what the browser throws when it does not keep it; all that was kept before still is then.
   */
  write(id: string, log: SimulatedLog, modelHash: string): void {
    const places = this.places('log');
    const origin: LogOrigin = { dataset: this.dataset, modelHash, created: later(places) };
    this.put('log', { id, raw: writeLogFile(log, origin) });
    for (const other of places)
      if (other.id !== id && contains(log, logOf(other.raw))) this.forget('log', other.id);
  }

  /** All logs of this data set as they stand there; only ever compared, never replayed. */
  logs(): SimulatedLog[] {
    return this.places('log').map(({ raw }) => logOf(raw));
  }

  /** Puts a text in a place as it is. */
  put(kind: Kind, { id, raw }: KeptText): void {
    if (!this.store) throw new Error('storage is blocked');
    this.store.setItem(this.keyOf(kind, id), raw);
  }

  forget(kind: Kind, id: string): void {
    this.store?.removeItem(this.keyOf(kind, id));
  }

  private keyOf(kind: Kind, id: string): string {
    return `${ROOT}/${kind}/${this.dataset}/${id}`;
  }
}

/** Now, but after all that is kept: the order of writing must not hang on a clock. */
function later(places: readonly KeptText[]): string {
  const times = places.map(({ raw }) => Date.parse(createdOf(raw))).filter(Number.isFinite);
  return new Date(Math.max(Date.now(), ...times.map((time) => time + 1))).toISOString();
}

/** Stands for a log that cannot be read: no log begins with it. */
const UNREADABLE: SimulatedLog = [{ edit: 'delete', key: '' }];

function fieldsOf(raw: string): Record<string, unknown> {
  try {
    return (JSON.parse(raw) as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
}

/** The log in a text as it stands there. */
function logOf(raw: string): SimulatedLog {
  const { log } = fieldsOf(raw);
  const sound = Array.isArray(log) && log.every((one) => typeof one === 'object' && one !== null);
  return sound ? (log as SimulatedLog) : UNREADABLE;
}

const createdOf = (raw: string): string => String(fieldsOf(raw).created);
