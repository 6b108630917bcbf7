/** What the screens behind the first show, in one file that is loaded when the first of it is asked. */
export { compare } from './compare';
export { effect } from './effect';
export { evaluate } from './evaluate';
export { evidence } from './evidence';
export { leaveOneOut } from './leaveOneOut';
export { map } from './map';
export { pairs } from './pairs';
export { reasons, recommend } from './recommend';
export { standing } from './standing';
export { timeline } from './timeline';
