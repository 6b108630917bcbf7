import type { EngineError } from '../engine/engineError';
import type { ColdProgress, ColdReport, ColdRequest } from '../engine/questions/coldStart';
import type { FeedbackProgress, FeedbackReport, FeedbackRequest } from '../engine/questions/feedbackLoop';
import type { GoalProgress, GoalReport, GoalRequest } from '../engine/questions/goalSeek';
import type { SimulatedLog } from '../engine/simulatedLog';
import { type Asked, type Inquiry, same } from './ask';
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

interface Example<R, T, P> extends Part<Inquiry<R, T, P>> {
  /** What there is to work out; null where there is nothing. */
  readonly requestOf: (state: SessionState) => R | null;
}

type AnyExample = Example<unknown, unknown, unknown>;

/** Whether nothing of an example is left to be done: of what there is to work out now, not of what somebody else had. */
const isOver = ({ of }: Session, example: AnyExample, state: SessionState): boolean => {
  const request = example.requestOf(state);
  const { asking, asked } = of(example).getState();
  return request === null || (!asking && same(asked, request));
};

function example<R, T, P>(
  requestOf: (state: SessionState) => R | null,
  ask: (engine: Session['engine'], request: R, tell: (progress: P) => void) => Promise<T>,
  earlier: readonly unknown[] = [],
): Example<R, T, P> {
  const before = earlier as readonly AnyExample[];
  const use = resource<R, T, P>((session) => {
    const { engine, of } = session;
    const own: readonly Known[] = [of(useColdStart), of(useGoalSeek), of(useFeedbackLoop)];
    return {
      of: (state) => {
        if (state.at !== null) return null;
        if (own.some((one) => one.getState().asking)) return undefined;
        return before.every((one) => isOver(session, one, state)) ? requestOf(state) : undefined;
      },
      sources: [...own, ...before.map((one) => of(one))].map((one) => (look) => one.subscribe(look)),
      ask: (request, tell) => ask(engine, request, tell),
      keeps: () => false,
      // Whoever begins an experiment takes over.
      insists: false,
      stop: () => void engine.stopExperiment(),
    };
  });
  return Object.assign(use, { requestOf });
}

/** What is known of the person and the reviews that are there now. */
export const nowOf = <R extends { readonly person: string; readonly log: SimulatedLog }, T, P>(
  { of, answer }: Asked<R, T, P>,
  { person, history }: Pick<SessionState, 'person' | 'history'>,
): T | null => (of !== null && of.person === person && same(of.log, history.present) ? answer : null);

/** Why there is nothing, where that is about the person who is chosen now. */
export const failureNow = <R extends { readonly person: string }, T, P>(
  { asked, failure }: Asked<R, T, P>,
  { person }: Pick<SessionState, 'person'>,
): EngineError | null => (asked?.person === person ? failure : null);

export const useColdExample = example<ColdRequest, ColdReport, ColdProgress>(
  (state) => coldRequest(state, { points: SMALLEST.points, leftOut: 0 }),
  (engine, request, tell) => engine.coldStart(request, tell),
);

export const useGoalExample = example<GoalRequest, GoalReport, GoalProgress>(
  (state) => goalRequest({ goal: null, change: null }, state, SMALLEST.tried),
  (engine, request, tell) => engine.goalSeek(request, tell),
  [useColdExample],
);

export const useLoopExample = example<FeedbackRequest, FeedbackReport, FeedbackProgress>(
  (state) =>
    loopRequest({ who: 'chosen', gives: 'predicted', rounds: SMALLEST.rounds }, state, SMALLEST.seeds),
  (engine, request, tell) => engine.feedbackLoop(request, tell),
  [useColdExample, useGoalExample],
);
