/**
 * Lets pending messages be answered before going on. A message channel, since timers are held back to 4 ms each
 * once they nest.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Longest stretch of work without a look at the message queue, in milliseconds. */
const SLICE = 12;

/** Returns a function to be awaited between pieces of work: it gives way once a time slice is used up. */
export function slicer(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await nextTask();
    since = performance.now();
  };
}
