/**
 * The one door to TensorFlow.js. Functions are imported by name, so that tree-shaking keeps working, and no
 * chained tensor methods are used, so that none need registering.
 */
import { _FusedMatMul, tidy as coreTidy, engine, type Tensor1D, type Tensor3D } from '@tensorflow/tfjs-core';

export {
  add,
  backend,
  concat,
  dispose,
  engine,
  env,
  gather,
  gatherND,
  getBackend,
  keep,
  matMul,
  memory,
  mul,
  ready,
  relu,
  removeBackend,
  reshape,
  setBackend,
  sigmoid,
  slice,
  softmax,
  split,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tanh,
  tensor,
  tensor1d,
  tensor2d,
  tensor3d,
  tensorScatterUpdate,
  zeros,
} from '@tensorflow/tfjs-core';

/**
 * Frees every tensor made inside `run` but those it returns, at any depth of an object or array. Typed for the
 * interfaces of this project, which the upstream type refuses for want of an index signature. Never spans an await.
 */
export const tidy = coreTidy as unknown as <T>(run: () => T) => T;

/**
 * activation(a · b + bias) as one kernel, [1, n, k] · [1, k, m] + [m]. The public op of this kernel wraps every call in
 * a gradient and three reshapes, which cost more than a small product; this one has no gradient.
 */
export const affine = (
  a: Tensor3D,
  b: Tensor3D,
  bias: Tensor1D,
  activation: 'linear' | 'sigmoid',
): Tensor3D =>
  engine().runKernel(
    _FusedMatMul,
    { a, b, bias },
    { transposeA: false, transposeB: false, activation, leakyreluAlpha: 0 },
  );
