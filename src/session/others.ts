import type { EaseList, EaseRequest, Others, OthersRequest } from '../engine/questions/others';
import { resource } from './part';
import type { SessionState, Verb } from './session';

const now = ({ person, history, at }: SessionState): EaseRequest | null =>
  person === null ? null : { log: history.present, at, person };

/** Lists of somebody else would stand below the wrong name. */
const ofOne = (held: EaseRequest, request: EaseRequest): boolean => held.person === request.person;

/** What other recommenders show the person, on the log as it is now. */
export const useOthers = resource<OthersRequest, Others>(({ engine }) => ({
  of: (state) => {
    const request = now(state);
    return request && { ...request, times: state.history.times };
  },
  ask: (request) => engine.others(request),
  keeps: ofOne,
}));

/** The list of EASE, which may take a while; progress is the share that is done. */
export const useEase = resource<EaseRequest, EaseList, number>(({ engine }) => ({
  of: now,
  ask: (request, tell) => engine.ease(request, tell),
  keeps: ofOne,
  stop: () => void engine.stopEase(),
}));

/** Takes up what was stopped. */
export const solveEase: Verb = ({ store, of }) => {
  const request = now(store.getState());
  if (request) void of(useEase).ask(request);
};
