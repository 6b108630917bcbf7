import { beforeAll, describe, expect, it } from 'vitest';
import { random } from '../model/random';
import { startTraining } from './testing/startTraining';
import { matMul, tensor } from './tf';

describe('the matrix product for training', () => {
  beforeAll(startTraining);
  const source = random('product');
  const [m, k, n] = [37, 70, 41];
  const values = (rows: number, columns: number) =>
    Float32Array.from({ length: rows * columns }, () => source.normal());

  it.each([
    { transposeA: false, transposeB: false },
    { transposeA: true, transposeB: false },
    { transposeA: false, transposeB: true },
    { transposeA: true, transposeB: true },
  ])('is the sum over the shared dimension ($transposeA, $transposeB)', ({ transposeA, transposeB }) => {
    const a = values(m, k);
    const b = values(k, n);
    const flipped = (x: Float32Array, rows: number, columns: number) =>
      Float32Array.from(x, (_, at) => x[(at % rows) * columns + Math.floor(at / rows)]);
    for (const batch of [[], [1]]) {
      const left = tensor(transposeA ? flipped(a, m, k) : a, [...batch, ...(transposeA ? [k, m] : [m, k])]);
      const right = tensor(transposeB ? flipped(b, k, n) : b, [...batch, ...(transposeB ? [n, k] : [k, n])]);
      const product = matMul(left, right, transposeA, transposeB);
      expect(product.shape).toEqual([...batch, m, n]);
      product.dataSync().forEach((value, at) => {
        let sum = 0;
        for (let j = 0; j < k; j++) sum += a[Math.floor(at / n) * k + j] * b[j * n + (at % n)];
        expect(value).toBeCloseTo(sum, 4);
      });
    }
  });
});
