import { UsageError } from '../scripts/options.mjs';
import { defaultRelevant } from '../src/model/metrics';

/**
 * Smallest relevant rating of a run: what `--relevant` gives, else what suits the scale.
 * @throws UsageError where what is given lies outside the scale.
 */
export function relevantOn(
  scale: { readonly min: number; readonly max: number },
  given: number | undefined,
): number {
  if (given === undefined) return defaultRelevant(scale);
  if (given < scale.min || given > scale.max)
    throw new UsageError(
      `--relevant must be a number from ${scale.min} to ${scale.max}, the scale of the ratings, not "${given}".`,
    );
  return given;
}
