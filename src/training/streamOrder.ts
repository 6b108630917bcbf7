import type { TrainingData } from './trainingData';

/**
 * How an episode streams its support part. Where the source tells every time, states are later replayed by time, and
 * training that streams at random learns for an order that never comes: `replay` keeps it. Where only each person's own
 * order is known, `interleaved` keeps that and draws anew how people meet. `shuffled` keeps nothing.
 */
export type StreamOrder = 'replay' | 'interleaved' | 'shuffled';

/**
 * Rows in the order in which they are streamed.
 * @param dealt rows of the data, at random
 */
export function streamed(
  { users }: Pick<TrainingData, 'users'>,
  dealt: Int32Array,
  order: StreamOrder,
): Int32Array {
  if (order === 'shuffled') return dealt;
  const sorted = dealt.slice().sort();
  if (order === 'replay') return sorted;
  const own = new Map<number, number[]>();
  for (const row of sorted) {
    const list = own.get(users[row]);
    if (list) list.push(row);
    else own.set(users[row], [row]);
  }
  // Each place stays with the person it was dealt to.
  const taken = new Map<number, number>();
  return dealt.map((row) => {
    const user = users[row];
    const k = taken.get(user) ?? 0;
    taken.set(user, k + 1);
    return own.get(user)![k];
  });
}
