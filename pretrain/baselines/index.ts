export { type Baseline, type Constants, type History, heldOutOf, historyOf } from './baseline';
export { tuneDamping } from './bias';
export { catalogueScores } from './catalogue-scores';
export { type BaselineParts, baselineRows, tuneBaselines } from './tune-all';
