import type { PeopleAsSeen } from '../src/training/form';
import { add, gather, matMul, mul, softmax, sub, sum, type Tensor2D, tensor1d, tensor2d, tidy } from './tf';

/**
 * A trial: the person's state u is joined, for each item with state q, by what of the person's history speaks to it:
 *
 *     u + Σ_τ a_τ x_τ,   a = softmax over the history of ⟨q, x_τ⟩/√D
 *
 * Scaled dot-product attention (Vaswani et al. 2017) without kernels of its own, so the weights keep their format.
 */
export interface Past {
  /** x_τ of a streamed history [m, D]. */
  readonly x: Tensor2D;
  /** Of each person, the rows of the latest interactions, in the order of the history. */
  readonly rows: readonly Int32Array[];
}

/** Rows of the latest interactions of each of `people` in a log. */
export function latestRows(users: ArrayLike<number>, people: number, latest: number): Int32Array[] {
  const rows = Array.from({ length: people }, (): number[] => []);
  for (let row = 0; row < users.length; row++) rows[users[row]].push(row);
  return rows.map((own) => Int32Array.from(own.slice(-latest)));
}

/**
 * States of people as items see them, for pairs.
 * @param own u of each pair [n, D]; stays as it is of people without a history.
 * @param items q of each pair [n, D].
 * @param users the person of each pair.
 */
export function attend(own: Tensor2D, items: Tensor2D, past: Past, users: ArrayLike<number>): Tensor2D {
  const [n, D] = own.shape;
  const rows = Array.from(users, (user) => past.rows[user]);
  const longest = rows.reduce((most, one) => Math.max(most, one.length), 0);
  if (longest === 0) return mul(own, 1);
  const ids = new Int32Array(n * longest);
  const given = new Float32Array(n * longest);
  rows.forEach((one, k) => {
    ids.set(one, k * longest);
    given.fill(1, k * longest, k * longest + one.length);
  });
  return tidy(() => {
    const mask = tensor2d(given, [n, longest]);
    const x = gather(past.x, tensor1d(ids, 'int32')).reshape([n, longest, D]);
    const logits = mul(sum(mul(x, items.reshape([n, 1, D])), 2), 1 / Math.sqrt(D));
    // −1e9 and not −∞: softmax over a row of −∞ is NaN on every backend.
    const shares = mul(softmax(add(logits, mul(sub(mask, 1), 1e9))), mask);
    return add(own, sum(mul(x, shares.reshape([n, longest, 1])), 1)) as Tensor2D;
  });
}

/** How items see people who attend over their latest interactions in a history of features x [m, D]. */
export function attendOver(
  x: Tensor2D,
  users: ArrayLike<number>,
  people: number,
  latest: number,
): PeopleAsSeen {
  const past = { x, rows: latestRows(users, people, latest) };
  return (own, items, asked) => attend(own, items, past, asked);
}

/** One person's state as each of n items [n, D] sees it [n, D]: {@link attend} of one person, by products of matrices. */
export function attendAll(own: Tensor2D, items: Tensor2D, past: Past, user: number): Tensor2D {
  return tidy(() => {
    const rows = past.rows[user];
    if (rows.length === 0) return add(mul(items, 0), own) as Tensor2D;
    const x = gather(past.x, tensor1d(rows, 'int32'));
    const shares = softmax(mul(matMul(items, x, false, true), 1 / Math.sqrt(own.shape[1])));
    return add(own, matMul(shares as Tensor2D, x)) as Tensor2D;
  });
}
