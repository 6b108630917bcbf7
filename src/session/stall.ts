import { create } from 'zustand';
import { type Timer, timer } from '../engine/timeLimit';
import { type SessionState, useSession } from './store';

/** So long nothing may be heard of the start before that is said, in milliseconds. */
export const STALL = 20_000;

/** Whether nothing has been heard of the start for {@link STALL}. */
export const useStall = create<{ readonly stalled: boolean }>(() => ({ stalled: false }));

/** True while the engine starts or replays. */
const waits = ({ failure, view, replay }: SessionState): boolean =>
  failure === null && (view === null || replay === null);

/**
 * Watches the start: a download that stands still, a worker that never answers, a GPU that hangs. What is under way goes
 * on all the same, since it may only be slow; with the next sign of life the remark goes.
 * @returns ends the watch
 */
export function watchStart(start: Timer = timer): () => void {
  let stop = () => {};
  const listen = (state: SessionState) => {
    stop();
    if (useStall.getState().stalled) useStall.setState({ stalled: false });
    if (waits(state)) stop = start(() => useStall.setState({ stalled: true }), STALL);
  };
  listen(useSession.getState());
  const leave = useSession.subscribe((state, before) => {
    const heard = (['progress', 'start', 'view', 'replay', 'failure'] as const).some(
      (name) => state[name] !== before[name],
    );
    if (heard) listen(state);
  });
  return () => {
    stop();
    leave();
  };
}
