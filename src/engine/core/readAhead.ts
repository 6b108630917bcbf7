import type { OnRead } from '../../data/read';

/** Reads what will be asked for before anybody asks. */
export interface Ahead<T> {
  readonly url: string;
  /** The reading that has begun; `onRead` is told where it stands, then how it goes on. */
  join(onRead: OnRead): Promise<T>;
}

export function readAhead<T>(url: string, read: (url: string, onRead: OnRead) => Promise<T>): Ahead<T> {
  let last: Parameters<OnRead> | null = null;
  let listener: OnRead = () => {};
  const reading = read(url, (...now) => {
    last = now;
    listener(...now);
  });
  // Whoever joins is told; until then a failure must not count as unhandled.
  reading.catch(() => {});
  return {
    url,
    join(onRead) {
      listener = onRead;
      if (last) onRead(...last);
      return reading;
    },
  };
}
