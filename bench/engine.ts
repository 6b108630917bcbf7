import type { Browser, Page } from '@playwright/test';
import { build, preview } from 'vite';

/** Builds the page of the bench, the engine without the app, and opens it as often as `work` asks. */
export async function withEnginePages<T>(
  browser: Browser,
  work: (open: () => Promise<Page>) => Promise<T>,
): Promise<T> {
  const config = { configFile: 'bench/vite.config.ts', logLevel: 'error' } as const;
  await build(config);
  const server = await preview({ ...config, preview: { port: 4188 } });
  const open = async (): Promise<Page> => {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error.message));
    // Once to warm the cache of the browser, once to measure.
    for (let k = 0; k < 2; k++) {
      await page.goto(server.resolvedUrls?.local[0] ?? '');
      await page.waitForFunction(() => 'bench' in window);
      if (k === 0) await page.evaluate(() => fetch('./datasets/beers/manifest.json').then((r) => r.text()));
    }
    return page;
  };
  try {
    return await work(open);
  } finally {
    await server.close();
  }
}
