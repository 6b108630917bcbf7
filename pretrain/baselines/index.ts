export { type Baseline, type History, heldOutOf, historyOf } from './baseline';
export { catalogueScores } from './catalogue-scores';
export { baselineRows, tuneBaselines } from './tune-all';
