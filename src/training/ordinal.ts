import type { RatingScale } from '../model/config';
import {
  mean,
  mul,
  reshape,
  type Scalar,
  softplus,
  sub,
  type Tensor1D,
  tensor1d,
  tensor2d,
  tidy,
} from './tf';

/** θ: the midpoints between neighbouring steps of a scale, in rating units. */
export function thresholds({ min, max, step }: Pick<RatingScale, 'min' | 'max' | 'step'>): Float32Array {
  const gaps = Math.round((max - min) / step);
  return Float32Array.from({ length: gaps }, (_, k) => min + (k + 0.5) * step);
}

/**
 * Ordinal loss of predictions r̂ [n] against ratings [n]: with P(r > θ_k) = σ((r̂ − θ_k)/τ), the mean binary
 * cross-entropy over ratings and thresholds. Proportional odds after McCullagh 1980, with fixed thresholds.
 * @param tau τ in rating units: small, it draws predictions to the median; large, it nears a squared loss.
 */
export function ordinalLoss(
  predicted: Tensor1D,
  truth: Float32Array,
  scale: Pick<RatingScale, 'min' | 'max' | 'step'>,
  tau: number,
): Scalar {
  const theta = thresholds(scale);
  const above = new Float32Array(truth.length * theta.length);
  truth.forEach((rating, row) => {
    theta.forEach((border, k) => {
      if (rating > border) above[row * theta.length + k] = 1;
    });
  });
  return tidy(() => {
    const logits = mul(sub(reshape(predicted, [-1, 1]), tensor1d(theta)), 1 / tau);
    // ln(1 + e^z) − z·y
    return mean(sub(softplus(logits), mul(logits, tensor2d(above, [truth.length, theta.length])))) as Scalar;
  });
}
