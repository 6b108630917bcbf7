/** Longest wait, milliseconds: somewhere something may always be moving. */
const LONGEST = 3000;

/** Resolves when the page has nothing left to draw of what it holds by now. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari does not tell when there is nothing to do.
    if (typeof requestIdleCallback !== 'function') setTimeout(resolve, 100);
    else requestIdleCallback(() => resolve(), { timeout: LONGEST });
  });
