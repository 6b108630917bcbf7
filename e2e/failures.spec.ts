import { chromium, expect, test } from '@playwright/test';
import { App } from './app';

test('a corrupted shard is named, with a remedy', async ({ page }) => {
  await page.route('**/text-vectors-0.bin.gzip', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[1000] ^= 0xff;
    await route.fulfill({ response, body });
  });
  const app = new App(page);
  await page.goto('/?backend=wasm&dataset=beers');
  await expect(app.id('error')).toContainText('text-vectors-0.bin');
  await expect(app.id('error')).toContainText(/checksum/i);
  await expect(app.id('error').getByRole('button', { name: 'Reload' })).toBeVisible();
});

test('a data set that is not there is named', async ({ page }) => {
  const app = new App(page);
  await page.goto('/?backend=wasm&dataset=nowhere');
  await expect(app.id('no-dataset')).toContainText('There is no data set “nowhere” here');
  await expect(app.id('error')).toHaveCount(0);

  await page.goto('/?backend=wasm&dataset=nowhere&lesson=one-review');
  await expect(app.id('no-dataset')).toContainText('This lesson asks for it');
});

test('without a GPU adapter the reason for the fallback is shown', async ({ baseURL }, testInfo) => {
  const options = testInfo.project.use.launchOptions;
  const browser = await chromium.launch({
    ...options,
    args: options?.args?.filter((flag) => flag !== '--enable-unsafe-webgpu') ?? [],
  });
  try {
    const app = new App(await browser.newPage());
    await app.openLive(`${baseURL}/?dataset=beers`);
    await expect(app.id('backend-badge')).toHaveAttribute('data-backend', 'wasm');
    await app.menu('backend-details');
    await expect(app.page.getByText(/WebGPU/).first()).toBeVisible();
    expect(app.complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
