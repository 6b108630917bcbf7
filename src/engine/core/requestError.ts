import { EngineError } from '../engineError';

/** A request that cannot be answered as asked; the message names the field and what would be right. */
export class RequestError extends EngineError {
  /**
   * @param field of the request or, with an entry, of that entry of its log; empty for all of it
   * @param entry index in the log
   */
  constructor(field: string, problem: string, entry: number | null = null) {
    const place = entry === null ? field : `entry ${entry + 1} of the log${field && `, ${field}`}`;
    super('request', `${place}: ${problem}`, { field, entry }, problem);
  }
}
