import { type ReadEntries, readEntries } from './entries';
import { LOG_SCHEMA } from './logFile';
import { reasonOf } from './reason';
import type { Said } from './said';
import { salvage } from './salvage';

export interface ReadLog extends ReadEntries {
  /** Null where it does not say. */
  readonly dataset: string | null;
  readonly modelHash: string | null;
  readonly created: string | null;
  /** Where the text stops being JSON, in words; null where it is sound. How much is missing cannot be told then. */
  readonly broken: string | null;
}

/** Why nothing can be read. One that is newer is sound, of a version of the page that is yet to come: not to be touched. */
export interface Unreadable {
  readonly refusal: Said<'utf-16' | 'no-log' | 'newer-log' | 'no-schema' | 'no-list'>;
}

/** Reads what {@link writeLogFile} wrote, or what became of it. Never throws: what is wrong is left out and named. */
export function readLogFile(source: string): ReadLog | Unreadable {
  // Letters of two bytes, read as letters of one.
  if (/^.{0,3}(?:\{\0|\0\{)/.test(source)) return { refusal: { is: 'utf-16' } };
  let json: unknown;
  let broken: string | null = null;
  try {
    json = JSON.parse(source);
  } catch (error) {
    broken = reasonOf(error);
    json = salvage(source);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { refusal: { is: 'no-log' } };
  const { schema, dataset, modelHash, created, log } = json as Record<string, unknown>;
  if (typeof schema === 'number' && schema > LOG_SCHEMA) return { refusal: { is: 'newer-log', schema } };
  if (broken === null && schema !== LOG_SCHEMA) return { refusal: { is: 'no-schema' } };
  if (!Array.isArray(log)) return { refusal: { is: 'no-list' } };
  return {
    ...readEntries(log),
    dataset: typeof dataset === 'string' ? dataset : null,
    modelHash: typeof modelHash === 'string' ? modelHash : null,
    created: typeof created === 'string' ? created : null,
    broken,
  };
}
