export { stateOf } from '../data/modelState';
