import type { FeedbackRequest } from '../engine/questions/feedbackLoop';
import { freshPerson, nextKey } from './draft';
import { experimentOn, useFeedbackLoop } from './experiments';
import { LIST } from './labs';
import { choose, slice } from './part';
import type { SessionState, Verb } from './session';
import { addReviews, selectPerson } from './verbs';

/** Numbers of rounds that are offered. */
const ROUNDS = [5, 10, 20] as const;
/** One run of the control for each. */
export const SEEDS = [1, 2, 3, 4, 5] as const;

type Gives = FeedbackRequest['gives'];

export interface LoopState {
  /** Who goes through the rounds: the chosen person as they are, or somebody new. */
  readonly who: 'chosen' | 'new';
  readonly gives: Gives;
  /** Rounds that somebody chose; fewer where there are not enough items. */
  readonly rounds: number;
}

/** What goes through the loop; kept while one looks at another view. */
export const useLoop = slice<LoopState>({
  who: 'chosen',
  gives: 'predicted',
  rounds: 10,
});

export const setLoop = (loop: Partial<LoopState>): Verb => choose(useLoop, loop);

type Seen = Pick<SessionState, 'history' | 'person' | 'view' | 'start'>;

/** Who would go through the rounds, and how many there can be: in the end some item must be left to recommend. */
export function loopIn({ who, rounds }: Pick<LoopState, 'who' | 'rounds'>, session: Seen) {
  const { view, start } = session;
  const left = (who === 'chosen' ? view?.candidates : start?.dataset.counts.items) ?? 0;
  const offered = ROUNDS.filter((one) => one < left);
  return {
    person: who === 'chosen' ? session.person : freshPerson(session),
    offered,
    rounds: offered.findLast((one) => one <= rounds) ?? null,
  };
}

/** The rounds to go through, beside so many draws; null where there is nothing to go through. */
export function loopRequest(
  loop: LoopState,
  session: SessionState,
  seeds: readonly number[],
): FeedbackRequest | null {
  const { person, rounds } = loopIn(loop, session);
  if (!person || rounds === null) return null;
  const log = session.history.present;
  return {
    log,
    person,
    newKeys: Array.from({ length: rounds }, (_, k) => nextKey(log, k + 1)),
    top: LIST,
    gives: loop.gives,
    seeds,
  };
}

/** Goes through the rounds. */
export const runLoop: Verb = ({ store, of, act }) => {
  const request = loopRequest(of(useLoop).getState(), store.getState(), SEEDS);
  if (request) act(experimentOn(useFeedbackLoop, request));
};

/** Adds the reviews of all rounds to the log, undone together, and goes on with the person who wrote them. */
export const applyLoop: Verb = ({ store, of, act }) => {
  const { asked, answer: report } = of(useFeedbackLoop).getState();
  if (!asked || !report) return;
  if (store.getState().person !== asked.person) {
    act(setLoop({ who: 'chosen' }));
    act(selectPerson(asked.person));
  }
  act(addReviews(report.entries));
};
