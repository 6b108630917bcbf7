/** Longest wait for a picture, milliseconds: a page that nobody looks at draws none. */
const LONGEST = 1000;

/** Resolves when the browser has drawn what the page holds by now. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, LONGEST);
    // What is asked for in one picture is drawn in it; the task after the next comes behind it.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
