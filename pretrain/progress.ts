/** Called after each unit of work of a stage. */
export type Report = (done: number, total: number, message: string) => void;

/** Prints one line at most every `every` seconds, with the time left of the stage. */
export function progress(every = 5, log: (line: string) => void = console.error): Report {
  const start = Date.now();
  let first: number | null = null;
  let last = 0;
  return (done, total, message) => {
    first ??= done - 1;
    const now = Date.now();
    if (done < total && now - last < every * 1000) return;
    last = now;
    const left = ((now - start) / Math.max(1, done - first)) * (total - done);
    log(`${String(done).padStart(String(total).length)}/${total}  ${message}  (${clock(left)} left)`);
  };
}

export const clock = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 90
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
};
