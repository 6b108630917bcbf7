/** Milliseconds after which nobody waits for a frame any more: of a page that is not seen, none is drawn. */
const LONGEST = 200;

/** Resolves once what has been changed is on the screen: what nobody sees is no reason to keep it off there. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, LONGEST);
    requestAnimationFrame(() => {
      clearTimeout(late);
      // A frame is drawn between its callbacks and the next task.
      setTimeout(resolve);
    });
  });
