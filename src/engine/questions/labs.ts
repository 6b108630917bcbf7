/** The experiments, in one file that is loaded when the first one is made. */
export { coldStart } from './coldStart';
export { feedbackLoop } from './feedbackLoop';
export { goalSeek } from './goalSeek';
