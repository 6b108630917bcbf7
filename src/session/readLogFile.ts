import { type ReadEntries, readEntries } from './entries';
import { LOG_SCHEMA } from './logFile';
import { reasonOf } from './reason';
import { salvage } from './salvage';

export interface ReadLog extends ReadEntries {
  /** Null where it does not say. */
  readonly dataset: string | null;
  readonly modelHash: string | null;
  readonly created: string | null;
  /** Where the text stops being JSON, in words; null where it is sound. How much is missing cannot be told then. */
  readonly broken: string | null;
}

/** Why nothing can be read. */
export interface Unreadable {
  readonly refusal: string;
  /** Sound, but of a version of the page that is yet to come: not to be touched. */
  readonly newer: boolean;
}

const refuse = (refusal: string, newer = false): Unreadable => ({ refusal, newer });

/** Reads what {@link writeLogFile} wrote, or what became of it. Never throws: what is wrong is left out and named. */
export function readLogFile(source: string): ReadLog | Unreadable {
  // Letters of two bytes, read as letters of one.
  if (/^.{0,3}(?:\{\0|\0\{)/.test(source)) return refuse('It is saved as UTF-16; save it as UTF-8.');
  let json: unknown;
  let broken: string | null = null;
  try {
    json = JSON.parse(source);
  } catch (error) {
    broken = reasonOf(error);
    json = salvage(source);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return refuse('It is no log of this page.');
  const { schema, dataset, modelHash, created, log } = json as Record<string, unknown>;
  if (typeof schema === 'number' && schema > LOG_SCHEMA)
    return refuse(
      `It was made by a newer version of this page (schema ${schema}, here ${LOG_SCHEMA}).`,
      true,
    );
  if (broken === null && schema !== LOG_SCHEMA)
    return refuse(`It is no log of this page: field schema is not ${LOG_SCHEMA}.`);
  if (!Array.isArray(log)) return refuse('Its field log is missing or not a list.');
  return {
    ...readEntries(log),
    dataset: typeof dataset === 'string' ? dataset : null,
    modelHash: typeof modelHash === 'string' ? modelHash : null,
    created: typeof created === 'string' ? created : null,
    broken,
  };
}
