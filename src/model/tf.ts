/**
 * The one door to TensorFlow.js. Functions are imported by name, so that tree-shaking keeps working, and no
 * chained tensor methods are used, so that none need registering.
 */
import { tidy as coreTidy } from '@tensorflow/tfjs-core';

export {
  add,
  backend,
  cast,
  concat,
  customGrad,
  dispose,
  engine,
  env,
  exp,
  fused,
  type GradSaveFunc,
  gather,
  gatherND,
  getBackend,
  keep,
  matMul,
  maximum,
  memory,
  mul,
  neg,
  onesLike,
  pad,
  ready,
  relu,
  reshape,
  type Scalar,
  scalar,
  scatterND,
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
  tensorScatterUpdate,
  transpose,
  zeros,
  zerosLike,
} from '@tensorflow/tfjs-core';

/**
 * Frees every tensor made inside `run` but those it returns, at any depth of an object or array. Typed for the
 * interfaces of this project, which the upstream type refuses for want of an index signature. Never spans an await.
 */
export const tidy = coreTidy as unknown as <T>(run: () => T) => T;
