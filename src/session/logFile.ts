import type { SimulatedLog } from '../engine/simulatedLog';

/** Version of the format in which logs are kept, in the browser and in files alike. */
export const LOG_SCHEMA = 1;

/** What a log was made with. */
export interface LogOrigin {
  /** Id of the bundle. */
  readonly dataset: string;
  readonly modelHash: string;
  /** ISO date. */
  readonly created: string;
}

/** A log as text: JSON with one entry a line, so that a person can read it and compare two. */
export function writeLogFile(log: SimulatedLog, { dataset, modelHash, created }: LogOrigin): string {
  const head = JSON.stringify({ schema: LOG_SCHEMA, dataset, modelHash, created });
  const lines = log.map((entry) => `\n${JSON.stringify(entry)}`);
  return `${head.slice(0, -1)},"log":[${lines.join(',')}\n]}\n`;
}

/** Name under which a log is saved; the day tells two apart. */
export const logFileName = ({ dataset, created }: Pick<LogOrigin, 'dataset' | 'created'>): string =>
  `drex-${dataset}-${created.slice(0, 10)}.json`;
