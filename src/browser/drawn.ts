/** Longest wait, milliseconds: somewhere something may always be moving, and what does not come is not drawn. */
const LONGEST = 3000;

/** Resolves when the page has drawn something and has nothing left to draw of what it holds by now. */
export async function drawn(selector: string): Promise<void> {
  await there(selector);
  await idle();
}

const there = (selector: string): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return;
      watch.disconnect();
      clearTimeout(late);
      resolve();
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true });
    const late = setTimeout(() => {
      watch.disconnect();
      resolve();
    }, LONGEST);
    look();
  });

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari does not tell when there is nothing to do.
    if (typeof requestIdleCallback !== 'function') setTimeout(resolve, 100);
    else requestIdleCallback(() => resolve(), { timeout: LONGEST });
  });
