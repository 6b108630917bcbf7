import type { Browser, Page } from '@playwright/test';

/** What the page itself does, beside the engine; milliseconds. */
export interface AppTimings {
  /** From adding a review to the difference on screen. */
  readonly review: number;
  /** Longest task of the main thread from the end of the replay on, the review included; 0 where none took 50 ms. */
  readonly longestTask: number;
  /** From opening the address to the first recommendations, files cached by the browser. */
  readonly firstRecommendations: number;
  readonly scrub: ScrubTimings;
}

/** The handle of the timeline dragged through a whole history. */
export interface ScrubTimings {
  /** From one frame to the next while it is dragged: median and 95th percentile, in milliseconds. */
  readonly frame: number;
  readonly slowFrame: number;
  /** Moments drawn in full, a second. */
  readonly moments: number;
}

const REVIEWS = 5;

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1];

/** Drives the built app on WASM as somebody would and times it from inside the page. */
export async function benchApp(browser: Browser, url: string): Promise<AppTimings> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // The compiler that runs this file wraps named functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  const live = page.locator('[data-testid="source-badge"][data-source="live"]');
  const address = `${url}?backend=wasm&dataset=beers`;
  await page.goto(address);
  await live.waitFor({ timeout: 120_000 });
  // Once more with a warm cache.
  await page.goto('about:blank');
  await page.goto(address);
  const firstRecommendations = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () =>
          document.querySelector('[data-testid="recommendation-row"]')
            ? resolve(performance.now())
            : requestAnimationFrame(look);
        look();
      }),
  );
  await live.waitFor({ timeout: 120_000 });
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({
      type: 'longtask',
    });
  });
  const reviews: number[] = [];
  for (let k = 0; k < REVIEWS; k++) {
    await page.getByTestId('recommendation-row').nth(k).getByRole('button').first().click();
    await page.getByTestId('review-text').fill('thin and watery, but a lovely chocolate finish');
    await page.waitForTimeout(300);
    reviews.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const rows = () => document.querySelectorAll('[data-testid="history-row"][data-key^="s"]').length;
            const shown = () =>
              document.querySelector<HTMLElement>('[data-testid="difference"]')?.dataset.key;
            const [before, last] = [rows(), shown()];
            const start = performance.now();
            document.querySelector<HTMLButtonElement>('[data-testid="review-add"]')?.click();
            const look = () =>
              rows() > before && shown() !== last
                ? resolve(performance.now() - start)
                : requestAnimationFrame(look);
            look();
          }),
      ),
    );
    await page.waitForTimeout(300);
  }
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  const scrub = await benchScrub(page);
  await page.close();
  return { review: median(reviews), longestTask: Math.max(0, ...tasks), firstRecommendations, scrub };
}

const SCRUB_MILLISECONDS = 4000;

/** Goes one interaction back a frame, and from the start of the history to its end again, as a dragged handle does. */
async function benchScrub(page: Page): Promise<ScrubTimings> {
  await page.getByTestId('view-timeline').click();
  await page.getByTestId('waterfall').waitFor();
  await page.getByTestId('timeline-scrubber').getByRole('slider').focus();
  const { frames, moments } = await page.evaluate(
    (most) =>
      new Promise<{ frames: number[]; moments: number }>((resolve) => {
        const start = performance.now();
        const seen = { frames: [] as number[], last: start, moments: 0, drawn: '', key: 'ArrowLeft' };
        const marks = () =>
          [...document.querySelectorAll('[data-testid="timeline-mark"]')]
            .map((one) => one.getAttribute('data-remaining'))
            .join();
        seen.drawn = marks();
        const frame = (now: number) => {
          seen.frames.push(now - seen.last);
          seen.last = now;
          const drawn = marks();
          if (drawn !== seen.drawn) seen.moments++;
          seen.drawn = drawn;
          if (now - start > most) return resolve(seen);
          const thumb = document.activeElement;
          if (thumb?.getAttribute('aria-valuenow') === thumb?.getAttribute('aria-valuemin'))
            seen.key = 'ArrowRight';
          if (thumb?.getAttribute('aria-valuenow') === thumb?.getAttribute('aria-valuemax'))
            seen.key = 'ArrowLeft';
          thumb?.dispatchEvent(new KeyboardEvent('keydown', { key: seen.key, bubbles: true }));
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    SCRUB_MILLISECONDS,
  );
  const sorted = frames.slice(1).sort((a, b) => a - b);
  return {
    frame: sorted[sorted.length >> 1],
    slowFrame: sorted[Math.floor(sorted.length * 0.95)],
    moments: moments / (SCRUB_MILLISECONDS / 1000),
  };
}
