/** Interactions as two parallel id columns, in replay order. */
export interface InteractionIds {
  readonly users: ArrayLike<number>;
  readonly items: ArrayLike<number>;
}

/**
 * Cuts an ordered log into t-batches: groups of interactions in which no user and no item repeats, so that a whole
 * group runs as one matrix operation with the result of one-at-a-time replay. An interaction goes into the earliest
 * batch after all earlier ones of its user and of its item.
 * @param rows the part of the log to schedule, in replay order; all of it where left out
 * @returns row numbers of the log, batch by batch.
 */
export function scheduleTBatches(log: InteractionIds, rows?: ArrayLike<number>): Int32Array[] {
  const levelOfUser = new Map<number, number>();
  const levelOfItem = new Map<number, number>();
  const batches: number[][] = [];
  const length = rows?.length ?? log.users.length;
  for (let k = 0; k < length; k++) {
    const row = rows ? rows[k] : k;
    const user = log.users[row];
    const item = log.items[row];
    const level = Math.max(levelOfUser.get(user) ?? 0, levelOfItem.get(item) ?? 0);
    if (level === batches.length) batches.push([]);
    batches[level].push(row);
    levelOfUser.set(user, level + 1);
    levelOfItem.set(item, level + 1);
  }
  return batches.map((batch) => Int32Array.from(batch));
}
