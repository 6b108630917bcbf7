/** What looks into the model, in one file that is loaded when the first of it is asked. */
export { dimension } from './dimension';
export { faithfulness } from './faithfulness';
export { listFall } from './listFall';
export { open } from './open';
export { trace } from './trace';
