import type { RatingScale } from '../model/config';
import { ordinalLoss } from './ordinal';
import { abs, add, mean, minimum, mul, type Scalar, square, sub, type Tensor1D, tensor1d, tidy } from './tf';

export interface LossOptions {
  /** Huber threshold in rating units; squared loss where 0. */
  readonly huber: number;
  /** Share of the absolute error in the loss, 0–1: draws predictions from the mean toward the median. */
  readonly absolute: number;
  /** τ of the {@link ordinalLoss} that replaces both, in deviations of the training ratings. */
  readonly ordinal?: number;
}

/** Mean loss of predicted ratings [n]: ½·error² or its Huber form, mixed with the absolute error; or the ordinal loss. */
export const lossOf = (
  predicted: Tensor1D,
  truth: Float32Array,
  scale: RatingScale,
  options: LossOptions,
): Scalar =>
  tidy(() => {
    if (options.ordinal !== undefined)
      return ordinalLoss(predicted, truth, scale, options.ordinal * scale.deviation);
    const error = sub(predicted, tensor1d(truth)) as Tensor1D;
    const smooth = options.huber > 0 ? huber(error, options.huber) : mul(mean(square(error)), 0.5);
    return add(mul(smooth, 1 - options.absolute), mul(mean(abs(error)), options.absolute)) as Scalar;
  });

/** Mean Huber loss, scaled to meet ½·error² near zero. */
const huber = (error: Tensor1D, threshold: number): Scalar =>
  tidy(() => {
    const size = abs(error);
    const inner = minimum(size, threshold);
    return mean(add(mul(square(inner), 0.5), mul(sub(size, inner), threshold))) as Scalar;
  });
