/**
 * Types of all that page and worker say to one another: for now in one place, until the page imports them from the
 * rooms that they live in. Types only, so that no answer's code reaches the page.
 */
export type * from './answers';
export type * from './contract';
export type * from './microscope';
export type * from './questions/attend';
export type * from './questions/check';
export type * from './questions/coldStart';
export type * from './questions/compare';
export type * from './questions/difference';
export type * from './questions/dimension';
export type * from './questions/effect';
export type * from './questions/evaluate';
export type * from './questions/evidence';
export type * from './questions/faithfulness';
export type * from './questions/feedbackLoop';
export type * from './questions/goalSeek';
export type * from './questions/leaveOneOut';
export type * from './questions/map';
export type * from './questions/open';
export type * from './questions/search';
export type * from './questions/snapshot';
export type * from './questions/timeline';
export type * from './questions/trace';
export type * from './questions/view';
export type * from './questions/waterfall';
export type * from './simulatedLog';
export type * from './start';
