import { stateOf } from '../engine/modelState';
import type { DatasetInfo } from '../engine/start';

/**
 * What to say of reviews that were written with another state of the model than the one at hand; null where it is the
 * same, or not known.
 * @param hash all of it or its first digits
 * @param made "This link was made": what the reviews came in
 */
export function modelRemark(
  hash: string | null,
  dataset: Pick<DatasetInfo, 'modelHash' | 'earlier'>,
  made: string,
): string | null {
  if (!hash) return null;
  const state = stateOf(hash, dataset);
  if (state.is === 'same') return null;
  if (state.is === 'other')
    return `${made} with another version of the model. The reviews were replayed with the present one, so numbers differ.`;
  return `${made} with an earlier state of this model. The reviews were replayed with the present one; what has changed since: ${state.earlier.change}`;
}
