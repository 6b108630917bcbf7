/** All of TensorFlow.js's core, through the door of training. */
export * from '../src/training/tf';
