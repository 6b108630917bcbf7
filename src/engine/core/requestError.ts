import { EngineError } from '../engineError';
import type { Problem, Why } from '../problem';

/** A request that cannot be answered as asked: which field, and what is wrong with it. */
export class RequestError extends EngineError<Extract<Why, { readonly kind: 'request' }>> {
  /**
   * @param field of the request or, with an entry, of that entry of its log; empty for all of it
   * @param entry index in the log
   */
  constructor(field: string, problem: Problem, entry: number | null = null) {
    super({ kind: 'request', field, entry, problem });
  }
}
