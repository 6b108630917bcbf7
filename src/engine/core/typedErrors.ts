import { BundleError } from '../../data/errors';
import { asEngineError, EngineError } from '../engineError';

type Ask = (...given: unknown[]) => unknown;

/** Questions of which each, if it fails, fails with an {@link EngineError}. */
export function withTypedErrors<Asks extends object>(asks: Asks): Asks {
  const typed = Object.entries(asks).map(([name, ask]: [string, Ask]) => {
    const asked = async (...given: unknown[]) => {
      try {
        return await ask(...given);
      } catch (error) {
        throw error instanceof BundleError
          ? new EngineError({ kind: 'data', ...error.facts })
          : asEngineError(error);
      }
    };
    return [name, asked];
  });
  return Object.fromEntries(typed);
}
