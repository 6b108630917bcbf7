import type { Browser } from '@playwright/test';

/** The page on a processor four times slower, such as that of a school laptop; milliseconds. */
export interface SlowTimings {
  /** How many times longer the same loop takes in the page and in a worker: Chromium slows the page alone. */
  readonly page: number;
  readonly worker: number;
  /** From adding a review to the difference on screen: median. */
  readonly review: number;
  /** From a key to its letter on the screen, while words are tinted: median, and the slowest. */
  readonly key: number;
  readonly slowestKey: number;
  /** Longest task of the main thread while typing; 0 where none took 50 ms. */
  readonly longestTask: number;
}

const TIMES = 4;
const REVIEWS = 5;
const WORDS = 'a lovely dry finish, roasty and bitter but never harsh, with chocolate and a thin body';

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Something to do that nobody can skip; gives how long it took. */
const LOOP = `(() => { const t = performance.now(); let x = 0; for (let k = 0; k < 3e7; k++) x += Math.sqrt(k); return x > 0 ? performance.now() - t : 0; })()`;

/** Adds reviews and types one with the processor slowed. */
export async function benchSlow(browser: Browser, url: string): Promise<SlowTimings> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // The compiler that runs this file wraps named functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(`${url}?backend=wasm&dataset=beers`);
  await page
    .locator('[data-testid="source-badge"][data-source="live"]')
    .waitFor({ timeout: 120_000, state: 'attached' });
  const inPage = (): Promise<number> => page.evaluate(LOOP);
  const inWorker = (): Promise<number> =>
    page.evaluate(
      (loop) =>
        new Promise<number>((resolve) => {
          const blob = new Blob([`postMessage(${loop})`], { type: 'text/javascript' });
          const worker = new Worker(URL.createObjectURL(blob));
          worker.onmessage = ({ data }) => {
            worker.terminate();
            resolve(data);
          };
        }),
      LOOP,
    );
  const fast = { page: await inPage(), worker: await inWorker() };
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: TIMES });
  const slow = { page: await inPage(), worker: await inWorker() };

  const reviews: number[] = [];
  const field = page.getByTestId('review-text');
  for (let k = 0; k < REVIEWS; k++) {
    await page.getByTestId('recommendation-row').nth(k).getByRole('button').first().click();
    await field.fill('thin and watery, but a lovely chocolate finish');
    await page.waitForTimeout(1000);
    const whole = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const rows = () => document.querySelectorAll('[data-testid="history-row"][data-key^="s"]').length;
          const shown = () => document.querySelector<HTMLElement>('[data-testid="difference"]')?.dataset.key;
          const [before, last] = [rows(), shown()];
          const start = performance.now();
          document.querySelector<HTMLButtonElement>('[data-testid="review-add"]')?.click();
          const look = () => {
            if (rows() > before && shown() !== last) resolve(performance.now() - start);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    reviews.push(whole);
    await page.waitForTimeout(1000);
  }

  await page.getByTestId('recommendation-row').first().getByRole('button').first().click();
  await field.fill('');
  await field.focus();
  await page.evaluate(() => {
    const seen = { tasks: [] as number[], keys: [] as number[] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) =>
      seen.tasks.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({ type: 'longtask' });
    document.addEventListener('input', () => {
      const at = performance.now();
      requestAnimationFrame(() => setTimeout(() => seen.keys.push(performance.now() - at)));
    });
  });
  // As somebody types who types well.
  await page.keyboard.type(WORDS, { delay: 90 });
  await page.waitForTimeout(1500);
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { tasks: number[]; keys: number[] } }).seen,
  );
  await page.close();
  return {
    page: slow.page / fast.page,
    worker: slow.worker / fast.worker,
    review: median(reviews),
    key: median(seen.keys),
    slowestKey: Math.max(...seen.keys),
    longestTask: Math.max(0, ...seen.tasks),
  };
}
