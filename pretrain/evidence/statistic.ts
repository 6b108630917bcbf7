import type { Statistic } from '../../src/data/evidence';

/** A figure over the seeds. */
export const statistic = (values: readonly number[]): Statistic => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return { mean, deviation: values.length > 1 ? Math.sqrt(variance) : 0, values: [...values] };
};
