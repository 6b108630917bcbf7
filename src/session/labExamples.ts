import type { ColdProgress, ColdReport, ColdRequest } from '../engine/questions/coldStart';
import type { FeedbackProgress, FeedbackReport, FeedbackRequest } from '../engine/questions/feedbackLoop';
import type { GoalProgress, GoalReport, GoalRequest } from '../engine/questions/goalSeek';
import type { Inquiry } from './ask';
import { useColdStart, useFeedbackLoop, useGoalSeek } from './experiments';
import { coldRequest, goalRequest } from './labs';
import { loopRequest } from './loop';
import { type Part, resource } from './part';
import type { Session, SessionState } from './session';

/**
 * The smallest case of each experiment, worked out as soon as somebody looks: so that a result stands there before anything is
 * asked for. One after the other, and none beside an experiment that somebody runs.
 */

/** Numbers of reviews looked at, changes tried, rounds and draws. */
export const SMALLEST = { points: 5, tried: 20, rounds: 5, seeds: [1] } as const;

/** Of another experiment, whether it is under way. */
interface Known {
  getState(): { readonly asking: boolean; readonly asked: unknown };
  subscribe(listener: () => void): () => void;
}

function example<R, T, P>(
  requestOf: (state: SessionState) => R | null,
  ask: (engine: Session['engine'], request: R, tell: (progress: P) => void) => Promise<T>,
  after: (of: Session['of']) => Known | null,
): Part<Inquiry<R, T, P>> {
  return resource<R, T, P>(({ engine, of }) => {
    const own: readonly Known[] = [of(useColdStart), of(useGoalSeek), of(useFeedbackLoop)];
    const earlier = after(of);
    return {
      of: (state) => {
        const { asking, asked } = earlier?.getState() ?? { asking: false, asked: true };
        if (own.some((one) => one.getState().asking) || asking || asked === null) return undefined;
        return state.at === null ? requestOf(state) : null;
      },
      sources: [...own, ...(earlier ? [earlier] : [])].map((one) => (look) => one.subscribe(look)),
      ask: (request, tell) => ask(engine, request, tell),
      keeps: () => false,
      // Whoever begins an experiment takes over.
      insists: false,
      stop: () => void engine.stopExperiment(),
    };
  });
}

export const useColdExample = example<ColdRequest, ColdReport, ColdProgress>(
  (state) => coldRequest(state, { points: SMALLEST.points, leftOut: 0 }),
  (engine, request, tell) => engine.coldStart(request, tell),
  () => null,
);

export const useGoalExample = example<GoalRequest, GoalReport, GoalProgress>(
  (state) => goalRequest({ goal: null, change: null }, state, SMALLEST.tried),
  (engine, request, tell) => engine.goalSeek(request, tell),
  (of) => of(useColdExample),
);

export const useLoopExample = example<FeedbackRequest, FeedbackReport, FeedbackProgress>(
  (state) =>
    loopRequest({ who: 'chosen', gives: 'predicted', rounds: SMALLEST.rounds }, state, SMALLEST.seeds),
  (engine, request, tell) => engine.feedbackLoop(request, tell),
  (of) => of(useGoalExample),
);
