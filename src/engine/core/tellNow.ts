import type { OnProgress, Stage } from '../start';

/** Progress is told at most this often, in interactions: a message for each t-batch would cost more than it says. */
const PROGRESS_STEP = 500;

/** Tells how many interactions are done, now and then. */
export function tellNow(stage: Stage, total: number, onProgress: OnProgress): (done: number) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (done) => {
    if (done < told + PROGRESS_STEP && done < total) return;
    told = done;
    onProgress({ stage, done, total, unit: 'interactions' });
  };
}
