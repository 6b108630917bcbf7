/** Stylesheets of lazy views that did not come, by address. */
const lost = new Map<string, HTMLLinkElement>();

/** Notices stylesheets that do not come. Left in the page they would count as loaded when their view is tried again. */
export function watchStyles(): void {
  document.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
      target.remove();
      lost.set(target.href, target);
    },
    true,
  );
}

/**
 * For one part of the page: asks for all stylesheets that did not come once more, and rejects where one is still missing
 * that was not before the part was first asked for. Others may belong to a part that nobody looks at.
 */
export function stylesOfPart(): () => Promise<void> {
  let others: ReadonlySet<string> | null = null;
  return async () => {
    await Promise.all([...lost.values()].map(again));
    others ??= new Set(lost.keys());
    for (const href of lost.keys()) if (!others.has(href)) throw new Error(`${href} did not come`);
  };
}

/** Settled either way; what does not come is noticed above. */
const again = (old: HTMLLinkElement): Promise<unknown> =>
  new Promise((resolve) => {
    lost.delete(old.href);
    const link = old.cloneNode() as HTMLLinkElement;
    link.onload = resolve;
    link.onerror = resolve;
    document.head.append(link);
  });
