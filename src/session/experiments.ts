import type { ColdProgress, ColdReport, ColdRequest } from '../engine/questions/coldStart';
import type { FeedbackProgress, FeedbackReport, FeedbackRequest } from '../engine/questions/feedbackLoop';
import type { GoalProgress, GoalReport, GoalRequest } from '../engine/questions/goalSeek';
import type { Inquiry } from './ask';
import { asked, askFor, type Part } from './part';
import type { Session, Verb } from './session';

/** What an experiment found so far stays when it is stopped or fails; it gives way to the next. */
const experiment = <R, T, P>(
  ask: (engine: Session['engine'], request: R, tell: (progress: P) => void) => Promise<T>,
) =>
  asked<R, T, P>(({ engine }) => ({
    ask: (request, tell) => ask(engine, request, tell),
    keeps: () => false,
    outlives: true,
    stop: () => void engine.stopExperiment(),
  }));

export const useGoalSeek = experiment<GoalRequest, GoalReport, GoalProgress>((engine, request, tell) =>
  engine.goalSeek(request, tell),
);
export const useColdStart = experiment<ColdRequest, ColdReport, ColdProgress>((engine, request, tell) =>
  engine.coldStart(request, tell),
);
export const useFeedbackLoop = experiment<FeedbackRequest, FeedbackReport, FeedbackProgress>(
  (engine, request, tell) => engine.feedbackLoop(request, tell),
);

/** Gives up the one that is under way: there is one at a time. */
export const stopExperiment: Verb = ({ of }) => {
  for (const one of [of(useGoalSeek), of(useColdStart), of(useFeedbackLoop)]) one.stop();
};

/** Runs one experiment, in place of the one under way. */
export const experimentOn =
  <R, T, P>(on: Part<Inquiry<R, T, P>>, request: R): Verb =>
  ({ act }) => {
    act(stopExperiment);
    act(askFor(on, request));
  };
