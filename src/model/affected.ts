import type { InteractionIds } from './tbatch';

/**
 * Rows that an edit may change: the edited rows and, after them, every row that shares a user or an item with one of
 * these, and so on in order. All other rows keep their gates, and every entity its state up to its first row here.
 * @param changed edited rows, ascending: whose features differ, or which come or go
 * @returns row numbers of the log, ascending
 */
export function affectedRows(log: InteractionIds, ...changed: number[]): Int32Array {
  const edited = new Set(changed);
  const users = new Set<number>();
  const items = new Set<number>();
  const affected: number[] = [];
  for (let row = changed[0] ?? log.users.length; row < log.users.length; row++) {
    const [user, item] = [log.users[row], log.items[row]];
    if (!edited.has(row) && !users.has(user) && !items.has(item)) continue;
    users.add(user);
    items.add(item);
    affected.push(row);
  }
  return Int32Array.from(affected);
}
