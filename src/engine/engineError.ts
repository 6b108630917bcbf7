/** Why a question has no answer. Errors are told apart by this, never by their words, which are for reading. */
export type ErrorKind =
  /** A newer question, or a stop, has taken over. */
  | 'superseded'
  /** It cannot be answered as asked: `field` says what of it is wrong, `entry` in which entry of the log. */
  | 'request'
  /** Files of the data set are missing or damaged. */
  | 'data'
  /** No backend can run the model here. */
  | 'backend'
  /** The worker cannot be loaded, or stops again and again. */
  | 'died'
  /** The engine has been closed. */
  | 'closed'
  /** Anything else: a fault of the engine itself. */
  | 'fault';

/** The part of a request that an error is about. */
export interface ErrorPlace {
  /** Field of the request or, with an entry, of that entry; null where none is to blame. */
  readonly field: string | null;
  /** Index of an entry of the log; null where none is to blame. */
  readonly entry: number | null;
}

const NOWHERE: ErrorPlace = { field: null, entry: null };

/** What every question of the engine rejects with, on either side of the worker's boundary. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly field: string | null;
  readonly entry: number | null;

  /** @param problem what is wrong, without the place that the message may name too */
  constructor(
    readonly kind: ErrorKind,
    message: string,
    { field, entry }: ErrorPlace = NOWHERE,
    readonly problem: string = message,
  ) {
    super(message);
    this.field = field;
    this.entry = entry;
  }
}

export const isSuperseded = (error: unknown): error is EngineError =>
  error instanceof EngineError && error.kind === 'superseded';

export const isRequestError = (error: unknown): error is EngineError =>
  error instanceof EngineError && error.kind === 'request';

/** The error itself where it has a kind, else as a fault. */
export function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const fault = new EngineError('fault', error instanceof Error ? error.message : String(error));
  if (error instanceof Error && error.stack) fault.stack = error.stack;
  return fault;
}
