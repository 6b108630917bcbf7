import { type Timer, timer } from '../engine/timeLimit';
import { slice } from './part';
import type { SessionState, Verb } from './session';

/** So long nothing may be heard of the start before that is said, in milliseconds. */
export const STALL = 20_000;

/** Whether nothing has been heard of the start for {@link STALL}. */
export const useStall = slice<{ readonly stalled: boolean }>({ stalled: false });

/** True while the engine starts or replays. */
const waits = ({ failure, view, replay }: SessionState): boolean =>
  failure === null && (view === null || replay === null);

/**
 * Watches the start: a download that stands still, a worker that never answers, a GPU that hangs. What is under way goes
 * on all the same, since it may only be slow; with the next sign of life the remark goes.
 * @returns ends the watch
 */
export const watchStart =
  (start: Timer = timer): Verb<() => void> =>
  ({ store, of }) => {
    const { setState, getState } = of(useStall);
    let stop = () => {};
    const listen = (state: SessionState) => {
      stop();
      if (getState().stalled) setState({ stalled: false });
      if (waits(state)) stop = start(() => setState({ stalled: true }), STALL);
    };
    listen(store.getState());
    const leave = store.subscribe((state, before) => {
      const heard = (['progress', 'start', 'view', 'replay', 'failure'] as const).some(
        (name) => state[name] !== before[name],
      );
      if (heard) listen(state);
    });
    return () => {
      stop();
      leave();
    };
  };
