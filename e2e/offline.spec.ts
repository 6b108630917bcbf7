import { expect, type Page, test } from '@playwright/test';
import { CHROMIUM_ARGS, findTestBrowser } from '../scripts/chromium.mjs';
import { App } from './app';
import { seriousInBoth } from './axe';
import { Site } from './site';

/** A name that is not this machine’s own: over plain http browsers trust only localhost. */
const ELSEWHERE = 'school.test';

test.use({
  serviceWorkers: 'allow',
  launchOptions: {
    executablePath: findTestBrowser() ?? '/usr/bin/chromium',
    args: [...CHROMIUM_ARGS, `--host-resolver-rules=MAP ${ELSEWHERE} 127.0.0.1`],
  },
});

const WASM = 'backend=wasm';
const READY = { timeout: 90_000 };

let site: Site;
test.beforeEach(async () => {
  site = new Site('/class/drex/');
  await site.start();
});
test.afterEach(() => site.stop());

/** Waits until the page says that it works without a network. */
async function ready(page: Page): Promise<void> {
  await page.getByTestId('page-menu').click();
  await expect(page.getByTestId('offline-standing')).toHaveAttribute('data-standing', 'ready', READY);
  await page.keyboard.press('Escape');
}

/** Answers whatever a step asks, in whatever way it may be answered. */
async function predict(page: Page): Promise<void> {
  const ask = page.getByTestId('ask');
  const commit = page.getByTestId('commit');
  if (!(await commit.isVisible())) return;
  const kind = await ask.getAttribute('data-kind');
  if (kind === 'choice') await ask.getByRole('radio').first().check();
  if (kind === 'word') await ask.getByRole('button').first().click();
  if (kind === 'number') await ask.getByRole('textbox').fill('1');
  if (kind === 'point') await ask.getByRole('slider').press('ArrowRight');
  await commit.click();
  await expect(page.getByTestId('outcome')).toBeVisible();
}

/** Plays a lesson to its end; the number of steps. */
async function play(page: Page): Promise<number> {
  for (let step = 1; ; step++) {
    await expect(page.getByTestId('lesson-step')).toBeVisible();
    await predict(page);
    if (await page.getByTestId('hand-in').isVisible()) return step;
    const id = await page.getByTestId('lesson-step').getAttribute('data-step');
    await page.getByTestId('next-step').click();
    await expect(page.getByTestId('lesson-step')).not.toHaveAttribute('data-step', id ?? '');
  }
}

test('a lesson that was opened once is played to its end without a network', async ({ page }) => {
  const app = new App(page);
  await app.open(`${site.address()}?${WASM}&dataset=teas`);
  await ready(page);

  await site.stop();
  await page.goto(`${site.address()}?lesson=one-review&dataset=teas&${WASM}`);
  await expect(page.getByTestId('recommendation-row').first()).toBeVisible({ timeout: 60_000 });
  expect(await play(page)).toBeGreaterThan(1);
  await expect(page.locator('[data-live]').first()).toBeAttached();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('another data set is kept on request, works without a network, and is removed again', async ({
  page,
}) => {
  const app = new App(page);
  await app.open(`${site.address()}?${WASM}&dataset=teas`);
  await ready(page);
  await page.getByTestId('page-menu').click();
  const set = page.locator('[data-testid="offline-set"][data-dataset="instruments"]');
  await expect(set.getByRole('button')).toHaveText(/^Keep for offline, 2\.\d\sMB$/);
  await set.getByRole('button').click();
  await expect(set).toHaveAttribute('data-kept', 'true', READY);
  await expect(set).toContainText(/kept, 2\.\d\sMB/);

  await site.stop();
  await app.open(`${site.address()}?${WASM}&dataset=instruments`);
  // One that is not kept says what is missing, and the way back works.
  await page.goto(`${site.address()}?${WASM}&dataset=films`);
  await expect(page.getByRole('alert').first()).toContainText(/connection|could not/i, { timeout: 60_000 });
  await app.open(`${site.address()}?${WASM}&dataset=teas`);

  await page.getByTestId('page-menu').click();
  await set.getByRole('button').click();
  await expect(set).toHaveAttribute('data-kept', 'false');
});

test('a new version asks, waits as long as it is told to, and stays away from a lesson', async ({ page }) => {
  const app = new App(page);
  await app.open(`${site.address()}?${WASM}&dataset=teas`);
  await ready(page);
  const title = await page.title();

  site.renew = (path, content) => {
    if (path === 'index.html') return content.replace(/<title>[^<]*/, '<title>The next version');
    return content.replace(/("revision":")\w+(","url":"index\.html")/, '$1another$2');
  };
  await page.goto(`${site.address()}?lesson=one-review&dataset=teas&${WASM}`);
  await expect(page.getByTestId('lesson-step')).toBeVisible({ timeout: 60_000 });
  const waiting = () =>
    page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
  await expect.poll(waiting, READY).toBe(true);
  await expect(page.getByTestId('newer-version')).toHaveCount(0);

  await app.open(`${site.address()}?${WASM}&dataset=teas`);
  expect(await page.title()).toBe(title);
  const asks = page.getByTestId('newer-version');
  await expect(asks).toBeVisible(READY);
  await asks.getByRole('button', { name: 'Later' }).click();
  await expect(asks).toHaveCount(0);
  await page.reload();
  await asks.getByRole('button', { name: 'Load it now' }).click(READY);
  await expect(page).toHaveTitle('The next version', READY);
  await expect(app.id('recommendation-row').first()).toBeAttached({ timeout: 60_000 });
});

test('over plain http the page says why it cannot be kept, and works', async ({ page }) => {
  const app = new App(page);
  await app.open(`${site.address(ELSEWHERE)}?${WASM}&dataset=teas`);
  await page.getByTestId('page-menu').click();
  const standing = page.getByTestId('offline-standing');
  await expect(standing).toHaveAttribute('data-standing', 'insecure');
  await expect(standing).toContainText('plain http');
});

test('the teacher’s page says what is kept and how large it is', async ({ page, context }) => {
  await page.goto(`${site.address()}?teach&${WASM}&dataset=teas`);
  const section = page.getByTestId('teach-offline');
  await expect(section).toContainText('Works offline: ready ✓', READY);
  await expect(section).toContainText(/\d\.\d\sMB are kept/);
  expect(await seriousInBoth(page)).toEqual([]);
  await context.setOffline(true);
  await expect(page.getByTestId('offline-note')).toContainText('what is kept here works');
  await page.reload();
  await expect(section).toContainText('Works offline: ready ✓', READY);
  await expect(section).not.toContainText('Not kept');
});
