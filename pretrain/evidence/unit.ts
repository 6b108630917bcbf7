/**
 * One unit in a process of its own: node … unit.ts REQUEST, where REQUEST is JSON of {@link UnitRequest}. Writes the
 * result to the file that the request names, in one go, so that a kill leaves nothing half-written.
 */
import { replaceFile } from '../../scripts/replace.mjs';
import { startTensorFlow } from '../node-tf';
import { readSet, type SetId } from './sets';
import type { Folders } from './train-unit';
import type { Unit } from './units';
import { doUnit } from './work';

export interface UnitRequest {
  readonly set: SetId;
  readonly from: string;
  readonly unit: Unit;
  readonly folders: Folders;
  readonly result: string;
}

const { set, from, unit, folders, result }: UnitRequest = JSON.parse(process.argv[2]);
if (unit.kind !== 'planted') await startTensorFlow();
const done = await doUnit(readSet(set, from), unit, folders);
replaceFile(result, JSON.stringify(done));
