import { type TransferHandler, transferHandlers } from 'comlink';
import { asEngineError, EngineError } from './engineError';

type Thrown = { readonly value: unknown };
type Sent = Pick<EngineError, 'kind' | 'message' | 'field' | 'entry' | 'problem'> & {
  readonly stack: string | undefined;
};

const NAME = 'throw';
const plain = transferHandlers.get(NAME) as TransferHandler<Thrown, unknown>;

const typed: TransferHandler<Thrown, Sent> = {
  canHandle: plain.canHandle,
  serialize({ value }) {
    const { kind, message, field, entry, problem, stack } = asEngineError(value);
    return [{ kind, message, field, entry, problem, stack }, []];
  },
  deserialize({ kind, message, problem, stack, ...place }) {
    const error = new EngineError(kind, message, place, problem);
    if (stack) error.stack = stack;
    throw error;
  },
};

/** Lets errors keep their kind and place on the way between page and worker; both ends need it. */
export const carryErrors = (): void =>
  void transferHandlers.set(NAME, typed as TransferHandler<unknown, unknown>);
