/** What reviews say, in one file that is loaded when the first of it is asked. */
export { quote } from './quote';
export { sentences } from './sentences';
