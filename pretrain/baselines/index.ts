export { type Baseline, candidatesOf, type History, heldOutOf, historyOf, knownWords } from './baseline';
export { catalogueScores } from './catalogue-scores';
export { tuneBaselines } from './tune-all';
