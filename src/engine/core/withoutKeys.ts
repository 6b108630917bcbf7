import { isEdit } from '../edits';
import type { SimulatedLog } from '../simulatedLog';

/**
 * A log as if some interactions had never been. Those at its end just go: what is left is the log of before them, of
 * which the world is known already.
 */
export function withoutKeys(log: SimulatedLog, keys: readonly string[]): SimulatedLog {
  const deleted = new Set(keys);
  let length = log.length;
  for (; length > 0; length--) {
    const last = log[length - 1];
    if (isEdit(last) || !deleted.delete(last.key)) break;
  }
  return [...log.slice(0, length), ...Array.from(deleted, (key) => ({ edit: 'delete', key }) as const)];
}
