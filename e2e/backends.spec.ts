import { type ChildProcess, spawn } from 'node:child_process';
import { chromium, expect, type Page, test } from '@playwright/test';
import { App } from './app';

/** Runs code in the worker before anything of ours. */
async function inWorker(page: Page, code: string): Promise<void> {
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code};${await response.text()}` });
  });
}

/** What a worker noted under `asked`. */
const asked = (page: Page): Promise<number> =>
  page.workers()[0].evaluate(() => (globalThis as unknown as { asked: number }).asked);

const ADAPTER_HANGS = `
  globalThis.asked = 0;
  navigator.gpu.requestAdapter = () => {
    globalThis.asked++;
    return new Promise(() => {});
  }`;

test('a GPU that never says what it is leaves the page to WASM, and the menu says why', async ({ page }) => {
  await inWorker(page, ADAPTER_HANGS);
  const app = new App(page);
  await app.openLive('/?dataset=beers');
  expect(await asked(page)).toBe(1);
  await expect(app.id('backend-badge')).toHaveAttribute('data-backend', 'wasm');
  await app.menu('backend-details');
  await expect(page.getByText('WebGPU did not answer within 5 s, so WASM runs').first()).toBeVisible();
});

test('a GPU that never gives its device leaves the page to WASM, and the menu says why', async ({ page }) => {
  // Named as a GPU: an emulated one would not be tried before WASM.
  await inWorker(
    page,
    `const request = navigator.gpu.requestAdapter.bind(navigator.gpu);
    navigator.gpu.requestAdapter = async (options) => {
      const adapter = await request(options);
      Object.defineProperty(adapter, 'info', { value: { description: 'A card whose driver hangs' } });
      adapter.requestDevice = () => new Promise(() => {});
      return adapter;
    }`,
  );
  const app = new App(page);
  await app.openLive('/?dataset=beers');
  await app.menu('backend-details');
  await expect(page.getByText('WebGPU did not start within 10 s, so WASM runs').first()).toBeVisible();
});

test('who asks for WASM has a page that never touches the GPU', async ({ page }) => {
  await inWorker(page, ADAPTER_HANGS);
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  expect(await asked(page)).toBe(0);
  await app.menu('backend-details');
  await expect(page.getByText('WASM was asked for')).toBeVisible();
});

test('a download that stands still is said, and goes on when it can', async ({ page }) => {
  let go = () => {};
  const later = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.clock.install();
  await page.route('**/weights-0.bin.gzip', async (route) => {
    await later;
    await route.continue();
  });
  const app = new App(page);
  await page.goto('/?backend=wasm&dataset=beers');
  await expect(app.id('loading')).toContainText('Loading the model and its reviews');
  await expect(async () => {
    await page.clock.fastForward(20_000);
    // What still arrives of the other files takes the remark away again.
    await expect(app.id('stalled')).toContainText('Nothing has arrived for 20 seconds', { timeout: 500 });
    await expect(app.id('stalled').getByRole('button', { name: 'Load again' })).toBeVisible({ timeout: 500 });
  }).toPass();
  go();
  await app.live();
  await expect(app.id('stalled')).toHaveCount(0);
});

test('the list waits neither for what reads and refines nor for other people nor for text vectors, and it is said that they come', async ({
  page,
}) => {
  let go = () => {};
  const later = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(/(?:words|people|text-vectors)-0\.bin\.gzip$/, async (route) => {
    await later;
    await route.continue();
  });
  const app = new App(page);
  await page.goto('/?backend=wasm&dataset=teas');
  await expect(app.id('recommendation-row')).toHaveCount(10);
  const items = async () => (await app.ranking()).map(({ item }) => item);
  const stored = await items();
  await expect(app.id('source-badge')).toContainText(/stored · loading \d+\s%/);
  go();
  await app.live();
  expect(await items()).toEqual(stored);
});

test('a review written before the words of the model have come waits for them, and says so', async ({
  page,
}) => {
  let go = () => {};
  const later = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/words-0.bin.gzip', async (route) => {
    await later;
    await route.continue();
  });
  const app = new App(page);
  await app.open('/?backend=wasm&dataset=teas');
  await app.selectRecommendation(0);
  const rows = await app.id('history-row').count();
  await page.getByLabel('Your words', { exact: true }).fill('smoky and sweet');
  await expect(page.getByText(/Taken up when the rest is here: \d+\s% so far/)).toBeVisible();
  await app.id('review-add').click();
  await expect(app.id('source-badge')).toHaveAttribute('data-source', 'stored');
  await expect(app.id('history-row')).toHaveCount(rows);
  go();
  await app.live();
  await expect(app.id('history-row')).toHaveCount(rows + 1);
  await expect(app.id('difference')).toBeVisible();
  expect(app.complaints).toEqual([]);
});

test.describe('over plain http', () => {
  let server: ChildProcess | null = null;
  test.afterEach(() => {
    server?.kill();
  });

  test('the page checks its files, runs, copies links and says why it has no GPU', async ({
    baseURL,
  }, testInfo) => {
    const port = String(Number(new URL(baseURL ?? '').port) + 1);
    server = spawn(process.execPath, ['scripts/start.mjs', '--host', '0.0.0.0', '--port', port]);
    const printed = await new Promise<string>((resolve, reject) => {
      let text = '';
      server?.stdout?.on('data', (part) => {
        text += part;
        if (text.includes('Ctrl+C')) resolve(text);
      });
      server?.on('exit', () => reject(new Error(`start.mjs ended: ${text}`)));
    });
    // Another port where that one was taken.
    const address = new URL(/DReX Lab is at (\S+)/.exec(printed)?.[1] ?? '');
    const options = testInfo.project.use.launchOptions;
    const browser = await chromium.launch({
      ...options,
      args: [...(options?.args ?? []), '--host-resolver-rules=MAP lan.test 127.0.0.1'],
    });
    try {
      const app = new App(await browser.newPage());
      await app.openLive(`http://lan.test:${address.port}/?dataset=beers`);
      expect(await app.page.evaluate(() => [isSecureContext, 'clipboard' in navigator])).toEqual([
        false,
        false,
      ]);
      await expect(app.id('backend-badge')).toHaveAttribute('data-backend', 'wasm');
      await app.menu('backend-details');
      await expect(
        app.page.getByText(/browsers offer it only over https or on localhost\), so WASM runs/),
      ).toBeVisible();
      await app.page.keyboard.press('Escape');
      await app.id('copy-link').click();
      await expect(app.page.getByText('Link copied')).toBeAttached();
      expect(app.complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
