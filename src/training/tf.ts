/**
 * The one door of training to TensorFlow.js: all of its core, since no page loads it at first. No chained tensor methods
 * are used, so that none need registering; gradients are registered by whoever starts a training (`gradients.ts`).
 */
export * from '@tensorflow/tfjs-core';
export { tidy } from '../model/tf';
