import type { ColdProgress, ColdReport, ColdRequest } from '../engine/questions/coldStart';
import type { FeedbackProgress, FeedbackReport, FeedbackRequest } from '../engine/questions/feedbackLoop';
import type { GoalProgress, GoalReport, GoalRequest } from '../engine/questions/goalSeek';
import { type AskRules, type Question, question } from './ask';
import { engine } from './store';

/** What an experiment found so far stays when it is stopped or fails; it gives way to the next. */
const experiment = <R, T, P>(ask: AskRules<R, T, P>['ask']): Question<R, T, P> =>
  question({ ask, keeps: () => false, outlives: true, stop: () => void engine().stopExperiment() });

export const useGoalSeek = experiment<GoalRequest, GoalReport, GoalProgress>((request, tell) =>
  engine().goalSeek(request, tell),
);
export const useColdStart = experiment<ColdRequest, ColdReport, ColdProgress>((request, tell) =>
  engine().coldStart(request, tell),
);
export const useFeedbackLoop = experiment<FeedbackRequest, FeedbackReport, FeedbackProgress>(
  (request, tell) => engine().feedbackLoop(request, tell),
);

/** Gives up the one that is under way: there is one at a time. */
export function stopExperiment(): void {
  for (const one of [useGoalSeek, useColdStart, useFeedbackLoop]) one.stop();
}

/** Runs one experiment, in place of the one under way. */
export function experimentOn<R, T, P>(on: Question<R, T, P>, request: R): void {
  stopExperiment();
  void on.ask(request);
}
