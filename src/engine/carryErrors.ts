import { type TransferHandler, transferHandlers } from 'comlink';
import { asEngineError, EngineError } from './engineError';
import type { Why } from './problem';

type Thrown = { readonly value: unknown };
type Sent = { readonly why: Why; readonly stack: string | undefined };

const NAME = 'throw';
const plain = transferHandlers.get(NAME) as TransferHandler<Thrown, unknown>;

const typed: TransferHandler<Thrown, Sent> = {
  canHandle: plain.canHandle,
  serialize({ value }) {
    const { why, stack } = asEngineError(value);
    return [{ why, stack }, []];
  },
  deserialize({ why, stack }) {
    const error = new EngineError(why);
    if (stack) error.stack = stack;
    throw error;
  },
};

/** Lets errors keep what they are on the way between page and worker; both ends need it. */
export const carryErrors = (): void =>
  void transferHandlers.set(NAME, typed as TransferHandler<unknown, unknown>);
