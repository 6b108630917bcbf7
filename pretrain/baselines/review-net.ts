import { type Random, random } from '../random';
import {
  add,
  concat,
  dropout,
  matMul,
  mul,
  relu,
  reshape,
  softmax,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor2d,
  tidy,
  type Variable,
  variable,
} from '../tf';
import type { ReviewBatch } from './documents';

export interface ReviewNetSizes {
  /** E: width of a text vector. */
  readonly vector: number;
  /** Hidden units of the attention over reviews. */
  readonly attention: number;
  /** Latent factors of the product of both documents. */
  readonly factors: number;
  /** Hidden units of the multilayer perceptron over both documents. */
  readonly hidden: number;
}

/** Names and shapes of the weights. */
const shapesOf = ({ vector: E, attention: A, factors: F, hidden: H }: ReviewNetSizes) => ({
  'users/attention/review': [E, A],
  'users/attention/query': [E, A],
  'users/attention/bias': [1, A],
  'users/attention/vector': [A, 1],
  'users/factors': [E, F],
  'items/attention/review': [E, A],
  'items/attention/query': [E, A],
  'items/attention/bias': [1, A],
  'items/attention/vector': [A, 1],
  'items/factors': [E, F],
  'mlp/kernel': [2 * E + 2, H],
  'mlp/bias': [1, H],
  'mlp/output': [H, 1],
  'output/bias': [1, 1],
});

type ReviewNetName = keyof ReturnType<typeof shapesOf>;
export type ReviewNetValues = Record<ReviewNetName, Float32Array>;

/** Both sides of a batch of pairs. */
export interface PairDocuments {
  readonly users: ReviewBatch;
  readonly items: ReviewBatch;
}

/**
 * What reviews say of a pair, after NARRE (Chen et al., WWW 2018): the document of either side is the sum of the vectors
 * of its reviews weighted by an attention that sees the review and the mean vector of the other side; both documents
 * meet in a product of latent factors and in a multilayer perceptron. No ratings and no ids enter.
 */
export class ReviewNet {
  private readonly weights: Record<ReviewNetName, Variable>;

  constructor(
    private readonly sizes: ReviewNetSizes,
    seed: number,
  ) {
    const made = Object.entries(shapesOf(sizes)).map(([name, shape]) => {
      const source = random(seed, 'review attention', name);
      // Outputs start near nothing, so that training starts from the damped biases.
      const small = name === 'mlp/output' || name.endsWith('/factors') ? 0.3 : 1;
      const limit = name.endsWith('/bias') ? 0 : small * Math.sqrt(6 / (shape[0] + shape[1]));
      const values = Float32Array.from(
        { length: shape[0] * shape[1] },
        () => (2 * source.next() - 1) * limit,
      );
      // The variable holds a copy; tidy frees the tensor that it was made from.
      return [name, tidy(() => variable(tensor2d(values, shape as [number, number])))];
    });
    this.weights = Object.fromEntries(made);
  }

  get variables(): Variable[] {
    return Object.values(this.weights);
  }

  /** A copy of the weights, off the backend. */
  read(): ReviewNetValues {
    const values = Object.entries(this.weights).map(([name, w]) => [name, Float32Array.from(w.dataSync())]);
    return Object.fromEntries(values);
  }

  write(values: ReviewNetValues): void {
    for (const [name, w] of Object.entries(this.weights))
      tidy(() => w.assign(tensor2d(values[name as ReviewNetName], w.shape as [number, number])));
  }

  dispose(): void {
    for (const w of this.variables) w.dispose();
  }

  /** Σ of squares of all kernels: what weight decay holds down. */
  norm(): Tensor {
    const kernels = Object.entries(this.weights).filter(([name]) => !name.endsWith('/bias'));
    return kernels.map(([, w]) => sum(mul(w, w))).reduce((a, b) => add(a, b));
  }

  /**
   * Rating correction [batch] of pairs, in rating units.
   * @param drop share of the entries of a document that training hides, and where its randomness comes from.
   */
  forward(pairs: PairDocuments, drop?: { share: number; source: Random }): Tensor1D {
    return tidy(() => {
      const { weights: w } = this;
      const batch = pairs.users.logCounts.length;
      const hide = (document: Tensor2D): Tensor2D =>
        drop
          ? (dropout(document, drop.share, undefined, 1 + drop.source.next() * 1e6) as Tensor2D)
          : document;
      const user = hide(this.document('users', pairs.users, pairs.items));
      const item = hide(this.document('items', pairs.items, pairs.users));
      const product = sum(
        mul(
          matMul(user, w['users/factors'] as Tensor as Tensor2D),
          matMul(item, w['items/factors'] as Tensor as Tensor2D),
        ),
        1,
      );
      const counts = [pairs.users, pairs.items].map((side) => tensor2d(side.logCounts, [batch, 1]));
      const input = concat([user, item, ...counts], 1) as Tensor2D;
      const hidden = relu(add(matMul(input, w['mlp/kernel'] as Tensor as Tensor2D), w['mlp/bias']));
      const deep = add(matMul(hidden as Tensor2D, w['mlp/output'] as Tensor as Tensor2D), w['output/bias']);
      return add(product, reshape(deep, [batch])) as Tensor1D;
    });
  }

  /** Σ α·x over the reviews of one side, [batch, E]; 0 without reviews. */
  private document(side: 'users' | 'items', reviews: ReviewBatch, counterpart: ReviewBatch): Tensor2D {
    const { vector: E, attention: A } = this.sizes;
    const batch = reviews.logCounts.length;
    const L = reviews.length;
    const weight = (part: 'review' | 'query' | 'bias' | 'vector') =>
      this.weights[`${side}/attention/${part}`] as Tensor as Tensor2D;
    const x = tensor2d(reviews.vectors, [batch * L, E]);
    const query = add(matMul(tensor2d(counterpart.means, [batch, E]), weight('query')), weight('bias'));
    const seen = reshape(matMul(x, weight('review')), [batch, L, A]);
    const hidden = reshape(relu(add(seen, reshape(query, [batch, 1, A]))), [batch * L, A]);
    const logits = reshape(matMul(hidden as Tensor2D, weight('vector')), [batch, L]);
    const mask = tensor2d(reviews.mask, [batch, L]);
    // −1e9 and not −∞: softmax over a row of −∞ is NaN on every backend.
    const attention = mul(softmax(add(logits, mul(sub(mask, 1), 1e9)) as Tensor2D), mask);
    // A product and not a broadcast multiplication with a sum: those are slow on WASM.
    const weighted = matMul(reshape(attention, [batch, 1, L]), reshape(x, [batch, L, E]));
    return reshape(weighted, [batch, E]);
  }
}
