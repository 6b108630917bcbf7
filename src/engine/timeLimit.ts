/** Rings once after some milliseconds, unless the function that it returns is called; tests put another in its place. */
export type Timer = (ring: () => void, milliseconds: number) => () => void;

export const timer: Timer = (ring, milliseconds) => {
  const id = setTimeout(ring, milliseconds);
  return () => clearTimeout(id);
};

/** Something gave no answer in time; the message reads on from the name of what was asked. */
export class LateError extends Error {
  override readonly name = 'LateError';

  /** @param failed what did not happen */
  constructor(
    readonly failed: string,
    readonly seconds: number,
  ) {
    super(`${failed} within ${seconds} s`);
  }
}

/**
 * The answer of a promise. The clock starts when the promise has been made: work that blocks this thread before it gives
 * one does not count. What comes after the limit is ignored.
 * @param failed what did not happen, e.g. "did not answer"
 * @throws LateError "did not answer within 5 s"
 */
export async function within<T>(
  answer: Promise<T>,
  milliseconds: number,
  failed: string,
  start: Timer = timer,
): Promise<T> {
  let stop = () => {};
  const late = new Promise<never>((_, reject) => {
    stop = start(() => reject(new LateError(failed, milliseconds / 1000)), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    stop();
  }
}
