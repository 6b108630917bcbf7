import type { HeldOut, Pairs } from '../../src/model/metrics';
import { biasesOf, biasRatings } from '../../src/recommenders/bias';
import { Adam } from '../../src/training/optimizer';
import { random, range, shuffle } from '../random';
import { add, mean, mul, type Scalar, square, sub, type Tensor1D, tensor1d } from '../tf';
import type { Constants, History } from './baseline';
import { Documents, type VectorScale, vectorScale, vectorSize } from './documents';
import { rootMeanSquare } from './grid';
import { leaveOneOutBias } from './leave-one-out';
import { type PairDocuments, ReviewNet, type ReviewNetSizes, type ReviewNetValues } from './review-net';

export interface ReviewOptions {
  readonly attention: number;
  readonly factors: number;
  readonly hidden: number;
  /** Most reviews of an entity that are read. */
  readonly limit: number;
  /** Share of the entries of a document that training hides. */
  readonly dropout: number;
  /** Weight decay: factor of the sum of squared kernels in the loss. */
  readonly decay: number;
  readonly batch: number;
  readonly rate: number;
  /** Decay a step of the running mean of the weights, which is what is validated and kept. */
  readonly average: number;
  readonly epochs: number;
  /** Epochs without a new least validation error after which training stops. */
  readonly patience: number;
}

/** A trained net: weights, the scale that its vectors are brought to, and how it went. */
export interface TrainedReviews {
  readonly options: ReviewOptions;
  readonly sizes: ReviewNetSizes;
  readonly values: ReviewNetValues;
  readonly scale: VectorScale;
  /** The epoch that was kept; 0 where no epoch beat the damped biases. */
  readonly epoch: number;
  /** RMSE on validation, ratings not clipped; NaN where there is nothing to validate on. */
  readonly error: number;
}

/** Pairs that are predicted at a time. */
const CHUNK = 1024;

const documentsOf = (documents: Documents, pairs: Pairs): PairDocuments => ({
  users: documents.batch('users', pairs.users, pairs.items),
  items: documents.batch('items', pairs.users, pairs.items),
});

/** Corrections of the net for pairs, from the reviews of a history; in rating units. */
function corrections(net: ReviewNet, documents: Documents, pairs: Pairs): Float64Array {
  const result = new Float64Array(pairs.users.length);
  for (let from = 0; from < result.length; from += CHUNK) {
    const chunk = range(Math.min(CHUNK, result.length - from));
    const some = {
      users: chunk.map((k) => pairs.users[from + k]),
      items: chunk.map((k) => pairs.items[from + k]),
    };
    const predicted = net.forward(documentsOf(documents, some));
    result.set(predicted.dataSync(), from);
    predicted.dispose();
  }
  return result;
}

/**
 * Fits the net to what the damped biases leave of each train rating. Neither the biases nor the documents of a target
 * rest on the target itself. Keeps the weights of the epoch with the smallest validation error.
 */
export function trainReviews(
  config: Constants,
  train: History,
  validation: HeldOut,
  options: ReviewOptions,
  seed: number,
): TrainedReviews {
  const sizes: ReviewNetSizes = { ...options, vector: vectorSize(train) };
  const net = new ReviewNet(sizes, seed);
  const scale = vectorScale(train);
  const documents = new Documents(train, scale, options.limit);
  const bias = leaveOneOutBias(config, train);
  const residuals = Float32Array.from(bias, (b, row) => train.ratings[row] - b);
  const rated = range(train.users.length).filter((row) => !Number.isNaN(train.ratings[row]));
  const base = biasRatings(config, biasesOf(config, train), validation);
  const adam = new Adam(net.variables, 1);

  const validate = (): number => {
    const learned = corrections(net, documents, validation);
    return rootMeanSquare(
      base.map((b, k) => b + learned[k]),
      validation,
    );
  };
  const averages = net.read();
  const average = (): void => {
    for (const [name, now] of Object.entries(net.read())) {
      const running = averages[name as keyof ReviewNetValues];
      for (let k = 0; k < now.length; k++) running[k] += (1 - options.average) * (now[k] - running[k]);
    }
  };
  let best = { values: net.read(), epoch: 0, error: validate() };
  for (let epoch = 1; epoch <= options.epochs && epoch - best.epoch <= options.patience; epoch++) {
    const source = random(seed, 'review attention epoch', epoch);
    const order = shuffle(rated.slice(), source);
    for (let from = 0; from < order.length; from += options.batch) {
      const rows = order.subarray(from, from + options.batch);
      const pairs = { users: rows.map((r) => train.users[r]), items: rows.map((r) => train.items[r]) };
      const reviews = documentsOf(documents, pairs);
      adam.step(options.rate, () => {
        const predicted = net.forward(reviews, { share: options.dropout, source });
        const truth = tensor1d(Float32Array.from(rows, (r) => residuals[r]));
        const loss = mean(square(sub(predicted, truth) as Tensor1D));
        return add(loss, mul(net.norm(), options.decay)) as Scalar;
      });
      average();
    }
    const current = net.read();
    net.write(averages);
    const error = validate();
    if (process.env.TRACE) console.error(epoch, error);
    if (error < best.error || validation.ratings.length === 0) best = { values: net.read(), epoch, error };
    net.write(current);
  }
  adam.dispose();
  net.dispose();
  return { ...best, options, sizes, scale };
}

/** The trained net on a history: its damped biases plus what its reviews say; never a pair's own review. */
export function predictReviews(
  config: Constants,
  trained: TrainedReviews,
  history: History,
): (pairs: Pairs) => Float64Array {
  const documents = new Documents(history, trained.scale, trained.options.limit);
  const biases = biasesOf(config, history);
  return (pairs) => {
    const net = new ReviewNet(trained.sizes, 0);
    net.write(trained.values);
    const learned = corrections(net, documents, pairs);
    net.dispose();
    return biasRatings(config, biases, pairs).map((b, k) => b + learned[k]);
  };
}
