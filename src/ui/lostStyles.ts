/** Stylesheets of lazy views that did not come. */
const lost = new Set<HTMLLinkElement>();

/** Notices stylesheets that do not come. Left in the page they would count as loaded when their view is tried again. */
export function watchStyles(): void {
  document.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
      target.remove();
      lost.add(target);
    },
    true,
  );
}

/** Loads all that did not come; rejects where one does not come again. */
export async function loadLostStyles(): Promise<void> {
  await Promise.all([...lost].map(again));
}

const again = (old: HTMLLinkElement): Promise<unknown> =>
  new Promise((resolve, reject) => {
    lost.delete(old);
    const link = old.cloneNode() as HTMLLinkElement;
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  });
