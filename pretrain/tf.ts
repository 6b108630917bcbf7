/** The one door of training to TensorFlow.js: all of its core, gradients too, since no page loads it. */
export * from '@tensorflow/tfjs-core';
export { tidy } from '../src/model/tf';
