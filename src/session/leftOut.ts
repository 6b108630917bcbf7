import type {
  LeaveOneOut,
  LeaveOneOutProgress,
  LeaveOneOutRequest,
  LeftOut,
} from '../engine/questions/leaveOneOut';
import { answerTo, same } from './ask';
import { choose, resource, slice } from './part';
import type { Verb } from './session';
import { historyIn, useDrawn } from './timeline';
import { LIST_LENGTH } from './view';

/** What the marks of the timeline are sized by: what is left of each, or what would be different without it. */
export type Sizing = 'left' | 'without';

export const useSizing = slice<{ readonly sizing: Sizing }>({ sizing: 'left' });

export const setSizing = (sizing: Sizing): Verb => choose(useSizing, { sizing });

export const toggleSizing: Verb = ({ of }) =>
  of(useSizing).setState(({ sizing }) => ({ sizing: sizing === 'left' ? 'without' : 'left' }));

/** Milliseconds before progress is told: by then it has taken long enough to wonder. */
const PATIENCE = 500;

/** Leave-one-out of the drawn history; worked out only while somebody wants to see it. */
export const useLeftOut = resource<LeaveOneOutRequest, LeaveOneOut, LeaveOneOutProgress>(
  ({ engine, of: own }) => ({
    of(session, held) {
      const place = historyIn(session);
      const { person, item } = session;
      if (place === null || person === null) return null;
      if (!answerTo(own(useDrawn), place)) return undefined;
      const request = { ...place, person, item, times: session.history.times, k: LIST_LENGTH };
      // What is known of another history must not stand beside this one.
      return own(useSizing).getState().sizing === 'without' || same(held, request) ? request : null;
    },
    sources: [own(useDrawn).subscribe, own(useSizing).subscribe],
    ask(request, tell) {
      const since = performance.now();
      return engine.leaveOneOut(request, (progress) => {
        if (performance.now() - since > PATIENCE) tell(progress);
      });
    },
    keeps: () => false,
    stop: () => void engine.stopLeaveOneOut(),
  }),
);

/** By key, what each interaction of the drawn history changes; null until it is known. */
export const leftOutOf = (report: LeaveOneOut | null): ReadonlyMap<string, LeftOut> | null =>
  report && new Map(report.entries.map((one) => [one.key, one]));
