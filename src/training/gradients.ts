/** Registers the gradients of all kernels, as a bundler takes them; a plain script of Node has them from `@tensorflow/tfjs`. */
import '@tensorflow/tfjs-core/dist/register_all_gradients';
