import { DataError } from '../../data/errors';
import type { EngineApi } from '../api';
import { asEngineError, EngineError } from '../engineError';

type Ask = (...given: unknown[]) => unknown;

/** An engine of which every question, if it fails, fails with an {@link EngineError}. */
export function withTypedErrors(engine: EngineApi): EngineApi {
  const typed = Object.entries(engine).map(([name, ask]: [string, Ask]) => {
    const asked = async (...given: unknown[]) => {
      try {
        return await ask(...given);
      } catch (error) {
        throw error instanceof DataError ? new EngineError('data', error.message) : asEngineError(error);
      }
    };
    return [name, asked];
  });
  return Object.fromEntries(typed);
}
