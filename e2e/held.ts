import type { Page } from '@playwright/test';

/**
 * Lets answers of the engine to some questions wait, so that what is asked cannot be over before it was seen to run.
 * What the engine tells on the way comes as ever. Must be called before the page opens.
 * @returns lets the answers through, those to come too
 */
export async function holdAnswers(page: Page, ...questions: string[]): Promise<() => Promise<void>> {
  await page.addInitScript((held) => {
    const waiting: (() => void)[] = [];
    let open = false;
    class HeldWorker extends Worker {
      readonly ids = new Set<string>();
      constructor(...place: ConstructorParameters<typeof Worker>) {
        super(...place);
        // The first to listen is the first to hear.
        this.addEventListener('message', (event) => {
          if (open || !this.ids.has(event.data?.id)) return;
          event.stopImmediatePropagation();
          waiting.push(() => this.dispatchEvent(new MessageEvent('message', { data: event.data })));
        });
      }
      override postMessage(message: unknown, transfer: never): void {
        const { id, path } = message as { id?: string; path?: readonly string[] };
        if (id !== undefined && held.includes(path?.at(-1) ?? '')) this.ids.add(id);
        super.postMessage(message, transfer);
      }
    }
    const letThrough = () => {
      open = true;
      for (const one of waiting) one();
    };
    Object.assign(window, { Worker: HeldWorker, letThrough });
  }, questions);
  return () => page.evaluate(() => (window as unknown as { letThrough: () => void }).letThrough());
}
