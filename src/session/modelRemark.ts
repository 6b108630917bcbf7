import { stateOf } from '../engine/modelState';
import type { DatasetInfo } from '../engine/start';
import type { Said, SaidKinds } from './said';

/**
 * What to say of reviews that were written with another state of the model than the one at hand; nothing where it is the
 * same, or not known.
 * @param hash all of it or its first digits
 * @param made what the reviews came in
 */
export function modelRemark(
  hash: string | null,
  dataset: Pick<DatasetInfo, 'modelHash' | 'earlier'>,
  made: SaidKinds['other-model']['made'],
): readonly Said[] {
  if (!hash) return [];
  const state = stateOf(hash, dataset);
  if (state.is === 'same') return [];
  return [{ is: 'other-model', made, change: state.is === 'other' ? null : state.earlier.change }];
}
