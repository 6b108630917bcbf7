/** Longest wait, milliseconds: somewhere something may always be moving, and what does not come is not drawn. */
const LONGEST = 3000;

/** Resolves when a view has been drawn, no part of it says that it waits, and there is nothing left to draw by now. */
export async function drawn(): Promise<void> {
  await there();
  await idle();
}

const isThere = (): boolean =>
  document.querySelector('main') !== null && document.querySelector('main [aria-busy="true"]') === null;

const there = (): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      watch.disconnect();
      clearTimeout(late);
      resolve();
    };
    const watch = new MutationObserver(() => {
      if (isThere()) done();
    });
    const late = setTimeout(done, LONGEST);
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['aria-busy'] });
    if (isThere()) done();
  });

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari does not tell when there is nothing to do.
    if (typeof requestIdleCallback !== 'function') setTimeout(resolve, 100);
    else requestIdleCallback(() => resolve(), { timeout: LONGEST });
  });
