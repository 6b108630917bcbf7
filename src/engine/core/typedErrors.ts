import { DataError } from '../../data/errors';
import { asEngineError, EngineError } from '../engineError';

type Ask = (...given: unknown[]) => unknown;

/** Questions of which each, if it fails, fails with an {@link EngineError}. */
export function withTypedErrors<Asks extends object>(asks: Asks): Asks {
  const typed = Object.entries(asks).map(([name, ask]: [string, Ask]) => {
    const asked = async (...given: unknown[]) => {
      try {
        return await ask(...given);
      } catch (error) {
        if (!(error instanceof DataError)) throw asEngineError(error);
        const { file, place, problem, remedy } = error;
        throw new EngineError({ kind: 'data', file, place, problem, remedy });
      }
    };
    return [name, asked];
  });
  return Object.fromEntries(typed);
}
