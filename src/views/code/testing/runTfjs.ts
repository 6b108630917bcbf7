// biome-ignore lint/style/noRestrictedImports: what a program says is run as it says it
import * as tf from '@tensorflow/tfjs-core';

/** Runs a TensorFlow.js program as it stands, but for its import; what became of it: null, or its error. */
export async function runTfjs(program: string): Promise<string | null> {
  const code = program.replace(/^import .*;\n/, '');
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  const log = tf.Tensor.prototype.print;
  tf.Tensor.prototype.print = () => {};
  try {
    await new AsyncFunction('tf', 'console', code)(tf, { log: () => {} });
    return null;
  } catch (error) {
    return String(error);
  } finally {
    tf.Tensor.prototype.print = log;
  }
}
